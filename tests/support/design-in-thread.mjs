import { register } from 'node:module';

// A thread that designs, over the sources.
register('./typescript-loader.mjs', import.meta.url);
await import('../../src/plan-worker.ts');
