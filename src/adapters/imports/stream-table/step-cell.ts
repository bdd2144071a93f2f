import { readStepCell, type DraftStep } from '../../../domain/index.js';
import { quoted } from './cell-text.js';
import type { TableColumn } from './head-spellings.js';
import type { Piece } from './row-line.js';
import { cellOf, indexOf, type RowReading } from './row-reading.js';
import { echo } from './table-problems.js';

/** What the cell of a step says of its row. */
export interface SaidStep {
  /** The step as it stands in the line; null where the row names none. */
  readonly step: Piece | null;
  /** A line between steps that stands in the cell instead. */
  readonly line: Piece | null;
}

/** Columns that say something of the step of their row. */
export const OF_A_STEP: readonly TableColumn[] = [
  'who',
  'time',
  'lead',
  'quality',
  'people',
  'value',
  'outside',
  'every',
  'uptime',
  'changeover',
  'batch',
  'systems',
  'capabilities',
  'asks',
  'tells',
  'approves',
  'checks',
  'serves',
  'sometimes',
  'was',
];

/** The name of the step that a cell says; empty where it says none. */
export function nameInCell(text: string): string {
  const said = readStepCell(text);
  switch (said.kind) {
    case 'NAME':
    case 'DOUBTED':
      return said.name;
    case 'STEP':
      return said.step.name;
    case 'LINE':
      return text;
  }
}

/** Reads the cell of a step as the napkin reads a line; a mark in it counts where no other cell of the row says the same. */
export function readSaidStep(reading: RowReading): SaidStep {
  const text = cellOf(reading, 'step');
  const column = indexOf(reading, 'step');
  if (text === '') return { step: null, line: null };
  const said = readStepCell(text);
  const named = (name: string): SaidStep => ({
    step: { text: quoted(name), column, main: true },
    line: null,
  });
  switch (said.kind) {
    case 'NAME':
      return named(said.name);
    case 'DOUBTED':
      tellDoubt(reading, text, said.problem.code !== 'NEARLY_A_LINE_WORD');
      return named(said.name);
    case 'STEP':
      if (contradicts(reading, said.step)) return named(text);
      if (said.step.name !== text) tellMarks(reading, text, said.step.name);
      return { step: { text, column, main: true }, line: null };
    case 'LINE':
      if (saysMore(reading)) return named(text);
      tellLine(reading, text);
      return { step: null, line: { text, column } };
  }
}

/** Whether the row says more of a step than its name. */
function saysMore(reading: RowReading): boolean {
  return OF_A_STEP.some((column) => cellOf(reading, column) !== '');
}

/** Whether another cell of the row says what a mark in the cell of the step says as well. */
function contradicts(reading: RowReading, step: DraftStep): boolean {
  const said: readonly (readonly [TableColumn, boolean])[] = [
    ['who', step.performers.length > 0 || step.performerUnknown],
    ['time', step.processTime !== null],
    ['lead', step.leadTime !== null],
    ['quality', step.completeAndAccurate !== null],
    ['errors', step.completeAndAccurate !== null],
    ['people', step.people !== null],
    ['value', step.value !== null],
    ['outside', step.outside],
    ['every', step.every !== null],
    ['uptime', step.uptime !== null],
    ['changeover', step.changeover !== null],
    ['batch', step.batch !== null],
    ['systems', step.systems.length > 0],
    ['capabilities', step.capabilities.length > 0],
    ['asks', step.asks.length > 0],
    ['tells', step.tells.length > 0],
    ['approves', step.approves.length > 0],
    ['checks', step.checks.length > 0],
    ['serves', step.serves !== undefined],
    ['sometimes', step.sometimes !== null],
    ['was', step.was !== null],
  ];
  const last = step.pain !== null;
  return last || said.some(([column, isSaid]) => isSaid && cellOf(reading, column) !== '');
}

function tellMarks(reading: RowReading, text: string, name: string): void {
  tell(
    reading,
    'MARKS_IN_STEP',
    `${echo(text)} is read as the step ${echo(name)}, with the marks of the napkin that stand behind it.`,
    'Write them into columns of their own. If all of it is the name, put it in quotes.',
  );
}

function tellLine(reading: RowReading, text: string): void {
  tell(
    reading,
    'LINE_IN_STEP',
    `${echo(text)} is read as a line between two steps, as the napkin reads it.`,
    'Write it into a column of its own (Wait after, Returns to, Lost, Force). If it is a step, put its name in quotes.',
  );
}

function tellDoubt(reading: RowReading, text: string, block: boolean): void {
  if (!block && saysMore(reading)) return;
  tell(
    reading,
    block ? 'BLOCK_WORD_IN_STEP' : 'NEARLY_A_LINE_WORD',
    `${echo(text)} is read as a step.`,
    'Blocks, shares and forces stand in the columns Flow and Force. If it is a step, put its name in quotes.',
  );
}

function tell(
  { table, row }: RowReading,
  code: Parameters<typeof table.telling.tell>[0],
  message: string,
  suggestion: string,
): void {
  const headed = table.head.columns.get('step');
  table.telling.tell(code, table.sheet.placeOf(row, headed?.index ?? 0), message, suggestion);
}
