import type { Calendar } from '../../../domain/index.js';
import type { Mark, Point } from '../canvas/mark.js';
import { setLines } from '../canvas/set-text.js';
import { wrapText } from '../canvas/wrap-text.js';
import { exactDuration } from './exact-duration.js';
import type { Row, RowLayout } from './lay-rows.js';
import type { Rung, RungTime } from './read-ladder.js';
import { SIZES } from './sizes.js';

const SIZE = 9;
const HIGH = 26;
const LOW = 40;

interface Span {
  readonly left: number;
  readonly right: number;
}

/** The timeline ladder of a row: under every column of the way straight through its rung, waiting above, hands-on below. */
export function drawLadder(layout: RowLayout, row: Row): Mark[] {
  const { plan } = layout;
  const { calendar } = plan.stream;
  const points: Point[] = [];
  const marks: Mark[] = [];
  for (const [column, { start, end }] of row.cut.spans) {
    if (column > plan.flowEnd) break;
    const before =
      column === row.cut.first || column > plan.flowEnd ? SIZES.narrowGap : (plan.gaps[column - 1] ?? 0);
    const behind =
      column === row.cut.last || column === plan.flowEnd ? SIZES.narrowGap : (plan.gaps[column] ?? 0);
    const span = { left: start - before / 2, right: end + behind / 2 };
    const place = plan.columns[column]?.find((cell) => plan.ladder.rungs.has(cell.place))?.place ?? -1;
    const drawn = drawRung(plan.ladder.rungs.get(place), span, row.ladder, calendar);
    points.push(...drawn.points);
    marks.push(...drawn.marks);
  }
  return points.length === 0 ? [] : [{ kind: 'line', stroke: 'ink', weight: 1.6, points }, ...marks];
}

function drawRung(
  rung: Rung | undefined,
  { left, right }: Span,
  top: number,
  calendar: Calendar,
): { readonly points: Point[]; readonly marks: Mark[] } {
  const [high, low] = [top + HIGH, top + LOW];
  const level = (y: number, from: number, to: number): Point[] => [
    [from, y],
    [to, y],
  ];
  if (!rung) return { points: level(low, left, right), marks: [] };
  const above = (span: Span) => rungText(rung.waiting, span, top, 'above', calendar);
  const below = (span: Span) => rungText(rung.handsOn, span, top, 'below', calendar);
  if (rung.handsOn.seconds === 0 && rung.waiting.seconds !== 0)
    return { points: level(high, left, right), marks: above({ left, right }) };
  if (rung.waiting.seconds === 0) return { points: level(low, left, right), marks: below({ left, right }) };
  const middle = (left + right) / 2;
  return {
    points: [...level(high, left, middle), ...level(low, middle, right)],
    marks: [...above({ left, right: middle }), ...below({ left: middle, right })],
  };
}

function rungText(
  { seconds, about }: RungTime,
  { left, right }: Span,
  top: number,
  side: 'above' | 'below',
  calendar: Calendar,
): Mark[] {
  const text = seconds === null ? '?' : `${about ? '~' : ''}${exactDuration(seconds, calendar)}`;
  const lines = wrapText(text, { width: right - left - 4, size: SIZE, bold: true, most: 2 });
  const height = lines.length * 11.5;
  const y = side === 'above' ? top + HIGH - 3 - height : top + LOW + 3;
  const place = { x: (left + right) / 2, y, anchor: 'middle' } as const;
  return [...setLines(lines, { size: SIZE, bold: true }, place).marks];
}
