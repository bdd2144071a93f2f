import { describe, expect, it } from '@jest/globals';
import { howProven } from '../../../src/domain/structure/how-proven.js';
import type { ObjectiveLevel } from '../../../src/domain/structure/structure-proposal.js';
import { groundOfNapkin, proposalOf } from '../../support/structure-of.js';

const PROPOSAL = proposalOf(
  groundOfNapkin(`stream Call to repaired bicycle
demand: 30/week
sales:
Answer the call     6m {enquiry handling}
fulfilment:
Repair the bicycle  50m {bicycle repair}
Take the payment    3m {accounts}
`),
);

const level = (name: string, value: number, lowerBound: number): ObjectiveLevel => ({
  ...{ name, value, lowerBound },
  ...{ gap: value === lowerBound ? 0 : (value - lowerBound) / value, proven: value === lowerBound },
});

/** Positions, hand-offs and fragmentation with what none falls below. */
function judged(
  positions: readonly [number, number],
  handOffs: readonly [number, number],
  fragmentation: readonly [number, number],
  method = 'constructive',
) {
  const objectives = [
    level('positions', ...positions),
    level('hand-offs', ...handOffs),
    level('fragmentation', ...fragmentation),
    level('unevenness', 0, 0),
  ];
  return howProven({ ...PROPOSAL, method, objectives });
}

describe('what may be said of how good roles are', () => {
  it('is that they are the best only where every goal is proven', () => {
    expect(howProven(PROPOSAL)).toEqual({
      proven: true,
      lowerBound: PROPOSAL.objectives[0]?.value,
      called: 'best',
      bounds: '',
      floor: '',
      text: 'Proven: no structure within the limits takes fewer people, and none of so few people has fewer hand-offs.',
    });
  });

  it('is that they are the best that was found, with what none falls below, where people are not proven', () => {
    expect(judged([48, 46], [900, 780], [35, 0])).toEqual({
      proven: false,
      lowerBound: 46,
      called: 'the best that was found',
      bounds: ' (48 positions; no structure has fewer than 46)',
      floor: 'no structure has fewer than 46 positions',
      text: 'Not proven: 48 positions; no structure has fewer than 46, 4.2 % apart.',
    });
  });

  it('tells hand-offs beside proven people', () => {
    expect(judged([9, 9], [20, 15], [1, 0])).toMatchObject({
      proven: false,
      lowerBound: 9,
      bounds: ' (9 positions, proven; 20 hand-offs a week; none as good in positions has fewer than 15)',
    });
  });

  it('keeps apart what is proven of people and hand-offs from what is not of the goals after them', () => {
    expect(judged([9, 9], [20, 20], [1, 0])).toMatchObject({
      proven: true,
      called: 'best in positions and hand-offs',
      bounds: ' (fragmentation is not proven)',
    });
  });

  it('never says that adopted roles were found, nor a bound of nothing', () => {
    const adopted = 'adopted at revision 3, settled on the stream as it stands without a new search';
    expect(judged([9, 0], [20, 0], [1, 0], adopted)).toMatchObject({
      proven: false,
      lowerBound: null,
      called: 'not known to be the best',
      bounds: ' (9 positions; no bound is known)',
      text: 'Not proven: 9 positions; no bound is known.',
    });
  });
});
