import type { PeopleTableProblem, PeopleUnreadable, ReadPeople } from '../../../domain/people/index.js';
import type { TableUnreadable } from '../../../domain/chart/index.js';
import type { Grid } from '../grid/grid.js';
import { kindOfFile, MOST_CELLS } from '../grid/kind-of-file.js';
import { readCsvGrid } from '../grid/read-csv-grid.js';
import { readXlsxGrid } from '../raci-table/read-xlsx-grid.js';
import { findColumns } from './find-columns.js';
import { OWN_HEADS } from './people-heads.js';
import { readPeopleRows } from './read-people-rows.js';

const USUAL_PAID_HOURS = 40;

/** Reads a list of people, or a skills matrix, from CSV or XLSX; never throws for what is in the file. */
export const readPeopleTable: ReadPeople = async (bytes, options = {}) => {
  const grid = await openGrid(bytes, options.sheet ?? null);
  if ('kind' in grid) return { ...grid, kind: 'PeopleUnreadable' };
  const cells = grid.rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > MOST_CELLS)
    return refused('TOO_LARGE', `The sheet has ${cells} cells; at most ${MOST_CELLS} are read.`);
  const columns = findColumns(grid);
  if (!columns)
    return refused(
      'NO_NAMES',
      `No row of the file has a head over the names of people. Write the heads into the first row: ${OWN_HEADS}.`,
    );
  const { people, problems } = readPeopleRows(grid, columns, options.paidHoursPerWeek ?? USUAL_PAID_HOURS);
  if (people.length === 0 && problems.length === 0)
    return refused('NO_PEOPLE', 'There is nobody under the heads. Write one row for each person.');
  const told = grid.told.map(({ message }): PeopleTableProblem => ({
    code: 'FILE_TOLD',
    severity: 'WARNING',
    cell: 'A1',
    message,
  }));
  return {
    kind: 'PeopleTable',
    sheet: grid.sheet,
    people,
    problems: [...told, ...columns.problems, ...problems],
  };
};

async function openGrid(bytes: Uint8Array, sheet: string | null): Promise<Grid | TableUnreadable> {
  const kind = kindOfFile(bytes);
  if (kind === 'WORKBOOK') return await readXlsxGrid(bytes, sheet);
  if (kind !== 'TEXT') return kind;
  if (sheet === null) return readCsvGrid(bytes);
  return {
    kind: 'TableUnreadable',
    code: 'UNKNOWN_SHEET',
    message: 'A CSV file has no sheets. Leave the sheet out.',
  };
}

function refused(code: string, message: string): PeopleUnreadable {
  return { kind: 'PeopleUnreadable', code, message };
}
