import {
  underRasci,
  type MatrixRow,
  type Plan,
  type ResponsibilityMatrix,
  type Role,
  type RoleKey,
  type Step,
} from '../../domain/index.js';
import { columnsFor, headLines, type ColumnPlan } from './matrix-columns.js';
import { labelled, section, type Page } from './page.js';
import { printOwners } from './print-owners.js';
import { displayWidth, fit, pad } from './text-layout.js';

const NARROWEST_STEP = 20;
const WIDEST_STEP = 34;
const ROOM_FOR_NOTES = 5;
const NOBODY = 'nobody yet';
const LETTERS_OF_RASCI =
  'R leads it · A answers for it · S does a part of it · C is asked before · I is told after';
const LETTERS = 'R does it · A answers for it · C is asked before · I is told after';

export const MATRIX_SCHEMES = ['raci', 'rasci'] as const;

/** The letters of a matrix; rasci tells who leads a step from those who support. */
export type MatrixScheme = (typeof MATRIX_SCHEMES)[number];

/** What the rows of one matrix share. */
interface Sheet {
  readonly page: Page;
  readonly roles: readonly Role[];
  readonly steps: ReadonlyMap<string, Step>;
  readonly stepWidth: number;
  /** The notes below the matrix, each with its number. */
  readonly notes: Map<string, number>;
  /** Role and step of each S; none under RACI. */
  readonly supporting: ReadonlySet<string>;
}

/** Who does, answers for, is asked about and is told of every step, in columns where they fit and in lines where they do not. */
export function printMatrix(plan: Plan, page: Page, scheme: MatrixScheme = 'raci'): string[] {
  const { matrix, structure } = plan;
  if (matrix === null || structure === null) return [];
  const sheet = { ...sheetOf(plan, matrix, structure.roles, page), supporting: supportingIn(plan, scheme) };
  const table = columnsFor(sheet.roles, page.width - sheet.stepWidth - ROOM_FOR_NOTES);
  const body = withForces(matrix.rows, sheet, (row) =>
    table === null ? listLines(row, sheet) : [tableLine(row, table, sheet)],
  );
  const feet = [...sheet.notes].flatMap(([note, number]) =>
    labelled(page, `  ${number}) `, note, 6, { label: page.paint.dim, text: page.paint.dim }),
  );
  const head = table === null ? [] : tableHead(table, sheet);
  const letters = scheme === 'rasci' ? LETTERS_OF_RASCI : LETTERS;
  const legend = plan.overrides.length > 0 ? `${letters} · ! by override` : letters;
  return section(page, 'RESPONSIBILITIES', legend, [...printOwners(plan, page), ...head, ...body, ...feet]);
}

function supportingIn({ matrix, demands }: Plan, scheme: MatrixScheme): ReadonlySet<string> {
  const rows = scheme === 'rasci' && matrix ? underRasci(matrix, demands) : [];
  const cells = rows.flatMap((row) => row.cells.filter(({ letter }) => letter === 'S'));
  return new Set(cells.map(({ role, step }) => `${role}\n${step}`));
}

function sheetOf(
  plan: Plan,
  matrix: ResponsibilityMatrix,
  held: readonly Role[],
  page: Page,
): Omit<Sheet, 'supporting'> {
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

function tableHead(table: ColumnPlan, { page, stepWidth }: Sheet): string[] {
  const indent = ' '.repeat(stepWidth);
  const legend = table.legend === '' ? [] : labelled(page, '  ', table.legend, 2, { text: page.paint.dim });
  return [...legend, ...headLines(table.columns).map((line) => page.paint.bold(indent + line))];
}

function tableLine(row: MatrixRow, { columns }: ColumnPlan, sheet: Sheet): string {
  const cells = columns.map(({ role, width }) => painted(lettersOf(row, role, sheet), width, sheet.page));
  const body = row.cells.length === 0 ? emptyRow(row, sheet) : cells.join('');
  return nameOf(row, sheet) + body + sheet.page.paint.dim(marksOf(row, sheet));
}

function listLines(row: MatrixRow, sheet: Sheet): string[] {
  const held = sheet.roles.filter((role) => lettersOf(row, role.key, sheet) !== '');
  const text = held.map((role) => `${lettersOf(row, role.key, sheet)} ${role.name}`).join(' · ');
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

function lettersOf(row: MatrixRow, role: RoleKey, { supporting }: Sheet): string {
  const supports = supporting.has(`${role}\n${row.step}`);
  const own = row.cells.filter((cell) => cell.role === role).map((cell) => cell.letter);
  const letters = new Set(own.map((letter) => (letter === 'R' && supports ? 'S' : letter)));
  const over = new Set(row.overrides.filter((one) => one.role === role).map(({ letter }) => letter));
  return (['A', 'R', 'S', 'C', 'I'] as const)
    .filter((letter) => letters.has(letter) || (letter !== 'S' && over.has(letter)))
    .map((letter) => (letter !== 'S' && over.has(letter) ? `${letter}!` : letter))
    .join('/');
}

function painted(letters: string, width: number, { paint }: Page): string {
  const cell = pad(letters === '' ? '·' : letters, width, 'centre');
  if (letters.includes('!')) return paint.red(cell);
  if (letters === '') return paint.dim(cell);
  if (letters.includes('A')) return paint.bold(paint.green(cell));
  if (/[RS]/.test(letters)) return paint.green(cell);
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
