import { Fault } from './ports/index.js';

/** With more steps an answer may take longer than somebody should wait for one request. */
export const MOST_STEPS = 100;

/** Whether long work on so many steps is done within one request. */
export function isFew(steps: number): boolean {
  return steps <= MOST_STEPS;
}

/** A Fault BAD_INPUT where a stream of so many steps is too large for work of that kind within one request. */
export function requireFewSteps(steps: number, what: string): void {
  if (isFew(steps)) return;
  throw new Fault(
    'BAD_INPUT',
    `${what} takes long for a stream of ${steps} steps, and within one request it is done for at most ${MOST_STEPS}. Ask for it with designStructure, which tells how far it has come while it goes on.`,
  );
}
