import type { NewDesign } from '../../src/application/ports/index.js';

/** A design of the bakery that was asked for, to be kept. */
export function newDesign(told: Partial<NewDesign> = {}): NewDesign {
  return {
    id: 'design-1',
    streamId: 'id-of-bakery',
    revision: 1,
    question: 'fewest positions?',
    size: 'SMALL',
    ground: {
      version: 'v1',
      learned: [],
      served: null,
      adopted: null,
      asked: {
        kind: 'STRUCTURE',
        effort: 'THOROUGH',
        limits: { maxStepsPerRole: 3 },
        times: null,
        most: null,
      },
    },
    askedAt: '2025-03-05T08:00:00.000Z',
    ...told,
  };
}
