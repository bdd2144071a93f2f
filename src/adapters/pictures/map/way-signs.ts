import type { Mark, Point } from '../canvas/mark.js';
import { arrowHead } from './arrow-symbols.js';
import { SIZES } from './sizes.js';
import type { Spot } from './spots.js';

/** A round letter that stands for the same place wherever it is seen. */
export function letterMarks(x: number, y: number, letter: string): Mark[] {
  const radius = letter.length > 2 ? 14 : 9;
  return [
    { kind: 'circle', x, y, radius, fill: 'card', stroke: 'ink', weight: 1.4, solid: true },
    {
      kind: 'text',
      x,
      y: y + 3.2,
      text: letter,
      size: 9,
      bold: true,
      anchor: 'middle',
    },
  ];
}

/** A way that goes on at the same letter elsewhere: nth of those that leave or enter its place so. */
export function jumpMarks(spot: Spot, letter: string, nth: number, side: 'out' | 'in'): Mark[] {
  const y = spot.lane.flow + 20 + nth * 20;
  const { flow } = spot.lane;
  if (side === 'out') {
    const x = spot.right + 23;
    const points: Point[] = [
      [spot.right, flow],
      [spot.right + 7, flow],
      [spot.right + 7, y],
      [x - 9, y],
    ];
    return [{ kind: 'line', stroke: 'ink', points, way: true }, ...letterMarks(x, y, letter)];
  }
  const x = spot.left - 26;
  const points: Point[] = [
    [x + 9, y],
    [spot.left - 10, y],
    [spot.left - 10, flow],
    [spot.left - 3, flow],
  ];
  return [
    { kind: 'line', stroke: 'ink', points, way: true },
    arrowHead(spot.left, flow, 'right'),
    ...letterMarks(x, y, letter),
  ];
}

/** A, B, … Z, AA, AB, … */
export function letterMaker(): () => string {
  let count = 0;
  return () => {
    let letter = '';
    for (let rest = count; rest >= 0; rest = Math.floor(rest / 26) - 1)
      letter = String.fromCharCode(65 + (rest % 26)) + letter;
    count += 1;
    return letter;
  };
}

/** Small signs where work begins or ends other than at the customer's factory. */
export function terminalMarks(spot: Spot, side: 'begins' | 'ends' | 'stops'): Mark[] {
  const { flow } = spot.lane;
  if (side === 'begins') {
    const x = spot.into - SIZES.gap / 2 + 2;
    return [
      { kind: 'circle', x: x - 5, y: flow, radius: 5, fill: 'card', stroke: 'ink', weight: 1.6 },
      {
        kind: 'line',
        stroke: 'ink',
        points: [
          [x, flow],
          [spot.into - 3, flow],
        ],
      },
      arrowHead(spot.into, flow, 'right'),
    ];
  }
  if (side === 'ends') return [{ kind: 'circle', x: spot.out + 5, y: flow, radius: 4.5, fill: 'ink' }];
  const x = spot.out + 6;
  return [
    {
      kind: 'line',
      stroke: 'ink',
      points: [
        [spot.out, flow],
        [x, flow],
      ],
    },
    {
      kind: 'line',
      stroke: 'ink',
      weight: 3,
      points: [
        [x, flow - 8],
        [x, flow + 8],
      ],
    },
  ];
}
