import type { Grid } from './grid.js';

const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
/** Behind a backslash, any of these stands for itself. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** The tables of a Markdown document, each under the heading that it stands below; none where the text is no such document. */
export function markdownTables(text: string): Grid[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (!lines.some((line) => line.trim() !== '' && !ROW.test(line))) return [];
  const tables: { sheet: string | null; rows: string[][] }[] = [];
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
  return tables.map((table) => ({ ...table, told: [] }));
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
