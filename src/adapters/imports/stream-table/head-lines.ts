import { readNapkin, type NapkinLine } from '../../../domain/index.js';
import { cellText, quoted } from './cell-text.js';
import { unitOf } from './column-heads.js';
import { rowLine, type Piece } from './row-line.js';
import type { TableSheet } from './table-sheet.js';
import { echo, type TableTelling } from './table-problems.js';

/** Lines about the whole stream, and whether one of them names it. */
export interface HeadLines {
  readonly lines: readonly NapkinLine[];
  readonly named: boolean;
}

const STREAM = /^(?:stream|value stream|stream name|process|process name|title)$/;
const PARTY = /^(?:customer|supplier|owner)$/;
const PLAIN =
  /^(?:demand|day|week|month|year|people|never together|together|compensating control|obligation)$/;

/** Reads the rows from `from` to `to` (not included) as lines about the whole stream: a word, its value, and perhaps a comment. */
export function readHeadLines(sheet: TableSheet, from: number, to: number, telling: TableTelling): HeadLines {
  const lines: NapkinLine[] = [];
  let named = false;
  for (let row = from; row < to; row++) {
    const cells = (sheet.rows[row] ?? []).map((text, column) => ({ text: cellText(text), column }));
    const [label, ...values] = cells.filter(({ text }) => text !== '');
    if (label === undefined) {
      lines.push({ number: row + 1, text: '' });
      continue;
    }
    const known = knownLine(
      label.text,
      values.map(({ text }) => text),
    );
    const text = known ?? otherLine(sheet, row, label, values.length === 0 && !named, telling);
    named ||= /^stream /i.test(text);
    lines.push(
      rowLine(sheet, row, piecesOf(text, label.column, known === null ? undefined : values[0]?.column)),
    );
  }
  return { lines, named };
}

/** The word of a line stands in its first cell, all else in the next one. */
function piecesOf(text: string, label: number, value: number | undefined): Piece[] {
  const [, word, rest] = /^((?:never |compensating )?\S+) (.+)$/.exec(text) ?? [];
  if (word === undefined || rest === undefined || value === undefined) return [{ text, column: label }];
  return [
    { text: word, column: label },
    { text: rest, column: value },
  ];
}

/** true where a sheet without steps speaks of a stream: one of its rows begins with a word such as customer or demand. */
export function holdsHeadLines(sheet: TableSheet): boolean {
  return sheet.rows.some((row) => {
    const [label = '', ...values] = row.map(cellText).filter((text) => text !== '');
    return knownLine(label, values) !== null && !label.startsWith('#');
  });
}

/** The line of the notation that a label and its values say; null where the label is none of its words. */
function knownLine(label: string, values: readonly string[]): string | null {
  if (label === '#') return `# ${values.join(' ')}`.trimEnd();
  const { word, unit } = labelOf(label);
  const comment = values.length > 1 && /^#(?: |$)/.test(values.at(-1) ?? '') ? ` ${values.at(-1)}` : '';
  const own = comment === '' ? values : values.slice(0, -1);
  if (STREAM.test(word)) return own.length === 0 ? null : `stream ${inQuotes(own.join(' '))}${comment}`;
  if (PARTY.test(word)) return `${word}: ${own.length === 0 ? '' : inQuotes(own.join(', '))}${comment}`;
  if (word === 'person') return own.length === 0 ? null : `person ${own.join(' ')}${comment}`;
  if (!PLAIN.test(word)) return null;
  const value = own.join(/together$/.test(word) ? ', ' : ' ');
  return `${word}: ${withUnit(word, value, unit)}${comment}`;
}

