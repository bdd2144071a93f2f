import { cellText } from './cell-text.js';
import { readHead } from './column-heads.js';
import { forceOf } from './force-words.js';
import { echo, type TableTelling } from './table-problems.js';
import type { TableSheet } from './table-sheet.js';

/** The head of a column of departments, areas or units: who does a step, as far as the table knows. */
export function isDepartmentHead(label: string): boolean {
  const { column, vague } = readHead(label);
  return column === 'who' && vague;
}

/** The column of departments whose cells all name one of the two forces, so that it tells the force as well; -1 where there is none. */
export function forceByDepartment(sheet: TableSheet, row: number, labels: readonly string[]): number {
  return labels.findIndex((label, index) => {
    const cells = sheet.rows.slice(row + 1).map((cellsOf) => cellText(cellsOf[index] ?? ''));
    const filled = cells.filter((text) => text !== '');
    return isDepartmentHead(label) && filled.length > 0 && filled.every((text) => forceOf(text) !== null);
  });
}

/** Tells that a column of departments is read as the forces. */
export function tellForceByDepartment(
  label: string,
  sheet: TableSheet,
  row: number,
  index: number,
  telling: TableTelling,
): void {
  telling.tell(
    'HEAD_GUESSED',
    sheet.placeOf(row, index),
    `${echo(label)} is read as the column Force, since each of its cells names sales or fulfilment in some words.`,
    'Write a column Force with sales or fulfilment, so that nobody has to guess.',
  );
}

/** Asks what a column of departments is for that stands beside the one that says who. */
export function askForDepartment(
  label: string,
  sheet: TableSheet,
  row: number,
  index: number,
  telling: TableTelling,
): void {
  telling.tell(
    'UNKNOWN_WORD',
    sheet.placeOf(row, index),
    `${echo(label)} stands beside a column that says who outright; what stands in it is kept as notes.`,
    'If it tells which steps win the work and which do it, call it "Force" and write sales or fulfilment into its cells. If it tells who does a step, write that into the column Who. Else nothing has to be done.',
  );
}
