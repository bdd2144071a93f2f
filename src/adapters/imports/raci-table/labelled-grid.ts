import { columnName, type CellPlace } from '../../../domain/chart/index.js';
import { filledColumns, nameIn, placeOf, textAt } from '../grid/grid.js';
import { headKind } from './head-words.js';
import { countColumn } from './count-cells.js';
import { lineKinds, type LineKind } from './line-kind.js';
import type { ColumnUse } from './column-use.js';
import type { CellReading } from './read-cell.js';
import type { SheetReading } from './sheet-reading.js';
import type { Told } from './told.js';

/** A grid of letters whose columns and lines have names; which of them are roles is still open. */
export interface LabelledGrid {
  readonly title: string | null;
  /** The text in the corner between heads and lines. */
  readonly corner: string;
  readonly heads: readonly Named[];
  readonly lines: readonly Line[];
}

interface Named {
  readonly name: string;
  readonly at: CellPlace;
  /** true where the chart gives no name and its place stands for it. */
  readonly unnamed: boolean;
  /** Parts of a chart that repeat their header count from 0. */
  readonly part: number;
}

interface Line extends Named {
  readonly section: string | null;
  readonly cells: readonly {
    readonly head: number;
    readonly reading: CellReading;
    readonly text: string;
    readonly at: CellPlace;
  }[];
}

type AsideKind = Exclude<LineKind, 'BODY' | 'BLANK'>;

const ROWS_TOLD: Readonly<Record<AsideKind, (text: string) => string>> = {
  REPEATED_HEADER: () => 'The header is repeated here; the row is no activity.',
  SECOND_HEADER: (text) => `A second part of the chart begins here, with a header of its own ("${text}").`,
  SECTION_ROW: (text) => `"${text}" is read as the heading of the lines below it, and is none itself.`,
  LEGEND_ROW: (text) => `"${text}" is read as an explanation of the letters, and is no line of the chart.`,
  TOTAL_ROW: (text) => `"${text}" counts, and is no line of the chart.`,
  NOTE_ROW: (text) => `"${text}" is read as a note below the chart.`,
};

/** Takes the lines of a grid one after the other; everything that is no line is told. */
export function readLabelledGrid(sheet: SheetReading, use: ColumnUse, told: Told): LabelledGrid {
  const heads: Named[] = [];
  const lines: Line[] = [];
  const title = tellAbove(sheet, use, told);
  let columns = headsOf(sheet, use, use.header, heads, 0, told);
  tellLeftOut(sheet, use, told);
  let part = 0;
  let heading: string | null = null;
  for (const [row, kind] of lineKinds(sheet, use).entries()) {
    if (kind === 'BLANK') continue;
    if (kind === 'BODY') {
      const beside = use.section === null ? '' : sheet.name(row, use.section);
      if (beside !== '') heading = beside;
      lines.push(readLine(sheet, use, row, columns, heading, part));
      continue;
    }
    const first = filledColumns(sheet.grid, row)[0] ?? 0;
    const text = sheet.name(row, first);
    told.tell(kind, placeOf(row, first), ROWS_TOLD[kind](text));
    if (kind === 'SECTION_ROW') heading = text.replace(/:$/, '');
    if (kind === 'SECOND_HEADER') columns = headsOf(sheet, use, row, heads, (part += 1), told);
  }
  const corner = use.header === null || use.label === null ? '' : sheet.name(use.header, use.label);
  return { title, corner, heads, lines };
}

function readLine(
  sheet: SheetReading,
  use: ColumnUse,
  row: number,
  columns: ReadonlyMap<number, number>,
  section: string | null,
  part: number,
): Line {
  const label = use.label === null ? '' : nameIn(textAt(sheet.grid, row, use.label));
  const at = placeOf(row, use.label ?? 0);
  const cells = [...columns].flatMap(([column, head]) => {
    const reading = sheet.read(row, column);
    return reading.kind === 'BLANK'
      ? []
      : [{ head, reading, text: textAt(sheet.grid, row, column), at: placeOf(row, column) }];
  });
  const name = label === '' ? `Row ${row + 1}` : label;
  return { name, at, unnamed: label === '', part, section, cells };
}

/** The heads of one part, by column; a head that is blank takes the text above it. */
function headsOf(
  sheet: SheetReading,
  use: ColumnUse,
  header: number | null,
  heads: Named[],
  part: number,
  told: Told,
): Map<number, number> {
  const columns = new Map<number, number>();
  for (const column of use.marks) {
    const own = header === null ? '' : nameIn(textAt(sheet.grid, header, column));
    const above =
      own === '' && part === 0 && header !== null && header > 0
        ? nameIn(textAt(sheet.grid, header - 1, column))
        : '';
    const row = above === '' ? (header ?? 0) : (header ?? 1) - 1;
    const name = own || above;
    if (above !== '') {
      told.tell(
        'HEADER_IN_TWO_ROWS',
        placeOf(row, column),
        `"${above}" is read as the head of column ${columnName(column + 1)}.`,
      );
    }
    columns.set(column, heads.length);
    heads.push({
      name: name || `Column ${columnName(column + 1)}`,
      at: placeOf(row, column),
      unnamed: name === '',
      part,
    });
  }
  return columns;
}

function tellAbove(sheet: SheetReading, use: ColumnUse, told: Told): string | null {
  let title: string | null = null;
  for (let row = 0; row < (use.header ?? 0); row += 1) {
    const filled = filledColumns(sheet.grid, row);
    const [first] = filled;
    if (first === undefined) continue;
    const text = sheet.name(row, first);
    const usedAsHead =
      row + 1 === use.header &&
      filled.some((column) => use.marks.includes(column) && sheet.name(row + 1, column) === '');
    if (usedAsHead) continue;
    if (filled.length === 1 && title === null) title = text;
    told.tell('TITLE_ROW', placeOf(row, first), `"${text}" stands above the header and is read as a title.`);
  }
  return title;
}

function tellLeftOut(sheet: SheetReading, use: ColumnUse, told: Told): void {
  for (const column of use.leftOut) {
    const head = use.header === null ? '' : sheet.name(use.header, column);
    const kind = headKind(head);
    const name = head === '' ? `Column ${columnName(column + 1)}` : `"${head}"`;
    const { letters } = countColumn(sheet, column, (use.header ?? -1) + 1);
    const message =
      letters > 0
        ? `${name} holds texts beside ${letters === 1 ? 'one letter' : `${letters} letters`}; it is left out, and the letters with it. Take the texts out where it is part of the chart.`
        : `${name} holds ${kind === 'NUMBER' || kind === 'TOTAL' ? 'numbers' : 'texts'} and no letters; it is left out of the chart.`;
    told.tell('COLUMN_LEFT_OUT', placeOf(use.header ?? 0, column), message);
  }
}
