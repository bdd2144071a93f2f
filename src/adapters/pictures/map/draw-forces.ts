import type { Force } from '../../../domain/index.js';
import type { Mark, TextMark } from '../canvas/mark.js';
import { textBox } from '../canvas/print-svg.js';
import { textWidth } from '../canvas/text-width.js';
import { dropsOf } from './draw-information.js';
import { returnWords } from './draw-returns.js';
import { seamPlace } from './seam-place.js';
import type { Row, RowLayout } from './lay-rows.js';
import { spotOf } from './spots.js';

/** What the forces are called. */
export const FORCE_NAMES: Readonly<Record<Force, string>> = {
  SALES: 'Sales and marketing',
  FULFILMENT: 'Process and fulfilment',
};

const SHORT_NAMES: Readonly<Record<Force, string>> = { SALES: 'Sales', FULFILMENT: 'Fulfilment' };

/** Where the forces begin, and the seam between them. */
export function drawForces(layout: RowLayout): Mark[] {
  const { forces, seams } = layout.plan;
  const words = returnWords(layout);
  const segments = layout.rows.flatMap((row, nth) => {
    const marks: Mark[] = [];
    const drops = dropsOf(layout, row);
    for (let first = row.cut.first; first <= row.cut.last;) {
      let last = first;
      while (last < row.cut.last && forces[last + 1] === forces[first]) last += 1;
      const force = forces[first];
      const seam = seams.has(first) ? seamPlace(seams, row.cut, first) : null;
      if (force) marks.push(...nameMarks(row, force, { first, last, seam }, drops));
      if (seam !== null) marks.push(...seamMarks(row, seam, words.get(nth) ?? []));
      first = last + 1;
    }
    return marks;
  });
  return [...segments, ...ownSeamMarks(layout)];
}

/** The seam from the top of the flow to the ladder; words of returns that cannot be anywhere else interrupt it. */
function seamMarks({ strip, ladder }: Row, x: number, words: readonly TextMark[]): Mark[] {
  const across = words
    .map(textBox)
    .filter((box) => box.x - 4 < x && x < box.x + box.width + 4)
    .sort((a, b) => a.y - b.y);
  const ends = [strip + 2, ...across.flatMap(({ y, height }) => [y - 3, y + height + 3]), ladder - 2];
  return ends.flatMap((top, nth): Mark[] => {
    const foot = ends[nth + 1];
    if (nth % 2 > 0 || foot === undefined || foot <= top) return [];
    const points = [
      [x, top],
      [x, foot],
    ] as const;
    return [{ kind: 'line', stroke: 'ink', weight: 2.4, dash: '12 4 2 4', border: true, points }];
  });
}

interface Segment {
  readonly first: number;
  readonly last: number;
  readonly seam: number | null;
}

/** The name of a force in the columns that it has, in fewer words where lines leave no room for all. */
function nameMarks(
  { cut, strip }: Row,
  force: Force,
  { first, last, seam }: Segment,
  drops: readonly number[],
): Mark[] {
  const from = seam === null ? (cut.spans.get(first)?.start ?? 0) : seam + 8;
  const end = cut.spans.get(last)?.end ?? 0;
  const names = [FORCE_NAMES[force], SHORT_NAMES[force]].map((name) =>
    seam === null ? name : `Seam: ${name}`,
  );
  for (const text of seam === null ? names : [...names, 'Seam']) {
    const x = freePlace(textWidth(text, 9.5, true), from, end, drops);
    if (x !== null) return [{ kind: 'text', x, y: strip + 14, text, size: 9.5, bold: true }];
  }
  return [];
}

/** The first place for words of that width at which none of the lines runs down; null where there is none. */
function freePlace(width: number, from: number, end: number, lines: readonly number[]): number | null {
  let at = from;
  for (const line of lines) if (line > at - 6 && line < at + width + 6) at = line + 8;
  return at + width <= end ? at : null;
}

/** Steps that work reaches from the other force where the forces run side by side. */
function ownSeamMarks(layout: RowLayout): Mark[] {
  const { plan } = layout;
  return [...plan.cells.values()].flatMap((cell): Mark[] => {
    const spot = cell.step && plan.ownSeams.has(cell.step.key) ? spotOf(layout, cell) : null;
    if (!spot) return [];
    const y = spot.lane.flow + 24;
    return [
      { kind: 'text', x: spot.left - 6, y, text: 'seam', size: 9, bold: true, anchor: 'end', halo: 'paper' },
    ];
  });
}
