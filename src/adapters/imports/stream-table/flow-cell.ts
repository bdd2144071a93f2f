import type { Piece } from './row-line.js';
import { addLine, indexOf, keepNote, linesOf, type RowReading } from './row-reading.js';
import { echo } from './table-problems.js';

/** What the column Flow says of a row. */
export interface FlowCell {
  /** `then` or a share, which stands in front of the row's own line. */
  readonly prefix: Piece | null;
  /** Lines of their own in front of it, such as `meanwhile`. */
  readonly before: readonly Piece[];
  /** Lines of their own behind it: `end` and `stop`, where the row names a step. */
  readonly behind: readonly Piece[];
}

const SHARE = /^(?:~?\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*%|\?\s*%?)\s*:?$/;
const OPENS = /^(?:then |[~?\d.,% –-]+: ?)?(meanwhile|either)(?= #|$)/;
const BEHIND = /^(?:end|stop)(?= #|$)/i;

/** Reads the column Flow in the words of the notation, one on each line of the cell; what is none of them is told and kept as a note. */
export function readFlowCell(reading: RowReading, hasStep: boolean): FlowCell {
  const column = indexOf(reading, 'flow');
  let prefix: Piece | null = null;
  const before: Piece[] = [];
  const behind: Piece[] = [];
  for (const text of linesOf(reading, 'flow').split('\n')) {
    if (text === '') continue;
    const isPrefix = /^then$/i.test(text) || SHARE.test(text);
    if (isPrefix && !hasPlace(reading, text)) tellNoPlace(reading, column, text);
    else if (isPrefix)
      prefix = { text: /^then$/i.test(text) ? 'then' : `${text.replace(/\s*:$/, '')}:`, column };
    else if (hasStep && BEHIND.test(text)) behind.push({ text, column });
    else if (reading.table.readings.isFlow(text)) before.push({ text, column });
    else tellNoFlow(reading, column, text);
  }
  return { prefix, before, behind };
}

/** `then` needs a block around it, and a share that nobody knows an `either`; a known one may be how often a step is needed. */
function hasPlace({ table }: RowReading, text: string): boolean {
  if (/^then$/i.test(text)) return table.blocks.length > 0;
  return !text.startsWith('?') || table.blocks.at(-1) === 'either';
}

function tellNoPlace(reading: RowReading, column: number, text: string): void {
  const { telling, sheet } = reading.table;
  telling.tell(
    'THEN_WITHOUT_BRANCH',
    sheet.placeOf(reading.row, column),
    `${echo(text)} stands in no block, so there is no branch that it could belong to; it is left out.`,
    'Open a block with meanwhile or either in the column Flow of a row above, and close it with end.',
  );
}

function tellNoFlow(reading: RowReading, column: number, text: string): void {
  const { telling, sheet } = reading.table;
  telling.tell(
    'UNKNOWN_WORD',
    sheet.placeOf(reading.row, column),
    `${echo(text)} is no word of the flow; it is kept as a note.`,
    'The words are those of the napkin: meanwhile, either, then, 80%, end, stop, after "Name of a step". Steps stand in the column of steps.',
  );
  keepNote(reading, column, 'Flow', text);
}

/** Adds lines of the flow, and keeps what they change for the rows below: the force, the stream, the blocks that are open. */
export function addFlowLines(reading: RowReading, pieces: readonly Piece[]): void {
  const { table } = reading;
  for (const piece of pieces) {
    const words = piece.text.toLowerCase();
    const force = /^(sales|fulfil+ment) ?:/.exec(words)?.[1];
    if (force !== undefined) table.force = force === 'sales' ? 'SALES' : 'FULFILMENT';
    if (/^stream /.test(words)) {
      table.force = null;
      table.blocks.length = 0;
    }
    const block = OPENS.exec(words)?.[1];
    if (block !== undefined) table.blocks.push(block);
    if (/^end(?= #|$)/.test(words)) table.blocks.pop();
    addLine(reading, [piece]);
  }
}
