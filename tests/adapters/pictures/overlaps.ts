import type { Mark } from '../../../src/adapters/pictures/canvas/mark.js';
import { linesThroughWords } from './lines-through-words.js';
import { textBox, type Picture } from '../../../src/adapters/pictures/canvas/print-svg.js';

/** The room that something takes, and what to call it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

const SLACK = 0.6;

/** Everything in a picture that lies over something else, or over the edge of the page, in words; empty where all is well. */
export function overlapsOf({ marks, width, height }: Picture): string[] {
  const texts = marks.flatMap((mark) =>
    mark.kind === 'text' ? [{ ...textBox(mark), name: mark.text }] : [],
  );
  const solids = marks.flatMap(solidBox);
  const page = { x: 0, y: 0, width, height, name: 'the page' };
  return [
    ...texts.filter((text) => !inside(text, page)).map((text) => `"${text.name}" is cut by the page`),
    ...pairs(texts, texts).map(([a, b]) => `"${a.name}" lies over "${b.name}"`),
    ...pairs(texts, solids)
      .filter(([text, solid]) => !inside(text, solid))
      .map(([text, solid]) => `"${text.name}" lies across the edge of ${solid.name}`),
    ...pairs(solids, solids)
      .filter(([a, b]) => !inside(a, b) && !inside(b, a))
      .map(([a, b]) => `${a.name} lies over ${b.name}`),
    ...waysThrough(marks, solids),
    ...linesThroughWords(marks),
  ];
}

/** Everything but words that reaches beyond the edge of the page. */
export function outsideOf({ marks, width, height }: Picture): string[] {
  const page = { x: 0, y: 0, width, height, name: 'the page' };
  return marks.flatMap((mark) => {
    if (mark.kind === 'text') return [];
    const [xs, ys] = cornersOf(mark);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y, name: '' };
    return inside(box, page) ? [] : [`a ${mark.kind} at ${at(box)} reaches beyond the page`];
  });
}

function cornersOf(
  mark: Exclude<Mark, { kind: 'text' }>,
): readonly [xs: readonly number[], ys: readonly number[]] {
  if (mark.kind === 'line') return [mark.points.map(([x]) => x), mark.points.map(([, y]) => y)];
  const { x, y } = mark;
  if (mark.kind === 'rect')
    return [
      [x, x + mark.width],
      [y, y + mark.height],
    ];
  return [
    [x - mark.radius, x + mark.radius],
    [y - mark.radius, y + mark.radius],
  ];
}

function solidBox(mark: Mark): Box[] {
  if (mark.kind === 'rect' && mark.solid) return [{ ...mark, name: `a box at ${at(mark)}` }];
  if (mark.kind !== 'circle' || !mark.solid) return [];
  const { x, y, radius } = mark;
  const size = 2 * radius;
  return [{ x: x - radius, y: y - radius, width: size, height: size, name: `a circle at ${at(mark)}` }];
}

function at({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${Math.round(x)},${Math.round(y)}`;
}

/** Pairs that share some area, found by a sweep from the top. */
export function pairs<A extends Box, B extends Box>(first: readonly A[], second: readonly B[]): [A, B][] {
  const same: boolean = (first as readonly Box[]) === second;
  const lower = [...second].sort((a, b) => a.y - b.y);
  const tallest = lower.reduce((most, box) => Math.max(most, box.height), 0);
  return first.flatMap((a) => {
    const found: [A, B][] = [];
    for (let nth = firstBelow(lower, a.y - tallest); nth < lower.length; nth += 1) {
      const b = lower[nth];
      if (!b || b.y > a.y + a.height) break;
      const twice = same && ((a as Box) === b || b.y < a.y || (b.y === a.y && b.x <= a.x));
      if (!twice && overlap(a, b)) found.push([a, b]);
    }
    return found;
  });
}

function firstBelow(boxes: readonly Box[], y: number): number {
  let [low, high] = [0, boxes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxes[middle]?.y ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x + SLACK < b.x + b.width &&
    b.x + SLACK < a.x + a.width &&
    a.y + SLACK < b.y + b.height &&
    b.y + SLACK < a.y + a.height
  );
}

/** Whether one thing lies within another. */
export function inside(a: Box, b: Box): boolean {
  return (
    a.x >= b.x - SLACK &&
    a.y >= b.y - SLACK &&
    a.x + a.width <= b.x + b.width + SLACK &&
    a.y + a.height <= b.y + b.height + SLACK
  );
}

/** Lines that carry work and run through a box. */
function waysThrough(marks: readonly Mark[], solids: readonly Box[]): string[] {
  const segments = marks.flatMap((mark) =>
    mark.kind === 'line' && mark.way
      ? mark.points.slice(1).map(([x, y], nth): Box => {
          const [fromX, fromY] = mark.points[nth] ?? [x, y];
          return {
            x: Math.min(x, fromX) + 1,
            y: Math.min(y, fromY) - 0.5,
            width: Math.max(1, Math.abs(x - fromX) - 2),
            height: Math.max(1, Math.abs(y - fromY)),
            name: `a way at ${Math.round(fromX)},${Math.round(fromY)}`,
          };
        })
      : [],
  );
  const slanted = marks.some((mark) => mark.kind === 'line' && mark.way && hasSlant(mark.points));
  return [
    ...(slanted ? ['a way runs aslant'] : []),
    ...pairs(segments, solids).map(([way, solid]) => `${way.name} runs through ${solid.name}`),
  ];
}

function hasSlant(points: readonly (readonly [number, number])[]): boolean {
  return points.slice(1).some(([x, y], nth) => {
    const [fromX, fromY] = points[nth] ?? [x, y];
    return Math.abs(x - fromX) > 0.01 && Math.abs(y - fromY) > 0.01;
  });
}