const DEMAND =
  /^(?:average |total )?(?:customer |market )?demand(?= |$|\()|^customer (?:requirements?|orders)(?= |$|\()/;
const DAY =
  /^(?:net |total )?(?:available|working) (?:working |production )?(?:time|hours)(?= |$|\()(?: (?:per|a|each) (?:working )?day)?|^hours (?:per|a) (?:working )?day/;
const WEEK = /^(?:working |work )?days (?:per|a|each) (?:working )?week$/;

/** "Customer demand", "Daily demand", "Available time (min)" and "Working hours per day" in the words of the notation. */
function inOwnWords(text: string): string {
  if (/^daily demand$/.test(text)) return 'demand per day';
  if (/^(?:weekly|monthly|yearly|annual) demand$/.test(text)) {
    return `demand per ${/^weekly/.test(text) ? 'week' : /^monthly/.test(text) ? 'month' : 'year'}`;
  }
  if (WEEK.test(text)) return 'week (d)';
  const day = DAY.exec(text)?.[0];
  if (day !== undefined) return `day${text.slice(day.length) || (/hours/.test(day) ? ' (h)' : '')}`;
  return text.replace(DEMAND, 'demand');
}

/** "Demand per month", "Day (h)" and "Customer:" as their word, and what stands behind it. */
function labelOf(label: string): { readonly word: string; readonly unit: string } {
  const text = inOwnWords(label.toLowerCase().replace(/ ?:$/, ''));
  const match = /^(.*?)\s*(?:\(([^)]*)\)|((?:per|\/)\s*\p{L}+))$/u.exec(text);
  const word = match?.[1] ?? text;
  return PLAIN.test(word) && match !== null
    ? { word, unit: match[2] ?? match[3] ?? '' }
    : { word: text, unit: '' };
}

function withUnit(word: string, value: string, unit: string): string {
  if (unit === '' || !/^~?\d[\d.,\s–-]*$/.test(value)) return value;
  if (word === 'demand') return `${value}/${unit.replace(/^(?:per|\/|each)\s*/, '')}`;
  const time = unitOf(unit);
  return time === null ? value : `${value}${time}`;
}

function inQuotes(text: string): string {
  return /^["“”„‟]/.test(text) ? text : quoted(text);
}

/** A row that begins with no word of the notation: a line as it stands, the title of the stream, or a note. */
function otherLine(
  sheet: TableSheet,
  row: number,
  label: { readonly text: string; readonly column: number },
  mayBeTitle: boolean,
  telling: TableTelling,
): string {
  const text =
    sheet.rows[row]
      ?.map(cellText)
      .filter((one) => one !== '')
      .join(' ') ?? '';
  if (isLine(text)) return text;
  const place = sheet.placeOf(row, label.column);
  if (mayBeTitle) {
    telling.tell(
      'READ_AS_STREAM',
      place,
      `A stream called ${echo(text)} begins here, because the cell stands alone above the table.`,
      'Write "stream" in the first cell of the row and the name in the next, to say so yourself.',
    );
    return `stream ${quoted(text)}`;
  }
  telling.tell(
    'UNKNOWN_WORD',
    place,
    `${echo(label.text)} is no word that begins a row above the table; the row is kept as a note.`,
    `${suggestionFor(label.text)}The words are stream, customer, supplier, owner, demand, day, week, month, year, people, person, together, never together, compensating control and obligation.`,
  );
  return `note: ${quoted(text)}`;
}

function suggestionFor(label: string): string {
  const words = label.toLowerCase();
  if (/\bdemand\b|\borders\b/.test(words))
    return 'Did you mean demand, with a number and a period such as 460/day? ';
  if (/\btime\b|\bhours?\b|\bshifts?\b/.test(words))
    return 'Did you mean day, with its hours such as 7h 30m? ';
  return '';
}

/** true where the notation reads the text as a line about the stream and not as a step. */
function isLine(text: string): boolean {
  const lines = readNapkin(`stream x\n${text}`).drafts[0]?.lines ?? [];
  const [only] = lines;
  const kinds = new Set([
    'note',
    'party',
    'demand',
    'calendar',
    'person',
    'apart',
    'together',
    'compensated',
    'obligation',
    'stageOwner',
    'comment',
  ]);
  return lines.length === 1 && only !== undefined && kinds.has(only.kind) && /^[#\p{Ll}]|:/u.test(text);
}
