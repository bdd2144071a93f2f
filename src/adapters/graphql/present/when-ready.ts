import type { PlannedStream } from '../../../application/index.js';

type Fields = Readonly<Record<string, (...asked: never[]) => unknown>>;

/** Fields that rest on the plan: each is worked out at once where the plan is at hand, else as soon as it was made elsewhere. */
export function whenReady<F extends Fields>(planned: PlannedStream, fields: F): F {
  const waiting = Object.entries(fields).map(([name, field]) => [
    name,
    (...asked: never[]): unknown => {
      const ready = planned.ready();
      return ready ? ready.then(() => field(...asked)) : field(...asked);
    },
  ]);
  return Object.fromEntries(waiting) as F;
}
