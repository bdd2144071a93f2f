import { followServes, type ServeEnd, type ValueStream } from '../../../domain/index.js';
import type { StepBook } from './step-book.js';

/** What stands behind duties: obligations, controls, and what steps serve. */
export function presentSupport(book: () => StepBook, stream: () => ValueStream) {
  return {
    obligations: () => stream().obligations ?? [],
    compensatingControls: () =>
      (stream().compensations ?? []).map((one) => ({ ...one, steps: one.steps.map(book().step) })),
    support: () =>
      stream().steps.flatMap((step) =>
        (step.serves ?? []).map((serves) => ({
          step: book().step(step.key),
          serves,
          ...chainOf(followServes(stream(), serves)),
        })),
      ),
  };
}

function chainOf(end: ServeEnd) {
  switch (end.kind) {
    case 'PROMISE':
      return { justifies: true, through: end.through, endsIn: end.stream, missingLink: null };
    case 'OBLIGATION':
      return { justifies: true, through: end.through, endsIn: end.obligation.name, missingLink: null };
    case 'NOWHERE':
      return { justifies: false, through: [], endsIn: null, missingLink: end.missing };
  }
}
