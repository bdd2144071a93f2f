import type { PlannedStream } from '../../../application/index.js';

type Field = (...asked: never[]) => unknown;
type Fields = Readonly<Record<string, Field>>;

/** Fields that rest on the plan: each is worked out at once where the plan is at hand, else as soon as it was made elsewhere. */
export function whenReady<F extends Fields>(planned: PlannedStream, fields: F): F {
  // A copy has its shape from the start; put together name by name it costs three times as much, and a list has hundreds.
  const waiting: Record<string, Field> = { ...fields };
  for (const name of Object.keys(fields)) {
    const field = waiting[name];
    if (field) waiting[name] = (...asked) => answered(planned, () => field(...asked));
  }
  return waiting as F;
}

function answered(planned: PlannedStream, field: () => unknown): unknown {
  const ready = planned.ready();
  return ready ? ready.then(field) : field();
}
