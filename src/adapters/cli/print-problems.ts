import type { StreamTable } from '../../application/index.js';
import { cellName, type Problem, type Severity, type TextPlace } from '../../domain/index.js';
import { count } from './page.js';
import type { Paint } from './paint.js';
import { graphemeWidth, visible } from './text-layout.js';
import type { Source } from './read-source.js';

/** Characters of a line that are echoed; of a longer one only what surrounds the place. */
const ECHOED = 100;
const BEFORE = 30;
const PLAIN = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Every problem as `file:line:column severity code message`, with its line, a mark under the place, and what would put it right; of a table as `file:cell`. */
export function printProblems(source: Source, problems: readonly Problem[], paint: Paint): string[] {
  const lines = problems.length === 0 || source.table ? [] : source.text.split(/\r\n|\r|\n/);
  return problems.flatMap((problem) => {
    const { place, severity } = problem;
    const colour = colourOf(severity, paint);
    const where = `${source.name}:${whereIn(source, place)}`;
    const head = `${paint.bold(where)} ${colour(severity.toLowerCase())} ${paint.dim(problem.code)} ${visible(problem.message)}`;
    const echo =
      place === null
        ? []
        : source.table
          ? cellEcho(source.table, problem)
          : echoOf(lines[place.line - 1] ?? '', place, colour);
    return [head, ...echo, ...(problem.suggestion === null ? [] : [`  → ${visible(problem.suggestion)}`])];
  });
}

/** Line and column of a text, the cell of a table with its sheet: `7:3`, `C7`, `Steps!C7`. */
function whereIn({ table }: Source, place: TextPlace | null): string {
  if (table === undefined) return `${place?.line ?? 1}:${place?.column ?? 1}`;
  if (place !== null && table.placeName) return visible(table.placeName(place));
  const cell = cellName({ row: place?.line ?? 1, column: place?.column ?? 1 });
  return place?.sheet === undefined ? cell : `${place.sheet}!${cell}`;
}

/** What stands in the cell, where the message does not say it already. */
function cellEcho(table: StreamTable, { place, message }: Problem): string[] {
  const text = place === null ? '' : table.textAt(place);
  if (text === '' || message.includes(text.slice(0, ECHOED / 2))) return [];
  return [`  ${printable(text.slice(0, ECHOED))}${text.length > ECHOED ? '…' : ''}`];
}

/** "2 errors, 1 warning, 3 hints" */
export function summaryOf(problems: readonly Problem[]): string {
  const of = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  if (problems.length === 0) return 'no problems';
  const parts = [count(of('ERROR'), 'error'), count(of('WARNING'), 'warning'), count(of('INFO'), 'hint')];
  return parts.filter((part) => !part.startsWith('0 ')).join(', ');
}

function colourOf(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === 'ERROR') return paint.red;
  return severity === 'WARNING' ? paint.yellow : paint.cyan;
}

function echoOf(line: string, place: TextPlace, colour: (text: string) => string): string[] {
  const start = place.column - 1;
  const from = line.length <= ECHOED ? 0 : Math.max(0, Math.min(start - BEFORE, line.length - ECHOED));
  const part = line.slice(from, from + ECHOED);
  const shown = `${from > 0 ? '…' : ''}${printable(part)}${from + ECHOED < line.length ? '…' : ''}`;
  const before = (from > 0 ? ' ' : '') + blank(part.slice(0, Math.max(0, start - from)));
  const marked = widthOf(part.slice(Math.max(0, start - from), Math.max(0, start - from + place.length)));
  return [`  ${shown}`, `  ${before}${colour('^'.repeat(Math.max(1, marked)))}`];
}

/** Tabs stay tabs, so that the mark below can have them too; other control characters get their picture. */
function printable(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000a-\u001f]/g, (each) => String.fromCharCode(0x2400 + each.charCodeAt(0)))
    .replaceAll(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
}

/** As wide as the text, with nothing in it but spaces and its tabs. */
function blank(text: string): string {
  if (PLAIN.test(text)) return ' '.repeat(text.length);
  let space = '';
  for (const { segment } of graphemes.segment(printable(text))) {
    space += segment === '\t' ? '\t' : ' '.repeat(graphemeWidth(segment));
  }
  return space;
}

function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(printable(text)))
    width += segment === '\t' ? 1 : graphemeWidth(segment);
  return width;
}
