import type { TableColumn } from './head-spellings.js';
import { listParts, nameOf, quoted } from './cell-text.js';
import type { Piece } from './row-line.js';
import { cellOf, indexOf, linesOf, type RowReading } from './row-reading.js';
import { complementWays } from './mark-readings.js';
import { durationIn, shareIn, wordIn } from './value-cells.js';

/** The line of the step that a row names, with all of its marks in the order of the notation. */
export function stepPieces(reading: RowReading, step: Piece): Piece[] {
  const at = (column: TableColumn, text: string | null): Piece[] =>
    text === null || text === '' ? [] : [{ text, column: indexOf(reading, column) }];
  const sometimes = shareIn(reading, 'sometimes', (ways) => {
    return reading.table.readings.mark(
      'sometimes',
      ways.map((way) => `sometimes ${way}`),
    );
  });
  return [
    ...at('sometimes', sometimes === null ? null : `${sometimes}:`),
    step,
    ...at('who', performers(reading)),
    ...valuePieces(reading, at),
    ...at('systems', bracketed(namesIn(reading, 'systems').map(quoted))),
    ...at('capabilities', capabilities(reading)),
    ...at('asks', references(reading, 'asks')),
    ...at('tells', references(reading, 'tells')),
    ...at('approves', references(reading, 'approves')),
    ...at('checks', references(reading, 'checks')),
    ...at('serves', references(reading, 'serves')),
    ...at('was', formerName(reading)),
    ...at('pain', painOf(reading)),
  ];
}

function valuePieces(
  reading: RowReading,
  at: (column: TableColumn, text: string | null) => Piece[],
): Piece[] {
  const { mark } = reading.table.readings;
  return [
    ...at(
      'time',
      durationIn(reading, 'time', (ways) => mark('processTime', ways)),
    ),
    ...at(
      'lead',
      durationIn(reading, 'lead', (ways) => mark('leadTime', behind('lead', ways))),
    ),
    ...at(
      'quality',
      shareIn(reading, 'quality', (ways) => mark('completeAndAccurate', ways)),
    ),
    ...at('errors', restOfErrors(reading)),
    ...at('people', people(reading)),
    ...at('value', valueWord(reading)),
    ...at('outside', outside(reading)),
    ...at(
      'every',
      durationIn(reading, 'every', (ways) => mark('every', everyWays(ways))),
    ),
    ...at(
      'uptime',
      shareIn(reading, 'uptime', (ways) => mark('uptime', behind('uptime', ways))),
    ),
    ...at(
      'changeover',
      durationIn(reading, 'changeover', (ways) => mark('changeover', behind('changeover', ways))),
    ),
    ...at('batch', batch(reading)),
  ];
}

/** What is complete and accurate where a column tells the share of errors; where another tells it itself, that one counts. */
function restOfErrors(reading: RowReading): string | null {
  if (cellOf(reading, 'quality') !== '') return null;
  const { mark } = reading.table.readings;
  return shareIn(reading, 'errors', (ways) => mark('completeAndAccurate', ways.flatMap(complementWays)));
}

function behind(word: string, ways: readonly string[]): string[] {
  return ways.map((way) => `${word} ${way}`);
}

/** Also `every week`, and a cell that says the word itself. */
function everyWays(ways: readonly string[]): string[] {
  return ways.map((way) => (/^every /i.test(way) ? way : `every ${way}`));
}

function people(reading: RowReading): string | null {
  const { mark } = reading.table.readings;
  const ways = (text: string): string[] => [`x${text.replace(/^x\s*/i, '')}`];
  return wordIn(reading, 'people', ways, (all) => mark('people', all), 'a whole number of people: 3');
}

function batch(reading: RowReading): string | null {
  const { mark } = reading.table.readings;
  const ways = (text: string): string[] => [`batch ${text}`];
  return wordIn(reading, 'batch', ways, (all) => mark('batch', all), 'a whole number of pieces: 50');
}

const VALUES: Readonly<Record<string, string>> = {
  value: '(value)',
  'value adding': '(value)',
  'value added': '(value)',
  va: '(value)',
  yes: '(value)',
  necessary: '(necessary)',
  bva: '(necessary)',
  nnva: '(necessary)',
  rnva: '(necessary)',
  'business value': '(necessary)',
  required: '(necessary)',
  waste: '(waste)',
  nva: '(waste)',
  'non value adding': '(waste)',
  'non value added': '(waste)',
};

function valueWord(reading: RowReading): string | null {
  const meant = (text: string): readonly string[] => {
    const word = text
      .toLowerCase()
      .replace(/[()]/g, '')
      .replace(/[-_ ]+/g, ' ')
      .trim();
    return [VALUES[word] ?? ''];
  };
  return wordIn(reading, 'value', meant, ([word]) => word || null, 'value, necessary or waste');
}

const YES = /^(?:yes|y|x|true|1|✓|✔|outside|external|outsourced)$/i;
const NO = /^(?:no|n|false|0|inside|internal)$/i;

function outside(reading: RowReading): string | null {
  const meant = (text: string): readonly string[] =>
    YES.test(text) ? ['(outside)'] : NO.test(text) ? [''] : [];
  return wordIn(reading, 'outside', meant, ([word]) => word ?? null, 'yes or no') || null;
}

function namesIn(reading: RowReading, column: TableColumn): string[] {
  return listParts(linesOf(reading, column)).map(nameOf);
}

function performers(reading: RowReading): string | null {
  const marks = listParts(linesOf(reading, 'who')).flatMap((part): string[] => {
    if (/^@?(?:\?+|unknown|tbd)$/i.test(part)) return ['@?'];
    if (/^[-–—]+$/.test(part)) return [];
    return [`@${quoted(nameOf(part.replace(/^@/, '')))}`];
  });
  return marks.length === 0 ? null : marks.join(' ');
}

function bracketed(names: readonly string[]): string | null {
  return names.length === 0 ? null : `[${names.join(', ')}]`;
}

/** A capability as written, so that its level and its licence are read; in quotes where a sign in it would end the list. */
function capabilities(reading: RowReading): string | null {
  const parts = listParts(linesOf(reading, 'capabilities')).map((part) => {
    return !part.startsWith('"') && /["“”„‟[\]{}\\]| #(?= |$)|^#/.test(part) ? quoted(part) : part;
  });
  return parts.length === 0 ? null : `{${parts.join(', ')}}`;
}

type NamingMark = 'asks' | 'tells' | 'approves' | 'checks' | 'serves';

function references(reading: RowReading, mark: NamingMark): string | null {
  const names = namesIn(reading, mark);
  return names.length === 0 ? null : `${mark} ${names.map(quoted).join(', ')}`;
}

function formerName(reading: RowReading): string | null {
  const name = cellOf(reading, 'was');
  return name === '' ? null : `was: ${quoted(name)}`;
}

function painOf(reading: RowReading): string | null {
  const pain = cellOf(reading, 'pain');
  return pain === '' ? null : `! ${quoted(pain)}`;
}
