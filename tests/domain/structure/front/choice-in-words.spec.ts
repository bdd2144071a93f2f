import { describe, expect, it } from '@jest/globals';
import { structureFront } from '../../../../src/domain/structure/front/index.js';
import { tellAlternatives } from '../../../../src/domain/structure/front/tell-alternatives.js';
import type { StructureLimits } from '../../../../src/domain/structure/index.js';
import { groundOfNapkin } from '../../../support/structure-of.js';

const LEAFLETS = `stream Order to printed leaflet
demand: 60/week
sales:
Take the order @Ann 20m {order desk}
Quote the job @Ann 15m {calculation}
fulfilment:
Set the type @Bo 24m {layout}
Check the proof @Ann 10m {order desk}
Print the leaflets @Bo 25m {press work}
Pack and send @Cy 12m {dispatch}
`;

function choice(napkin: string, limits: StructureLimits = { maxPositionsPerRole: 2 }) {
  const front = structureFront(groundOfNapkin(napkin), limits);
  if (front.kind !== 'StructureFront') throw new Error(front.kind);
  return front;
}

const NOTHING_TO_CHOOSE =
  'No structure within the limits has fewer people, and more people would not save a hand-off: there is nothing to choose between the two. Only kinds of work that usually go together, or that one person is seen doing today, share a role, at most 5 capabilities; "keep together" in the limits puts steps of your choosing into one role, whatever they ask for.';

describe('the choice where one division of the work is best in both', () => {
  const breadth = (average: string) => `a person needs ${average} capabilities on average and 2 at most`;

  it('is told with people, hand-offs, breadth and how much of the hours is used', () => {
    const { alternatives, text, complete } = choice(LEAFLETS);
    expect([complete, text]).toEqual([
      true,
      'One division of the work has both the fewest people and the fewest hand-offs. This is proven.',
    ]);
    expect(alternatives.map(({ name, text: words }) => [name, words])).toEqual([
      [
        'Fewest people and fewest hand-offs',
        `5 positions in 3 roles; work changes hands 240 times a week; ${breadth('1.8')}; 73.4 % of the planned hours are used. ${NOTHING_TO_CHOOSE}`,
      ],
    ]);
    expect(alternatives[0]).toMatchObject({
      ...{ place: 'ONLY_ONE', positions: 5, fragmentation: 0, isFloor: false, widestRole: 2, proven: true },
      ...{ averageRole: 5 / 3, changes: null, character: null },
    });
  });

  it('is a floor where not all is measured, and says so where nothing is', () => {
    const text = (napkin: string) => choice(napkin).alternatives[0].text;
    expect(text(LEAFLETS.replace(' 24m', ''))).toBe(
      `4 positions in 3 roles; work changes hands 240 times a week; ${breadth('1.75')}; at least 70.9 % of the planned hours are used (not all of the work is measured). ${NOTHING_TO_CHOOSE}`,
    );
    expect(text(LEAFLETS.replace('demand: 60/week\n', ''))).toBe(
      `3 positions in 3 roles; work changes hands 4 times for one unit; ${breadth('1.67')}; nothing is measured yet, so each role counts as the people that its steps need. ${NOTHING_TO_CHOOSE}`,
    );
    const isFloor = (napkin: string) => choice(napkin).alternatives[0].isFloor;
    expect([
      isFloor(LEAFLETS.replace(' 24m', '')),
      isFloor(LEAFLETS.replace('demand: 60/week\n', '')),
    ]).toEqual([true, true]);
    const one = 'stream A\ndemand: 1/week\nsales:\nAsk @A 1h {selling}\nfulfilment:\nMake @A 1h {selling}\n';
    expect(text(one)).toMatch(/^1 position in 1 role; work changes hands never; .*; 6\.9 % of the planned/);
  });

  it('is held against who does what today', () => {
    const { today } = choice(LEAFLETS);
    expect(today?.text).toBe(
      'Each of the 6 steps that somebody does today stays with whoever does it today. It takes 5 positions in 3 roles, and work changes hands 240 times a week. That costs nothing: no alternative within the limits has fewer people or fewer hand-offs.',
    );
    expect(today?.kept.map(({ performer, steps }) => [performer, steps.length])).toEqual([
      ['Ann', 3],
      ['Bo', 2],
      ['Cy', 1],
    ]);
    expect(choice(LEAFLETS.replaceAll(/ @\w+/g, '')).today).toBeNull();
  });
});

describe('the choice between several divisions of the work', () => {
  /** One person could do the first and the last step, and a third person would spare one of two hand-offs. */
  const PARTED = `stream Order to poster
demand: 60/week
sales:
Draw it @Ann 14m {drawing}
fulfilment:
Print it @Ann 20m {press work}
Frame it @Ann 14m {framing}
`;
  const { alternatives, text } = choice(PARTED, { maxCapabilitiesPerRole: 2 });

  it('goes from fewest people to fewest hand-offs, each with what it costs and saves', () => {
    expect(text).toBe(
      '2 divisions of the work, from fewest people to fewest hand-offs: each takes more people than the one before it, and work changes hands less often. It is proven that none is missing and that each is the best of its kind.',
    );
    expect(alternatives.map(({ name, place, text: words }) => [name, place, words])).toEqual([
      [
        'Fewest people',
        'FEWEST_PEOPLE',
        '2 positions in 2 roles; work changes hands 120 times a week; a person needs 1.5 capabilities on average and 2 at most; 83 % of the planned hours are used.',
      ],
      [
        'Fewest hand-offs',
        'FEWEST_HAND_OFFS',
        '3 positions in 2 roles; work changes hands 60 times a week; a person needs 1.67 capabilities on average and 2 at most; 55.4 % of the planned hours are used. Against the fewest people it takes 1 position more and saves 60 hand-offs a week (50 % of them).',
      ],
    ]);
  });

  it('tells what changes from each to the next, and in what it is floor or unproven', () => {
    expect(alternatives.map(({ changes }) => changes?.moved.map(({ step }) => step) ?? null)).toEqual([
      null,
      ['draw-it', 'frame-it'],
    ]);
    const [first, last] = alternatives;
    const unsure = { ...first, place: 'IN_BETWEEN', proven: false, isFloor: true } as const;
    const several = tellAlternatives(last ? [first, unsure, last] : [], false);
    expect(several.alternatives.map(({ name }) => name)).toEqual([
      'Fewest people',
      'In between, 2 positions',
      'Fewest hand-offs',
    ]);
    expect(several.text).toMatch(
      /Others between them may exist, and where it says "not proven" a better one may\.$/,
    );
    expect(several.alternatives[1]?.text).toContain('; at least 83 % of the planned hours are used (not all');
    const only = tellAlternatives([{ ...unsure, place: 'ONLY_ONE' }], false);
    expect(only.text).toMatch(/fewest hand-offs\. This is not proven\.$/);
    expect(only.alternatives[0].text).toContain(
      ' As far as is known no structure within the limits has fewer people',
    );
  });
});
