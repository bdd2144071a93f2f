import type { Grid } from './grid.js';

/** A table of fewer rows, with its head and its rule, has too few names to be told by them. */
const FEWEST_ROWS = 2;
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
/** Behind a backslash, any of these stands for itself. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** The tables of a Markdown document, each under the heading that it stands below; none where the text is no such document. */
export function markdownTables(text: string): Grid[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (!lines.some((line) => line.trim() !== '' && !ROW.test(line))) return [];
  const tables: Table[] = [];
  let heading: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, told] = HEADING.exec(line) ?? [];
    if (told !== undefined) heading = told.replaceAll(ESCAPED, '$1');
    if (!ROW.test(line) || !RULE.test(lines[at + 1] ?? '')) continue;
    const rows = [cellsOf(line), []];
    for (at += 2; ROW.test(lines[at] ?? ''); at += 1) rows.push(cellsOf(lines[at] ?? ''));
    at -= 1;
    tables.push({ sheet: heading, rows });
  }
  return joined(tables).map((table) => ({ ...table, told: [] }));
}

interface Table {
  readonly sheet: string | null;
  readonly rows: readonly (readonly string[])[];
}

/** Tables of one heading whose rows have the same names are parts of one that was too wide: their further columns stand side by side. */
function joined(tables: readonly Table[]): readonly Table[] {
  const whole: Table[] = [];
  for (const table of tables) {
    const before = whole.at(-1);
    if (before && continues(before, table)) whole[whole.length - 1] = sideBySide(before, table);
    else whole.push(table);
  }
  return whole;
}

function continues(before: Table, { sheet, rows }: Table): boolean {
  return (
    sheet !== null &&
    before.sheet === sheet &&
    before.rows.length === rows.length &&
    rows.length > FEWEST_ROWS &&
    rows.every((row, at) => row[0] === before.rows[at]?.[0])
  );
}

/** A column that stands in the first part already, under the same head with the same cells, is no further one. */
function sideBySide(before: Table, { rows }: Table): Table {
  const column = (of: Table['rows'], at: number): string => JSON.stringify(of.map((row) => row[at] ?? ''));
  const width = (of: Table['rows']): number => Math.max(...of.map((row) => row.length));
  const there = width(before.rows);
  const known = new Set(Array.from({ length: there }, (_, at) => column(before.rows, at)));
  const further = Array.from({ length: width(rows) }, (_, at) => at).filter(
    (at) => !known.has(column(rows, at)),
  );
  return {
    ...before,
    rows: before.rows.map((row, at) => [
      ...Array.from({ length: there }, (_, place) => row[place] ?? ''),
      ...further.map((place) => rows[at]?.[place] ?? ''),
    ]),
  };
}

function cellsOf(line: string): string[] {
  const inner = line.trim().slice(1, -1);
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at <= inner.length; at += 1) {
    if (inner[at] === '\\' && at < inner.length - 1) at += 1;
    else if (at === inner.length || inner[at] === '|') {
      cells.push(inner.slice(from, at).trim().replaceAll(ESCAPED, '$1'));
      from = at + 1;
    }
  }
  return cells;
}
