import type { Mark } from '../canvas/mark.js';
import { textWidth } from '../canvas/text-width.js';
import { wrapText } from '../canvas/wrap-text.js';
import { BAND, type Row, type RowLayout } from './lay-rows.js';
import type { MapPlan } from './plan-map.js';
import { ladderTotals } from './read-ladder.js';
import { SIZES } from './sizes.js';

const SIZE = 9;
const PAD = 7;

/** One line of the box; the value stands at its right end. */
interface TotalLine {
  readonly label: string;
  readonly value: string;
  readonly sum: boolean;
}

/** Both sums of the ladder and what they come to together, in a box behind its last rung. */
export function drawTotals({ plan }: RowLayout, row: Row): Mark[] {
  const x = (row.cut.spans.get(plan.flowEnd)?.end ?? row.cut.end) + SIZES.narrowGap / 2 + 8;
  const room = row.cut.right - x;
  const whole = totalLines(plan);
  const needed = widest(whole, 'label') + widest(whole, 'value') + 4 * PAD;
  const fits = needed <= room;
  const lines = fits ? whole : whole.flatMap((line) => wrapped(line, room - 2 * PAD));
  const width = fits ? needed : room;
  const pitch = fits ? 17 : 11.5;
  const height = lines.length * pitch + 8;
  const top = row.ladder + (BAND.ladder - height) / 2;
  const sumTop = top + 4 + lines.filter(({ sum }) => !sum).length * pitch;
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

function totalLines({ ladder, stream }: MapPlan): readonly TotalLine[] {
  const { waiting, handsOn, sum } = ladderTotals(ladder, stream.calendar);
  return [
    { label: 'Waiting', value: waiting, sum: false },
    { label: 'Hands-on', value: handsOn, sum: false },
    { label: 'Straight through', value: sum, sum: true },
  ];
}

function widest(lines: readonly TotalLine[], part: 'label' | 'value'): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line[part], SIZE, true)), 0);
}

function wrapped({ label, value, sum }: TotalLine, width: number): readonly TotalLine[] {
  const lines = wrapText(`${label}: ${value}`, { width, size: SIZE, bold: true, most: 2 });
  return lines.map((line) => ({ label: line, value: '', sum }));
}

function lineMarks({ label, value, sum }: TotalLine, x: number, width: number, y: number): Mark[] {
  const text = { kind: 'text', y, size: SIZE, bold: true } as const;
  return [
    { ...text, x: x + PAD, text: label, bold: sum || value === '' },
    ...(value === '' ? [] : [{ ...text, x: x + width - PAD, text: value, anchor: 'end' as const }]),
  ];
}
