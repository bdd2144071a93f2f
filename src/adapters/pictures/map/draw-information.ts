import type { Mark } from '../canvas/mark.js';
import { textWidth } from '../canvas/text-width.js';
import { setLines } from '../canvas/set-text.js';
import { spotOf } from './spots.js';
import { groupBy } from './flow-outline.js';
import { BAND, type Row, type RowLayout, type SystemLine } from './lay-rows.js';
import type { Cell } from './cell.js';
import { SIZES } from './sizes.js';
import { zigzag } from './arrow-symbols.js';

const TAG = 9;
const DROP = 24;

/** The information band of a row: a line for each system, a mark with the number of each step that uses it. */
export function drawInformation(layout: RowLayout, row: Row): Mark[] {
  const lines = row.systems.flatMap((system) => systemMarks(row, system));
  const drops = dropMarks(layout, row);
  const tags = row.systems.flatMap((system) => tagMarks(layout, system));
  return [...lines, ...drops, ...tags];
}

function systemMarks(row: Row, { words, y }: SystemLine): Mark[] {
  const pitch = 11.5;
  const top = y - (words.length * pitch) / 2;
  const text = setLines(words, { size: BAND.systemText }, { x: SIZES.edge + 4, y: top });
  const { left, right } = row.cut;
  return [
    {
      kind: 'line',
      stroke: 'faint',
      points: [
        [left, y],
        [right, y],
      ],
    },
    ...text.marks,
  ];
}

/** From the highest line that a step of the upper lane uses down to its box. */
function dropMarks(layout: RowLayout, row: Row): Mark[] {
  const dropped = new Set<number>();
  return row.systems.flatMap(({ users, y }) =>
    users.flatMap((cell) => {
      const spot = spotOf(layout, cell);
      if (!spot || !isUppermost(layout, cell) || dropped.has(cell.place)) return [];
      dropped.add(cell.place);
      const x = spot.left + DROP;
      const last = row.systems.filter((one) => one.users.includes(cell)).at(-1)?.y ?? y;
      const through: Mark[] =
        last > y
          ? [
              {
                kind: 'line',
                stroke: 'strong',
                points: [
                  [x, y],
                  [x, last],
                ],
              },
            ]
          : [];
      return [...through, ...zigzag(x, last, spot.lane.frame)];
    }),
  );
}

/** Where lines run down from the systems of a row, from the left. */
export function dropsOf(layout: RowLayout, row: Row): readonly number[] {
  const cells = new Set(row.systems.flatMap(({ users }) => users));
  return [...cells]
    .flatMap((cell) => {
      const spot = isUppermost(layout, cell) ? spotOf(layout, cell) : null;
      return spot ? [spot.left + DROP] : [];
    })
    .sort((a, b) => a - b);
}

function isUppermost({ plan, rows, rowOfColumn }: RowLayout, cell: Cell): boolean {
  const row = rows[rowOfColumn.get(cell.column) ?? 0];
  const upper = row ? Math.min(...row.lanes.keys()) : 0;
  return cell.lane === upper && plan.columns[cell.column]?.[0] === cell;
}

/** The numbers of the steps side by side at their column; where there are too many, how many more. */
function tagMarks(layout: RowLayout, { users, y }: SystemLine): Mark[] {
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
