import type { Mark, Point } from '../canvas/mark.js';
import type { PlannedWay } from './plan-ways.js';
import type { Row, RowLayout } from './lay-rows.js';
import { spotOf, type Spot } from './spots.js';
import { jumpMarks, letterMaker, letterMarks } from './way-signs.js';
import { arrowHead, fifoLane, pullArrow, pushArrow } from './arrow-symbols.js';

/** Every way with its arrow, its words, and letters where it goes on in another row; no line lies over signs and words. */
export function drawWays(layout: RowLayout): Mark[] {
  const letters = letterMaker();
  const breaks = new Set<string>();
  /** The letter at which a lane goes on in the next row; none where ways that part or meet beside it have theirs already. */
  const letterOf = (row: number, lane: number): string | null => {
    const key = `${row} ${lane}`;
    if (breaks.has(key)) return null;
    breaks.add(key);
    return letters();
  };
  const jumps = new Map<number, number>();
  const nextJump = (place: number) => {
    const nth = jumps.get(place) ?? 0;
    jumps.set(place, nth + 1);
    return nth;
  };
  const marks = layout.plan.ways.flatMap((way) => {
    const [from, to] = [layout.plan.cells.get(way.from), layout.plan.cells.get(way.to)];
    const start = from && spotOf(layout, from);
    const end = to && spotOf(layout, to);
    if (!start || !end) return [];
    if (way.jump) {
      const letter = letters();
      return [
        ...jumpMarks(start, letter, nextJump(way.from), 'out'),
        ...jumpMarks(end, letter, nextJump(way.to), 'in'),
      ];
    }
    return wayMarks(layout, way, [start, end], letterOf);
  });
  const isWay = (mark: Mark) => mark.kind === 'line' && mark.way === true;
  return [...marks.filter(isWay), ...marks.filter((mark) => !isWay(mark))];
}

function wayMarks(
  layout: RowLayout,
  way: PlannedWay,
  [start, end]: readonly [Spot, Spot],
  letterOf: (row: number, lane: number) => string | null,
): Mark[] {
  const weight = way.critical ? 2.8 : 1.2;
  const marks: Mark[] = [];
  const line = (points: readonly Point[]) =>
    marks.push({ kind: 'line', stroke: 'ink', weight, points, way: true });
  const laneY = (row: Row) => row.lanes.get(way.lane)?.flow ?? start.lane.flow;
  const words = wordMarks(way, start, laneY(start.row));
  let points: Point[] = beginning(way, start, laneY(start.row));
  for (let index = start.rowIndex; index < end.rowIndex; index += 1) {
    const [row, next] = [layout.rows[index], layout.rows[index + 1]];
    if (!row || !next) break;
    const letter = letterOf(index, way.lane);
    const right = row.cut.letters - 10;
    const left = next.cut.left + 9;
    line([...points, [right, laneY(row)]]);
    if (letter !== null)
      marks.push(
        arrowHead(right, laneY(row), 'right'),
        ...letterMarks(right + 10, laneY(row), letter),
        ...letterMarks(left, laneY(next), letter),
      );
    points = [[left + 9, laneY(next)]];
  }
  line([...points, ...ending(way, end, laneY(end.row))]);
  if (way.arrives !== 'gate') marks.push(arrowHead(end.into, end.lane.flow, 'right'));
  return [...marks, ...passingMarks(way, start, laneY(start.row)), ...words];
}

/** From the place to the lane of the way, in the row of the place. */
function beginning({ leaves }: PlannedWay, { left, right, out, lane, column }: Spot, y: number): Point[] {
  const middle = (left + right) / 2;
  switch (leaves) {
    case 'gate':
      return [
        [middle, lane.flow + (y > lane.flow ? 13 : -13)],
        [middle, y],
      ];
    case 'gap':
      return [
        [out, lane.flow],
        [column.end + 11, lane.flow],
        [column.end + 11, y],
      ];
    case 'none':
      return [[out, lane.flow]];
  }
}

/** From the lane of the way to the place, in the row of the place. */
function ending({ arrives }: PlannedWay, { left, right, into, lane, column }: Spot, y: number): Point[] {
  const { flow } = lane;
  const middle = (left + right) / 2;
  switch (arrives) {
    case 'gate':
      return [
        [middle, y],
        [middle, flow + (y > flow ? 13 : -13)],
      ];
    case 'gap':
      return [
        [column.start - 13, y],
        [column.start - 13, flow],
        [into - 3, flow],
      ];
    case 'none':
      return [[into - 3, flow]];
  }
}

/** How work moves on behind a buffer. */
function passingMarks({ passing, leaves }: PlannedWay, start: Spot, y: number): Mark[] {
  if (!passing || leaves === 'gap') return [];
  const x = start.out + 8;
  switch (passing.kind) {
    case 'PUSH':
      return pushArrow(x, y);
    case 'PULL':
      return [{ kind: 'rect', x, y: y - 11, width: 34, height: 22, fill: 'paper' }, ...pullArrow(x, y)];
    case 'FIFO':
      return fifoLane(x, y);
  }
}

function wordMarks({ label, tag }: PlannedWay, start: Spot, y: number): Mark[] {
  const x = start.right + 3;
  const word = (text: string, at: number): Mark => ({
    kind: 'text',
    x,
    y: at,
    text,
    size: 9,
    bold: true,
    halo: 'paper',
  });
  return [...(label === null ? [] : [word(label, y - 6)]), ...(tag === null ? [] : [word(tag, y + 12)])];
}
