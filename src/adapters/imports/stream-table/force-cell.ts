import { nearestName } from '../../../domain/index.js';
import { forceOf } from './force-words.js';
import { addLine, cellOf, indexOf, keepNote, type RowReading } from './row-reading.js';
import { echo } from './table-problems.js';

/** Adds the line of a force where the row names another one than the rows above it; an empty cell says the same as the one above. */
export function addForce(reading: RowReading): void {
  const text = cellOf(reading, 'force').replace(/:$/, '');
  if (text === '') return;
  const column = indexOf(reading, 'force');
  const { table, row } = reading;
  const force = forceOf(text);
  if (force === null) {
    const meant = nearestName(text, ['sales', 'fulfilment']);
    table.telling.tellOnce(
      `force ${table.sheet.name} ${text.toLowerCase()}`,
      'UNKNOWN_WORD',
      table.sheet.placeOf(row, column),
      (cells) =>
        `${echo(text)} is no force${cells === 1 ? '' : ` (the same in ${cells} cells of this column)`}; it is kept as a note.`,
      `${meant === null ? '' : `Did you mean ${meant}? `}Write sales (sales and marketing) or fulfilment (process and fulfilment).`,
    );
    keepNote(reading, column, 'Force', text);
  } else if (force !== table.force) {
    table.force = force;
    addLine(reading, [{ text: force === 'SALES' ? 'sales:' : 'fulfilment:', column }]);
  }
}

/** Adds the line of a stream where the row names another one than the rows above it. */
export function addStream(reading: RowReading, quote: (text: string) => string): void {
  const name = cellOf(reading, 'stream');
  const { table } = reading;
  if (name === '' || name.toLowerCase() === table.stream?.toLowerCase()) return;
  table.stream = name;
  table.force = null;
  table.blocks.length = 0;
  addLine(reading, [{ text: `stream ${quote(name)}`, column: indexOf(reading, 'stream') }]);
}
