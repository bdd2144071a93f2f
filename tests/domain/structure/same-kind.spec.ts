import { describe, expect, it } from '@jest/globals';
import type { StructureLimits } from '../../../src/domain/structure/index.js';
import { groundOf, type StepSketch } from '../../support/stream-builder.js';
import { proposalOf } from '../../support/structure-of.js';

/** What is said of the kinds of work of the one role that holds all these steps. */
function saidOf(steps: readonly StepSketch[], limits: StructureLimits = {}): string | null {
  const all = steps.map(({ name }) => name);
  const { roles } = proposalOf(groundOf({ steps, together: [all] }), limits);
  expect(roles).toHaveLength(1);
  const reasons = roles[0]?.why ?? [];
  return reasons.find(({ rule }) => rule === 'SAME_KIND_OF_WORK')?.text ?? null;
}

const billing = { name: 'Write the bill', needs: ['billing'], hours: 1 };
const books = { name: 'Keep the books', needs: ['bookkeeping'], hours: 1 };
const [foo, bar] = [
  { name: 'Frobnicate', needs: ['frobbing'], hours: 2 },
  { name: 'Quuxify', needs: ['quuxing'], hours: 2 },
];

describe('the kind of work as a reason for a role', () => {
  it('is that of the whole work where all of it is of one known kind', () => {
    expect(saidOf([billing, books])).toMatch(/^The work is of one kind: .+\.$/);
  });

  it('is left out where only one of the steps is of a known kind, whatever the others are', () => {
    expect(saidOf([billing, foo, bar])).toBeNull();
    expect(saidOf([foo, bar])).toBeNull();
  });

  it('says of how many steps it is true where others are of no known kind', () => {
    expect(saidOf([billing, foo, books, bar])).toMatch(
      /^2 of these 4 steps are of one kind: .+\. Of what kind the others are, the catalogue does not know\.$/,
    );
    expect(saidOf([billing, foo, books])).toMatch(
      /Of what kind the other is, the catalogue does not know\.$/,
    );
  });

  it('says how much of it where the rest is next to nothing', () => {
    expect(saidOf([{ ...billing, hours: 18 }, books, { ...foo, hours: 1 }])).toMatch(
      /^Nearly all hours of the work are of one kind: /,
    );
  });

  it('does not count hours where some are unknown', () => {
    const { hours: _, ...unmeasured } = foo;
    expect(saidOf([{ ...billing, hours: 30 }, books, unmeasured])).toMatch(/^2 of these 3 steps /);
  });

  it('names several kinds as what one person can hold, for those steps only', () => {
    const welding = { name: 'Weld the frame', needs: ['welding'], hours: 1 };
    expect(saidOf([billing, welding])).toMatch(/^These kinds of work can be held by one person: .+; .+\.$/);
    expect(saidOf([billing, welding, foo])).toMatch(
      /^2 of these 3 steps are of kinds that one person can hold: .+; .+\. /,
    );
  });
});
