import { Session } from 'node:inspector';
import { afterAll } from '@jest/globals';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** Counting begins with this module, before any function runs: what has been made fast by then is not counted right. */
const session = new Session();
session.connect();
post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
afterAll(() => {
  post('Profiler.stopPreciseCoverage');
  session.disconnect();
});

/**
 * How much work something is, counted and never timed: how often functions and blocks of our own code are entered while
 * it runs, as the engine counts them: the same within a few per cent on every machine, however busy. What built-in
 * functions and patterns do within one call is not in it; how that grows is what the bench prints.
 */
export function countWork(run: () => unknown, within = '/src/'): number {
  post('Profiler.takePreciseCoverage');
  run();
  const { result } = post('Profiler.takePreciseCoverage') as Coverage;
  return result
    .filter(({ url }) => url.includes(within))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

/** How many times as much work the long run is as the short one. */
export function growthOfWork(short: () => unknown, long: () => unknown, within?: string): number {
  return countWork(long, within) / countWork(short, within);
}

/** In the same thread answers come at once. */
function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, given) => {
    if (error) throw new Error(error.message);
    answer = given;
  });
  return answer;
}
