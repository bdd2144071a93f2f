import type { MatrixRow, Plan, ResponsibilityMatrix, Role, RoleKey, Step } from '../../domain/index.js';
import { columnsFor, headLines, type ColumnPlan } from './matrix-columns.js';
import { labelled, section, type Page } from './page.js';
import { displayWidth, fit, pad } from './text-layout.js';

const NARROWEST_STEP = 20;
const WIDEST_STEP = 34;
const ROOM_FOR_NOTES = 5;
const NOBODY = 'nobody yet';
const LETTERS = 'R does it · A answers for it · C is asked before · I is told after';

/** What the rows of one matrix share. */
interface Sheet {
  readonly page: Page;
  readonly roles: readonly Role[];
  readonly steps: ReadonlyMap<string, Step>;
  readonly stepWidth: number;
  /** The notes below the matrix, each with its number. */
  readonly notes: Map<string, number>;
}

/** Who does, answers for, is asked about and is told of every step, in columns where they fit and in lines where they do not. */
export function printMatrix(plan: Plan, page: Page): string[] {
  const { matrix, structure } = plan;
  if (matrix === null || structure === null) return [];
  const sheet = sheetOf(plan, matrix, structure.roles, page);
  const table = columnsFor(sheet.roles, page.width - sheet.stepWidth - ROOM_FOR_NOTES);
  const body = withForces(matrix.rows, sheet, (row) =>
    table === null ? listLines(row, sheet) : [tableLine(row, table, sheet)],
  );
  const feet = [...sheet.notes].flatMap(([note, number]) =>
    labelled(page, `  ${number}) `, note, 6, { label: page.paint.dim, text: page.paint.dim }),
  );
  const head = table === null ? [] : tableHead(table, sheet);
  return section(page, 'RESPONSIBILITIES', LETTERS, [...ownersOf(matrix, page), ...head, ...body, ...feet]);
}

function sheetOf(plan: Plan, matrix: ResponsibilityMatrix, held: readonly Role[], page: Page): Sheet {
  const byKey = new Map<RoleKey, Role>(held.map((role) => [role.key, role]));
  const longest = plan.stream.steps.reduce(
    (most, { name }) => Math.max(most, displayWidth(fit(name, WIDEST_STEP))),
    NARROWEST_STEP,
  );
  return {
    page,
    roles: matrix.roles.flatMap((key) => byKey.get(key) ?? []),
    steps: new Map<string, Step>(plan.stream.steps.map((step) => [step.key, step])),
    stepWidth: longest + 6,
    notes: new Map(),
  };
}

function ownersOf({ owners }: ResponsibilityMatrix, page: Page): string[] {
  const told = owners.map(({ scope, owner }) => {
    const what = { STREAM: 'the stream', SALES: 'sales', FULFILMENT: 'fulfilment' }[scope];
    return `${owner} answers for ${what}`;
  });
  return labelled(page, '  ', told.length === 0 ? 'nobody answers for the stream yet' : told.join(' · '), 2);
}

function tableHead(table: ColumnPlan, { page, stepWidth }: Sheet): string[] {
  const indent = ' '.repeat(stepWidth);
  const legend = table.legend === '' ? [] : labelled(page, '  ', table.legend, 2, { text: page.paint.dim });
  return [...legend, ...headLines(table.columns).map((line) => page.paint.bold(indent + line))];
}

function tableLine(row: MatrixRow, { columns }: ColumnPlan, sheet: Sheet): string {
  const cells = columns.map(({ role, width }) => painted(lettersOf(row, role), width, sheet.page));
  const body = row.cells.length === 0 ? emptyRow(row, sheet) : cells.join('');
  return nameOf(row, sheet) + body + sheet.page.paint.dim(marksOf(row, sheet));
}

function listLines(row: MatrixRow, sheet: Sheet): string[] {
  const held = sheet.roles.filter((role) => row.cells.some((cell) => cell.role === role.key));
  const text = held.map((role) => `${lettersOf(row, role.key)} ${role.name}`).join(' · ');
  const label = nameOf(row, sheet);
  const body = row.cells.length === 0 ? wordFor(row, sheet) : text;
  return labelled(sheet.page, label, body + marksOf(row, sheet), displayWidth(label));
}

function emptyRow(row: MatrixRow, sheet: Sheet): string {
  const { dim, red } = sheet.page.paint;
  const word = wordFor(row, sheet);
  return ` ${word === NOBODY ? red(word) : dim(word)}`;
}

function wordFor(row: MatrixRow, { steps }: Sheet): string {
  return steps.get(row.step)?.outside === true ? 'done outside' : NOBODY;
}

function nameOf(row: MatrixRow, { steps, stepWidth }: Sheet): string {
  const step = steps.get(row.step);
  const number = String(step?.position ?? '').padStart(4);
  return pad(`${number} ${fit(step?.name ?? row.step, WIDEST_STEP)}`, stepWidth);
}

/** The numbers of the notes of a row; a note that is said twice has one number. */
function marksOf(row: MatrixRow, { notes }: Sheet): string {
  if (row.notes.length === 0) return '';
  const marks = row.notes.map((note) => {
    const number = notes.get(note) ?? notes.size + 1;
    notes.set(note, number);
    return number;
  });
  return ` ${marks.join(',')})`;
}

function lettersOf(row: MatrixRow, role: RoleKey): string {
  const letters = new Set(row.cells.filter((cell) => cell.role === role).map((cell) => cell.letter));
  return (['A', 'R', 'C', 'I'] as const).filter((letter) => letters.has(letter)).join('/');
}

function painted(letters: string, width: number, { paint }: Page): string {
  const cell = pad(letters === '' ? '·' : letters, width, 'centre');
  if (letters === '') return paint.dim(cell);
  if (letters.includes('A')) return paint.bold(paint.green(cell));
  if (letters.includes('R')) return paint.green(cell);
  return letters.includes('C') ? paint.yellow(cell) : paint.blue(cell);
}

/** The lines of all rows, with the name of the force wherever it changes. */
function withForces(
  rows: readonly MatrixRow[],
  { steps, page }: Sheet,
  linesOf: (row: MatrixRow) => string[],
): string[] {
  const lines: string[] = [];
  let force: string | undefined;
  for (const row of rows) {
    const here = steps.get(row.step)?.force ?? 'no force named';
    if (here !== force) lines.push(page.paint.magenta(`  ${here.toLowerCase()}`));
    force = here;
    lines.push(...linesOf(row));
  }
  return lines;
}
