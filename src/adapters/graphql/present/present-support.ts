import { followServes, type ServeEnd } from '../../../domain/index.js';
import type { StreamFields } from './stream-ground.js';

/** What stands behind duties: obligations, controls, and what steps serve. */
export const SUPPORT_FIELDS: StreamFields = {
  obligations: ({ plan }) => plan.stream.obligations ?? [],
  compensatingControls: ({ book, plan }) =>
    (plan.stream.compensations ?? []).map((one) => ({ ...one, steps: one.steps.map(book.step) })),
  support: ({ book, plan: { stream } }) =>
    stream.steps.flatMap((step) =>
      (step.serves ?? []).map((serves) => ({
        step: book.step(step.key),
        serves,
        ...chainOf(followServes(stream, serves)),
      })),
    ),
};

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
