import { CsvError, parse } from 'csv-parse/sync';
import type { TableUnreadable } from '../../../domain/chart/index.js';
import { decodeText } from './decode-text.js';
import type { Grid } from './grid.js';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE = 60;
/** Characters in which the rows of a sample are looked for: rows may be long. */
const SAMPLED = 64 * 1024;
const RULE_LINE = /^:?-{3,}:?$/;

/** Opens a CSV file: commas, semicolons, tabs or bars, quoted or not; rows count as a spreadsheet counts them. */
export function readCsvGrid(bytes: Uint8Array): Grid | TableUnreadable {
  const decoded = decodeText(bytes);
  if (!decoded) return unreadable('The file is no text and no workbook. Save the table as CSV or as .xlsx.');
  const told = decoded.guessed
    ? [
        {
          code: 'ENCODING_GUESSED' as const,
          message:
            'The file is not UTF-8; it is read as Windows-1252. Save it as UTF-8 where letters look wrong.',
        },
      ]
    : [];
  const [, named = ''] = /^\ufeff?sep=([,;\t|])\r?\n/.exec(decoded.text) ?? [];
  const text = named === '' ? decoded.text : decoded.text.slice(decoded.text.indexOf('\n') + 1);
  try {
    const separator = named === '' ? findSeparator(text) : named;
    const rows = parseRows(text, separator);
    return { sheet: null, rows: separator === '|' ? withoutFrame(rows) : rows, told };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(
      `The file is no readable CSV: ${error.message}. A quote that was opened must be closed.`,
    );
  }
}

function unreadable(message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code: 'NOT_A_TABLE', message };
}

function parseRows(text: string, delimiter: string, to?: number): string[][] {
  const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true };
  return parse(text, to === undefined ? options : { ...options, to });
}

/** The separator by which most rows of a sample have the same number of cells, and more than one. */
function findSeparator(text: string): string {
  let best = { separator: ',', score: 0 };
  const cut = text.length > SAMPLED ? text.lastIndexOf('\n', SAMPLED) : -1;
  const sample = text.length > SAMPLED ? text.slice(0, cut > 0 ? cut : SAMPLED) : text;
  for (const separator of SEPARATORS) {
    const score = evenness(sample, separator);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function evenness(text: string, separator: string): number {
  try {
    const widths = new Map<number, number>();
    const rows = parseRows(text, separator, SAMPLE).filter((row) => row.some((cell) => cell.trim() !== ''));
    for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
    const shares = [...widths].map(([width, count]) =>
      width > 1 ? (count / rows.length) * (1 - 1 / (1 + width)) : 0,
    );
    return Math.max(0, ...shares);
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
}

/** Bars stand around a table too, and a line of dashes under its head: neither is a cell of the chart. */
function withoutFrame(rows: readonly (readonly string[])[]): string[][] {
  const blankFirst = rows.every(([first = '']) => first.trim() === '');
  return rows
    .map((row) => (blankFirst ? row.slice(1) : [...row]))
    .map((row) => (row.at(-1)?.trim() === '' && blankFirst ? row.slice(0, -1) : row))
    .map((row) => (row.every((cell) => RULE_LINE.test(cell.trim())) ? [] : row));
}
