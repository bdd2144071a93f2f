import { closingQuote, listParts, nameOf, quoted } from './cell-text.js';
import { isBare } from './mark-readings.js';
import type { Piece } from './row-line.js';
import { cellOf, indexOf, linesOf, tellUnreadable, valueOf, type RowReading } from './row-reading.js';
import { durationIn, shareIn, wordIn } from './value-cells.js';

/** The lines that stand behind a step: what returns, what is lost, what waits, each as the parts of one line. */
export function piecesBehind(reading: RowReading): Piece[][] {
  return [...returns(reading), ...lost(reading), ...buffers(reading)];
}

function returns(reading: RowReading): Piece[][] {
  const column = indexOf(reading, 'returns');
  return listParts(linesOf(reading, 'returns').replace(/\n/g, ';'), false).map((part) => {
    const { name, tail } = returnOf(reading, part);
    return [{ text: `back to ${quoted(name)}${tail}`, column }];
  });
}

/** `Design the kitchen 20% 40m`: the name runs to the first words that can all be read as a share and a time. */
function returnOf(reading: RowReading, text: string): { readonly name: string; readonly tail: string } {
  const part = text.replace(/^back to /i, '');
  const close = part.startsWith('"') ? closingQuote(part, 0) : -1;
  const from = close > 0 ? close + 1 : Math.max(1, part.indexOf(' '));
  for (let at = from; at > 0 && at < part.length; at = part.indexOf(' ', at + 1)) {
    const tail = tailOf(reading, part.slice(at).trim());
    if (tail !== null) return { name: nameOf(part.slice(0, at).trim()), tail };
  }
  return { name: nameOf(part), tail: '' };
}

function tailOf({ table: { readings } }: RowReading, text: string): string | null {
  if (readings.mark('completeAndAccurate', [text]) !== null) return ` ${text}`;
  if (readings.mark('processTime', [text]) !== null) return ` ${text}`;
  const space = text.indexOf(' ', text.indexOf('%'));
  if (space < 0) return null;
  const both = [text.slice(0, space), text.slice(space + 1)] as const;
  const read =
    readings.mark('completeAndAccurate', [both[0]]) !== null &&
    readings.mark('processTime', [both[1]]) !== null;
  return read ? ` ${text}` : null;
}

function lost(reading: RowReading): Piece[][] {
  const { line } = reading.table.readings;
  const text = shareIn(reading, 'lost', (ways) =>
    line(
      'lost',
      ways.map((way) => `lost ${way}`),
    ),
  );
  return text === null ? [] : [[{ text, column: indexOf(reading, 'lost') }]];
}

/** Stock and wait with how work moves on and why; both belong to the last of the two. */
function buffers(reading: RowReading): Piece[][] {
  const stock = stockIn(reading, 'stock');
  const wait = waitIn(reading, 'wait');
  const lines: Piece[][] = [];
  if (stock !== null) lines.push([{ text: stock, column: indexOf(reading, 'stock') }]);
  if (wait !== null) lines.push([{ text: wait, column: indexOf(reading, 'wait') }]);
  const last = lines.at(-1);
  const tail = tailPieces(reading, last !== undefined);
  last?.push(...tail);
  return lines;
}

/** The line of a stock; null where the cell tells none. */
export function stockIn(reading: RowReading, column: 'stock' | 'stockBefore'): string | null {
  return wordIn(
    reading,
    column,
    (text) => [`stock ${text}`, `stock ${text.replace(/ ?\p{L}+$/u, '')}`],
    (ways) => reading.table.readings.line('stock', ways),
    'a number of units: 400',
  );
}

/** The line of a wait; null where the cell tells none, or no wait at all (0 without a unit). */
export function waitIn(reading: RowReading, column: 'wait' | 'waitBefore'): string | null {
  const text = valueOf(reading, column);
  if (isBare(text) && Number(text.replace(',', '.')) === 0) return null;
  const { line } = reading.table.readings;
  return durationIn(reading, column, (ways) =>
    line(
      'wait',
      ways.map((way) => `wait ${way}`),
    ),
  );
}

function tailPieces(reading: RowReading, hasBuffer: boolean): Piece[] {
  const pieces: Piece[] = [];
  const moves = valueOf(reading, 'moves');
  const read =
    moves.toLowerCase() === 'push' ? '' : reading.table.readings.line('passing', [`wait 1d ${moves}`]);
  if (moves !== '' && (read === null || !hasBuffer)) {
    const expected = hasBuffer ? 'push, pull, fifo, or fifo 20' : 'a wait or a stock on the same row';
    tellUnreadable(reading, 'moves', moves, expected);
  } else if (moves !== '' && read !== '') {
    pieces.push({ text: moves, column: indexOf(reading, 'moves') });
  }
  const why = cellOf(reading, 'why');
  if (why !== '' && hasBuffer) pieces.push({ text: quoted(why), column: indexOf(reading, 'why') });
  else if (why !== '') tellUnreadable(reading, 'why', why, 'a wait or a stock on the same row');
  return pieces;
}
