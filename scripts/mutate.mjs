// Changes the domain a little in many places and counts how many of the changes its specs notice: npm run mutate -- [ROOM…] [--sample 40] [--seed 1]
import { register } from 'node:module';

register('../tests/support/typescript-loader.mjs', import.meta.url);
const { mutate } = await import('../tests/support/mutation/mutate.ts');
process.exitCode = await mutate(process.argv.slice(2));
