import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeLoadAgainstTakt } from '../../../src/adapters/pictures/charts/draw-load-against-takt.js';
import { placeTwoForces } from '../../../src/adapters/pictures/charts/draw-two-forces.js';
import { placeValueStreamMap } from '../../../src/adapters/pictures/map/draw-value-stream-map.js';
import type { Paper } from '../../../src/adapters/pictures/canvas/paper.js';
import { measured, sampleNapkins, sixtySteps, type Measured } from './drawn.js';
import { overlapsOf } from './overlaps.js';
import { randomNapkin } from './random-napkin.js';

const CASES = [...sampleNapkins(), ['sixty steps with names of forty letters', sixtySteps()] as const];
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
