import { readStreamTable } from '../../../../src/adapters/imports/stream-table/index.js';
import { readDrafts, type NapkinReading } from '../../../../src/application/index.js';
import { cellName } from '../../../../src/domain/index.js';

/** What a table says, its problems as `C7 CODE`, with the sheet in front where there is one. */
export async function readTable(
  table: string | Uint8Array,
  title: string | null = null,
): Promise<NapkinReading & { readonly told: readonly string[] }> {
  const bytes = typeof table === 'string' ? Buffer.from(table) : table;
  const read = await readStreamTable(bytes, { title });
  if (read.kind !== 'StreamTable') throw new Error(read.message);
  const reading = readDrafts(read);
  const told = reading.problems.map(({ code, place }) => {
    const cell = place === null ? '' : cellName({ row: place.line, column: place.column });
    return `${place?.sheet === undefined ? '' : `${place.sheet}!`}${cell} ${code}`;
  });
  return { ...reading, told };
}
