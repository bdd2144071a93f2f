import type { Mark, Point } from '../canvas/mark.js';
import { textWidth } from '../canvas/text-width.js';
import { setLines } from '../canvas/set-text.js';
import { isUppermost, spotOf, type Spot } from './spots.js';
import { groupBy } from './flow-outline.js';
import type { Row, RowLayout } from './lay-rows.js';
import { LINE_TEXT, type InformationLine } from './information-lines.js';
import { contactDrop, WORD_DROP } from './draw-first-contact.js';
import type { Cell } from './cell.js';
import { SIZES } from './sizes.js';
import { arrowHead, zigzag } from './arrow-symbols.js';

const TAG = 9;
const DROP = 24;

/** The information band of a row: a line for each system and each party told or asked, a mark with the number of each step at it. */
export function drawInformation(layout: RowLayout, row: Row): Mark[] {
  const lines = row.lines.flatMap((line) => lineMarks(row, line));
  const drops = [...wordMarks(layout, row), ...dropMarks(layout, row)];
  const tags = row.lines.flatMap((line) => tagMarks(layout, line));
  return [...lines, ...drops, ...tags];
}

function lineMarks(row: Row, { words, y }: InformationLine): Mark[] {
  const pitch = 11.5;
  const top = y - (words.length * pitch) / 2;
  const text = setLines(words, { size: LINE_TEXT }, { x: SIZES.edge + 4, y: top });
  const { left, right } = row.cut;
  const points = [
    [left, y],
    [right, y],
  ] as const;
  return [{ kind: 'line', stroke: 'faint', points }, ...text.marks];
}

function down(x: number, from: number, to: number): Mark {
  const points: readonly Point[] = [
    [x, from],
    [x, to],
  ];
  return { kind: 'line', stroke: 'strong', points };
}

/** From the highest system that a step of the upper lane uses down to its box. */
function dropMarks(layout: RowLayout, row: Row): Mark[] {
  return [...groupByUser(row, false)].flatMap(([cell, lines]) => {
    const spot = dropSpot(layout, cell);
    const [highest, lowest] = [lines[0], lines.at(-1)];
    if (!spot || !highest || !lowest) return [];
    const x = spot.left + DROP;
    const through = lowest.y > highest.y ? [down(x, highest.y, lowest.y)] : [];
    return [...through, ...zigzag(x, lowest.y, spot.lane.frame)];
  });
}

/** From those who are told or asked straight down to the box: a step that tells points up, one that asks both ways. */
function wordMarks(layout: RowLayout, row: Row): Mark[] {
  return [...groupByUser(row, true)].flatMap(([cell, lines]) => {
    const spot = dropSpot(layout, cell);
    const [highest] = lines;
    if (!spot || !highest) return [];
    const x = spot.left + WORD_DROP;
    const foot = spot.lane.frame - (cell.step?.outside ? 8 : 0);
    const asks = lines.some(({ asking }) => asking?.has(cell));
    return [
      down(x, highest.y + 3, asks ? foot - 3 : foot),
      ...lines.map(({ y }) => arrowHead(x, y, 'up', 'strong')),
      ...(asks ? [arrowHead(x, foot, 'down', 'strong')] : []),
    ];
  });
}

/** The lines of people or of systems at which each step stands, from the top. */
function groupByUser(row: Row, people: boolean): ReadonlyMap<Cell, readonly InformationLine[]> {
  const pairs = row.lines
    .filter(({ asking }) => (asking !== null) === people)
    .flatMap((line) => line.users.map((cell) => ({ cell, line })));
  return new Map(
    [...groupBy(pairs, ({ cell }) => cell)].map(([cell, found]) => [cell, found.map(({ line }) => line)]),
  );
}

function dropSpot(layout: RowLayout, cell: Cell): Spot | null {
  return isUppermost(layout, cell) ? spotOf(layout, cell) : null;
}

/** Where lines run down from the information band of a row, from the left. */
export function dropsOf(layout: RowLayout, row: Row): readonly number[] {
  const dropsAt = (people: boolean, beside: number) =>
    [...groupByUser(row, people).keys()].flatMap((cell) => {
      const spot = dropSpot(layout, cell);
      return spot ? [spot.left + beside] : [];
    });
  const contact = row === layout.rows[0] ? contactDrop(layout) : null;
  return [...dropsAt(false, DROP), ...dropsAt(true, WORD_DROP), ...(contact === null ? [] : [contact])].sort(
    (a, b) => a - b,
  );
}

/** The numbers of the steps side by side at their column; where there are too many, how many more. */
function tagMarks(layout: RowLayout, { users, y }: InformationLine): Mark[] {
  return [...groupBy(users, (cell) => cell.column)].flatMap(([column, cells]) => {
    const [first] = cells;
    const spot = first && spotOf(layout, first);
    if (!first || !spot) return [];
    const end = spot.left + (layout.plan.widths[column] ?? 0);
    const marks: Mark[] = [];
    let x = spot.left + DROP - (isUppermost(layout, first) ? 10 : -8);
    for (const [nth, cell] of cells.entries()) {
      const more = cells.length - nth;
      const full = more > 1 && x + 2 * 34 > end;
      const text = full ? `+${more}` : String(cell.step?.position ?? '');
      marks.push(...tag(x, y, text));
      if (full) break;
      x += tagWidth(text) + 4;
    }
    return marks;
  });
}

function tagWidth(text: string): number {
  return Math.max(20, textWidth(text, TAG, true) + 8);
}

function tag(x: number, y: number, text: string): Mark[] {
  const width = tagWidth(text);
  return [
    {
      kind: 'rect',
      x,
      y: y - 6.5,
      width,
      height: 13,
      radius: 6,
      fill: 'card',
      stroke: 'strong',
      solid: true,
    },
    { kind: 'text', x: x + width / 2, y: y + 3, text, size: TAG, bold: true, anchor: 'middle' },
  ];
}
