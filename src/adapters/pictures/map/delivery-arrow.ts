import type { Mark, Point } from '../canvas/mark.js';

const HALF = 5;
const HEAD = 12;
const HEAD_HALF = 10;

/** The broad arrow of what is delivered, along a path with right angles; its tip is the last point. */
export function deliveryArrow(path: readonly Point[]): Mark {
  const [tip = [0, 0], before = tip] = [...path].reverse();
  const [dx, dy] = towards(before, tip);
  const neck: Point = [tip[0] - dx * HEAD, tip[1] - dy * HEAD];
  const shaft = [...path.slice(0, -1), neck];
  const side = (half: number) => shaft.map((_, nth) => besideCorner(shaft, nth, half));
  const head: readonly Point[] = [
    [neck[0] - dy * HEAD_HALF, neck[1] + dx * HEAD_HALF],
    tip,
    [neck[0] + dy * HEAD_HALF, neck[1] - dx * HEAD_HALF],
  ];
  const points = [...side(HALF), ...head, ...side(-HALF).reverse()];
  return { kind: 'line', closed: true, fill: 'card', stroke: 'ink', points };
}

function towards([fromX, fromY]: Point, [x, y]: Point): Point {
  return [Math.sign(x - fromX), Math.sign(y - fromY)];
}

/** The point beside a corner of the path, to its right where half is positive. */
function besideCorner(path: readonly Point[], nth: number, half: number): Point {
  const [at = [0, 0], before, after] = [path[nth], path[nth - 1], path[nth + 1]];
  const turns = [before && towards(before, at), after && towards(at, after)];
  const known = turns.filter((turn) => turn !== undefined);
  const straight = new Set(known.map(([dx, dy]) => `${dx} ${dy}`)).size === 1 ? known.slice(0, 1) : known;
  return straight.reduce<Point>(([x, y], [dx, dy]) => [x - dy * half, y + dx * half], at);
}
