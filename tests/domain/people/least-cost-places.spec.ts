import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leastCostPlaces, type PossiblePlace } from '../../../src/domain/people/least-cost-places.js';

const anyCase = fc.integer({ min: 1, max: 4 }).chain((kinds) =>
  fc.record({
    room: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: kinds, maxLength: kinds }),
    people: fc.array(
      fc.uniqueArray(
        fc.record({ kind: fc.integer({ min: 0, max: kinds - 1 }), cost: fc.integer({ min: 0, max: 9 }) }),
        { selector: ({ kind }) => kind, maxLength: kinds },
      ),
      { maxLength: 6 },
    ),
  }),
);

interface Best {
  readonly placed: number;
  readonly cost: number;
}

/** By trying everything: the most people placed, then the least cost. */
function tryAll(people: readonly (readonly PossiblePlace[])[], room: readonly number[]): Best {
  const [first, ...rest] = people;
  if (!first) return { placed: 0, cost: 0 };
  const ways = first.flatMap(({ kind, cost }) => {
    if (!room[kind]) return [];
    const later = tryAll(
      rest,
      room.map((places, at) => (at === kind ? places - 1 : places)),
    );
    return [{ placed: later.placed + 1, cost: later.cost + cost }];
  });
  return [tryAll(rest, room), ...ways].reduce((best, way) =>
    way.placed > best.placed || (way.placed === best.placed && way.cost < best.cost) ? way : best,
  );
}

describe('places at least cost', () => {
  it('are as many as any other way gives, and cost no more than any of those, for any people and places', () => {
    fc.assert(
      fc.property(anyCase, ({ people, room }) => {
        const given = leastCostPlaces(people, room);
        const costs = given.flatMap((kind, person) =>
          kind === null ? [] : [people[person]?.find((place) => place.kind === kind)?.cost ?? NaN],
        );
        room.forEach((places, kind) =>
          expect(given.filter((each) => each === kind).length).toBeLessThanOrEqual(places),
        );
        const cost = costs.reduce((sum, each) => sum + each, 0);
        expect({ placed: costs.length, cost }).toEqual(tryAll(people, room));
      }),
      { numRuns: 300 },
    );
  });

  it('move somebody on where that makes room for another', () => {
    const both = [
      { kind: 0, cost: 0 },
      { kind: 1, cost: 5 },
    ];
    expect(leastCostPlaces([both, [{ kind: 0, cost: 3 }]], [1, 1])).toEqual([1, 0]);
  });

  it('go to the earlier person where all else is equal', () => {
    const one = [{ kind: 0, cost: 1 }];
    expect(leastCostPlaces([one, one, one], [2])).toEqual([0, 0, null]);
  });
});
