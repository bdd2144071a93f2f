import type { LoadTaste } from './hoffmann-line.js';

const PAIRS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.005, 0.005],
  [0.01, 0.01],
  [0.02, 0.02],
  [0, 0.01],
  [0.01, 0],
  [0.005, 0.015],
  [0.015, 0.005],
  [0.02, 0],
  [0, 0.02],
  [0.005, 0],
  [0, 0.005],
  [0.015, 0.015],
];

/** Values of loads in the order in which they are tried, after those of Sewell and Jacobson (2012). */
export const LOAD_TASTES: readonly LoadTaste[] = PAIRS.flatMap(([weight, followers]) =>
  [0, 0.02].map((task) => ({ weight, followers, task })),
);
