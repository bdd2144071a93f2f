import { readRaciTable } from '../../../../src/adapters/imports/raci-table/read-raci-table.js';
import { cellNames, type RaciTable, type TableReadingOptions } from '../../../../src/domain/chart/index.js';

/** Reads a chart from its lines; fails the test where there is none. */
export async function readChart(
  lines: readonly string[],
  options: TableReadingOptions = {},
): Promise<RaciTable> {
  return asChart(await readRaciTable(Buffer.from(lines.join('\r\n')), options));
}

/** The chart of a reading; fails the test where there is none. */
export function asChart(reading: Awaited<ReturnType<typeof readRaciTable>>): RaciTable {
  if (reading.kind !== 'RaciTable') throw new Error(reading.message);
  return reading;
}

/** Every letter of a chart as "activity: role letters", cells without letters left out. */
export function lettersOf(table: RaciTable): string[] {
  return table.activities.flatMap((activity) =>
    activity.cells
      .filter((cell) => cell.letters.length + cell.others.length > 0)
      .map(
        (cell) =>
          `${activity.name}: ${table.roles[cell.role]?.name ?? '?'} ${[...cell.letters, ...cell.others].join('')}`,
      ),
  );
}

/** What was told about the reading, as "cell code". */
export function toldOf(table: RaciTable): string[] {
  return table.oddities.map(({ at, code }) => `${cellNames(at)} ${code}`);
}
