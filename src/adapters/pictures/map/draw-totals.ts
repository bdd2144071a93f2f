import type { Mark } from '../canvas/mark.js';
import { textWidth } from '../canvas/text-width.js';
import { wrapText } from '../canvas/wrap-text.js';
import { BAND, type Row, type RowLayout } from './lay-rows.js';
import type { MapPlan } from './plan-map.js';
import { ladderTotals, type LadderTotal } from './read-ladder.js';
import { SIZES } from './sizes.js';

const SIZE = 9;
const PAD = 7;
/** From one line to the next: the more lines, the less. */
const [WIDE, NARROW, NARROWEST] = [17, 13.5, 11.5];

/** One line of the box; the value stands at its right end. */
interface TotalLine {
  readonly label: string;
  readonly value: string;
  readonly sum: boolean;
  /** What the line above comes to at both ends of its ranges. */
  readonly range: boolean;
}

/** Both sums of the ladder and what they come to together, in a box behind its last rung. */
export function drawTotals({ plan }: RowLayout, row: Row): Mark[] {
  const x = (row.cut.spans.get(plan.flowEnd)?.end ?? row.cut.end) + SIZES.narrowGap / 2 + 8;
  const lines = totalLines(plan, row.cut.right - x);
  const needed = widest(lines, 'label') + widest(lines, 'value') + 4 * PAD;
  const width = Math.min(row.cut.right - x, needed);
  const pitch = lines.length <= 3 ? WIDE : lines.length === 4 ? NARROW : NARROWEST;
  const height = lines.length * pitch + 8;
  const top = row.ladder + (BAND.ladder - height) / 2;
  const sumTop = top + 4 + lines.findIndex(({ sum }) => sum) * pitch;
  const frame: Mark = { kind: 'rect', x, y: top, width, height, fill: 'card', stroke: 'ink' };
  const points = [
    [x, sumTop],
    [x + width, sumTop],
  ] as const;
  return [
    frame,
    { kind: 'line', stroke: 'ink', points },
    ...lines.flatMap((line, nth) => lineMarks(line, x, width, top + 4 + (nth + 0.5) * pitch + 3)),
  ];
}

/** There is room for the range of the sum only. */
function totalLines({ ladder, stream }: MapPlan, room: number): readonly TotalLine[] {
  const { waiting, handsOn, sum } = ladderTotals(ladder, stream.calendar);
  return [
    ...linesOf('Waiting', { ...waiting, range: null }, false, room),
    ...linesOf('Hands-on', { ...handsOn, range: null }, false, room),
    ...linesOf('Straight through', sum, true, room),
  ];
}

function widest(lines: readonly TotalLine[], part: 'label' | 'value'): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line[part], SIZE, true)), 0);
}

function linesOf(
  label: string,
  { text, range }: LadderTotal,
  sum: boolean,
  room: number,
): readonly TotalLine[] {
  const inside = room - 2 * PAD;
  const fits = textWidth(label, SIZE, true) + textWidth(text, SIZE, true) + 2 * PAD <= inside;
  const told = fits
    ? [{ label, value: text, sum, range: false }]
    : wrapText(`${label}: ${text}`, { width: inside, size: SIZE, bold: true, most: 2 }).map((line) => ({
        label: line,
        value: '',
        sum,
        range: false,
      }));
  if (range === null) return told;
  const ends = wrapText(range, { width: inside, size: SIZE, most: 2 });
  return [...told, ...ends.map((line) => ({ label: '', value: line, sum, range: true }))];
}

function lineMarks({ label, value, sum, range }: TotalLine, x: number, width: number, y: number): Mark[] {
  const text = { kind: 'text', y, size: SIZE, bold: !range } as const;
  return [
    ...(label === '' ? [] : [{ ...text, x: x + PAD, text: label, bold: sum || value === '' }]),
    ...(value === '' ? [] : [{ ...text, x: x + width - PAD, text: value, anchor: 'end' as const }]),
  ];
}
