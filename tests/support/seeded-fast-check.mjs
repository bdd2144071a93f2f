// What jest.config.mjs gives to those who import fast-check: the same draws in every run, unless HEADWATER_SEED says otherwise.
import fc from '../../node_modules/fast-check/lib/fast-check.js';

const seed = process.env.HEADWATER_SEED ?? '20261123';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
