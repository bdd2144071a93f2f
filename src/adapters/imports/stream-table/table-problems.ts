import {
  NAPKIN_PROBLEMS,
  type NapkinProblemCode,
  type Problem,
  type Severity,
  type TextPlace,
} from '../../../domain/index.js';

/** Every problem that only a table can have, worst first. */
export const TABLE_PROBLEMS = [
  [
    'NO_STEP_COLUMN',
    'ERROR',
    'No row names the columns, so that nobody knows which of them holds the steps.',
  ],
  ['ENCODING_GUESSED', 'INFO', 'The file is not UTF-8, and its encoding was guessed.'],
  ['OTHER_SHEETS', 'INFO', 'A sheet of the workbook holds something that is no part of the stream.'],
  ['MERGED_CELLS', 'INFO', 'Cells are merged; what they hold counts for the first of them.'],
  ['HIDDEN_CELLS', 'INFO', 'Rows or columns are hidden; they are read like all others.'],
  [
    'WAIT_AFTER',
    'INFO',
    'A column of waits does not say where they are; they are read as waits after the step.',
  ],
  [
    'MIXED_SHARES',
    'WARNING',
    'A share below 1 stands beside shares above 1, so that it may be per cent or a fraction.',
  ],
  ['SUM_ROW', 'WARNING', 'A row adds up other rows; it is no step and is left out.'],
  ['HEAD_GUESSED', 'INFO', 'The head of a column says by the way only what stands in it.'],
  ['ERROR_SHARES', 'INFO', 'A column holds shares of errors; the rest of each is complete and accurate.'],
  ['MARKS_IN_STEP', 'INFO', 'Marks of the napkin stand in the cell of a step, behind its name.'],
  ['LINE_IN_STEP', 'INFO', 'The cell of a step holds a line that stands between two steps.'],
  ['LEAD_AND_WAIT', 'INFO', 'A table has lead times and waits; a wait is added to the lead times.'],
] as const satisfies readonly (readonly [string, Severity, string])[];

export type TableProblemCode = NapkinProblemCode | (typeof TABLE_PROBLEMS)[number][0];

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ...NAPKIN_PROBLEMS.map(({ code, severity }): [string, Severity] => [code, severity]),
  ...TABLE_PROBLEMS.map(([code, severity]): [string, Severity] => [code, severity]),
]);

/** What a reading of a table has told so far. */
export interface TableTelling {
  readonly tell: (code: TableProblemCode, place: TextPlace, message: string, suggestion?: string) => void;
  /** As tell, once for all cells that share the key: the message is made of their number. */
  readonly tellOnce: (
    key: string,
    code: TableProblemCode,
    place: TextPlace,
    message: (cells: number) => string,
    suggestion?: string,
  ) => void;
  readonly all: () => Problem[];
}

/** Begins to collect the problems of a table. */
export function beginTelling(): TableTelling {
  const told: (() => Problem)[] = [];
  const counts = new Map<string, { cells: number }>();
  const make = (
    code: TableProblemCode,
    place: TextPlace,
    message: string,
    suggestion: string | undefined,
  ): Problem => ({
    code,
    severity: SEVERITIES.get(code) ?? 'WARNING',
    message,
    place,
    suggestion: suggestion ?? null,
    fix: null,
  });
  return {
    tell: (code, place, message, suggestion) => void told.push(() => make(code, place, message, suggestion)),
    tellOnce: (key, code, place, message, suggestion) => {
      const count = counts.get(key);
      if (count) {
        count.cells += 1;
        return;
      }
      const first = { cells: 1 };
      counts.set(key, first);
      told.push(() => make(code, place, message(first.cells), suggestion));
    },
    all: () => told.map((one) => one()),
  };
}

/** A text as messages repeat it: in quotes and not too long. */
export function echo(text: string): string {
  const signs = Array.from(text.slice(0, 120));
  return `"${signs.length <= 60 && text.length <= 120 ? text : `${signs.slice(0, 60).join('')}…`}"`;
}
