import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeLoadAgainstTakt } from '../../../src/adapters/pictures/charts/draw-load-against-takt.js';
import { placeTwoForces } from '../../../src/adapters/pictures/charts/draw-two-forces.js';
import { placeValueStreamMap } from '../../../src/adapters/pictures/map/draw-value-stream-map.js';
import type { Mark } from '../../../src/adapters/pictures/canvas/mark.js';
import type { Paper } from '../../../src/adapters/pictures/canvas/paper.js';
import { longName, measured, measuredOne, sampleNapkins, sixtySteps, type Measured } from './drawn.js';
import { outsideOf, overlapsOf } from './overlaps.js';
import { PUBLISHED_SHAPES } from './published-shapes.js';
import { longNapkin, randomNapkin } from './random-napkin.js';

const CASES = [
  ...sampleNapkins(),
  ...PUBLISHED_SHAPES,
  ['sixty steps with names of forty letters', sixtySteps()] as const,
];
const PAPERS = ['A3', 'A4'] as const;

/** Everything that lies over something else in any picture of a stream. */
function overlapsIn({ stream, metrics }: Measured, paper: Paper): string[] {
  const maps = (['stacked', 'one'] as const).flatMap((sheets) =>
    placeValueStreamMap(stream, metrics, { paper, sheets }),
  );
  const charts = [placeLoadAgainstTakt, placeTwoForces].map((place) => place(stream, metrics, { paper }));
  return [...maps, ...charts].flatMap(overlapsOf);
}

describe('nothing lies over anything else, and nothing is cut', () => {
  for (const [name, text] of CASES)
    it(`in the pictures of ${name}`, () => {
      for (const one of measured(text))
        for (const paper of PAPERS) expect(overlapsIn(one, paper)).toEqual([]);
    });

  it('in the pictures of any stream', () => {
    fc.assert(
      fc.property(randomNapkin, (napkin) => {
        for (const one of measured(napkin))
          for (const paper of PAPERS) expect(overlapsIn(one, paper)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('in the map of any stream of up to sixty steps with names of forty letters, and all of it is on the page', () => {
    fc.assert(
      fc.property(longNapkin, fc.constantFrom(...PAPERS), fc.nat(3), (napkin, paper, nth) => {
        const sheets = nth === 0 ? 'one' : 'stacked';
        for (const { stream, metrics } of measured(napkin)) {
          const pages = placeValueStreamMap(stream, metrics, { paper, sheets });
          expect(pages.flatMap((page) => [...overlapsOf(page), ...outsideOf(page)])).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  }, 240_000);

  it('where a step at the left edge of a row sends work back to itself with a range and a time', () => {
    const steps = Array.from({ length: 40 }, (_, nth) => {
      const name = `"${longName(nth)}"`;
      return `${name} @Ada 10m\nback to ${name} 20-30% 1h 40m`;
    });
    const { stream, metrics } = measuredOne(`stream Rework\nsales:\n${steps.join('\n')}\n`);
    for (const paper of PAPERS) {
      const pages = placeValueStreamMap(stream, metrics, { paper });
      expect(pages.flatMap((page) => [...overlapsOf(page), ...outsideOf(page)])).toEqual([]);
      const words = pages.flatMap(({ marks }) =>
        marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
      );
      expect(words.filter((text) => text.includes('1 h 40 min of work each'))).toHaveLength(40);
    }
  });

  it('where the words of a return have no room beside the arrow to the customer, and stand below their line', () => {
    const napkin =
      'sales:\n"A" @Dora 1h every 1w\nback to "A" 20-30% 1h 40m\n"B" @Ada 10m 90%\nfulfilment:\n';
    const { stream, metrics } = measuredOne(napkin);
    for (const paper of PAPERS) {
      const pages = placeValueStreamMap(stream, metrics, { paper });
      expect(pages.flatMap(overlapsOf)).toEqual([]);
      const words = pages.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'));
      const share = words.find(({ text }) => text === '20 % to 30 % back to 1,');
      const work = words.find(({ text }) => text === '1 h 40 min of work each');
      expect(share && work && work.y > share.y && work.x === share.x).toBe(true);
    }
  });

  it('and the check notices a line through words, over them or under them, and a border that touches them', () => {
    const text = { kind: 'text', x: 50, y: 50, text: 'Words', size: 10 } as const;
    const line = {
      kind: 'line',
      stroke: 'ink',
      points: [
        [60, 20],
        [60, 80],
      ],
    } as const;
    const ground = { kind: 'rect', x: 40, y: 30, width: 60, height: 40, fill: 'card' } as const;
    const told = (...marks: readonly Mark[]) =>
      overlapsOf({ title: '', description: '', width: 200, height: 200, marks });
    const through = ['a line at 60,20 runs through "Words"'];
    expect(told(line, text)).toEqual(through);
    expect(told(text, line)).toEqual(through);
    expect(told(line, { ...text, halo: 'paper' })).toEqual([]);
    expect(told({ ...text, halo: 'paper' }, line)).toEqual(through);
    expect(told(line, ground, text)).toEqual([]);
    expect(told({ ...line, border: true }, ground, { ...text, halo: 'paper' })).toEqual([
      'a border at 60,20 runs through "Words"',
    ]);
    expect(
      told(
        {
          ...line,
          points: [
            [40, 20],
            [90, 70],
          ],
        },
        text,
      ),
    ).toEqual(['a line at 40,20 runs through "Words"']);
    expect(
      told(
        {
          ...line,
          points: [
            [40, 20],
            [120, 30],
          ],
        },
        text,
      ),
    ).toEqual([]);
  });

  it('and the check notices words over words, words across an edge, and a way through a box', () => {
    const box = { kind: 'rect', x: 50, y: 50, width: 40, height: 40, solid: true } as const;
    const text = { kind: 'text', x: 10, y: 20, text: 'Words', size: 10 } as const;
    const picture = { title: '', description: '', width: 200, height: 200 };
    const marks = [
      box,
      text,
      { ...text, x: 14 },
      { ...text, x: 80, y: 70 },
      { ...text, x: 190, y: 150 },
      {
        kind: 'line',
        way: true,
        points: [
          [20, 80],
          [120, 80],
        ],
      } as const,
    ];
    expect(overlapsOf({ ...picture, marks })).toEqual([
      '"Words" is cut by the page',
      '"Words" lies over "Words"',
      '"Words" lies across the edge of a box at 50,50',
      'a way at 20,80 runs through a box at 50,50',
    ]);
  });
});
