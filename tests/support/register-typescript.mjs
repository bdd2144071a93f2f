import { register } from 'node:module';

/** Lets a plain node run the sources: node --import ./tests/support/register-typescript.mjs file.ts */
register('./typescript-loader.mjs', import.meta.url);
