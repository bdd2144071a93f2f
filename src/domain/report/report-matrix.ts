import type { StepKey } from '../shared/index.js';
import type { MatrixCell, MatrixRow, OverriddenLetter } from '../responsibility/index.js';
import type { Step } from '../stream/index.js';
import type { ReportCell, ReportMatrix, ReportReason, ReportRow } from './raci-report.js';
import type { Names, ReportedPlan } from './report-ground.js';

const A = ['A'] as const;
const LETTERS = ['R', 'A', 'C', 'I'] as const;

/** The matrix with names, owners who took an accountability behind the roles; without a structure every step has its row and no role has a column. */
export function matrixOf({ matrix, stream }: ReportedPlan, names: Names): ReportMatrix {
  const rows = new Map<StepKey, MatrixRow>(matrix?.rows.map((row) => [row.step, row]) ?? []);
  const roles = (matrix?.roles ?? []).map(names.role);
  const held = matrix?.rows ?? [];
  const takers = new Set(held.flatMap(({ taken }) => (taken ? [taken.holder] : [])));
  const people = new Set(held.flatMap(({ overrides }) => overrides.flatMap(personOf)));
  return {
    roles: [...roles, ...[...takers].map(columnOfTaker), ...[...people].map(columnOfOverride)],
    rows: stream.steps.map((step) => rowOf(step, rows.get(step.key), names)),
  };
}

/** Every reason of every letter, in the order of the matrix. */
export function reasonsOf({ matrix }: ReportedPlan, names: Names): ReportReason[] {
  return (matrix?.rows ?? []).flatMap(({ cells, taken }) => [
    ...cells.flatMap((cell) => reasonsOfCell(cell, names)),
    ...reasonsOfTaker(taken, names),
  ]);
}

function rowOf(step: Step, row: MatrixRow | undefined, names: Names): ReportRow {
  const byRole = new Map<MatrixCell['role'], MatrixCell[]>();
  for (const cell of row?.cells ?? []) byRole.set(cell.role, [...(byRole.get(cell.role) ?? []), cell]);
  const cells = [...byRole].map(([role, held]): ReportCell => ({
    role: names.role(role),
    letters: held.map(({ letter }) => letter),
    accepted: held.filter(({ accepted }) => accepted).map(({ letter }) => letter),
    overridden: [],
  }));
  if (row?.taken) {
    cells.push({ role: columnOfTaker(row.taken.holder), letters: A, accepted: A, overridden: [] });
  }
  return {
    position: step.position,
    step: step.name,
    line: step.line,
    force: step.force,
    outside: step.outside,
    cells: withOverridden(cells, row?.overrides ?? [], names),
    notes: row?.notes ?? [],
  };
}

/** A person's column; a role may have the same name. */
function columnOfTaker(holder: string): string {
  return `${holder} (owner)`;
}

/** The column of a person who has a letter by override; a role may have the same name. */
function columnOfOverride(holder: string): string {
  return `${holder} (override)`;
}

function personOf({ role, holder }: OverriddenLetter): string[] {
  return role === null ? [holder] : [];
}

/** Lays the letters of overrides over those of their columns. */
function withOverridden(
  cells: readonly ReportCell[],
  overrides: readonly OverriddenLetter[],
  names: Names,
): readonly ReportCell[] {
  return overrides.reduce<readonly ReportCell[]>((before, { role, holder, letter }) => {
    const column = role === null ? columnOfOverride(holder) : names.role(role);
    const there = before.find((cell) => cell.role === column);
    const cell = there ?? { role: column, letters: [], accepted: [], overridden: [] };
    const letters = LETTERS.filter((one) => one === letter || cell.letters.includes(one));
    const over = { ...cell, letters, overridden: [...cell.overridden, letter] };
    return there ? before.map((one) => (one === there ? over : one)) : [...before, over];
  }, cells);
}

function reasonsOfTaker(taken: MatrixRow['taken'], names: Names): ReportReason[] {
  return (taken?.because ?? []).map(({ step, rule, capability, text }) => ({
    step: names.step(step),
    role: columnOfTaker(taken?.holder ?? ''),
    letter: 'A',
    rule,
    capability: capability?.name ?? null,
    text,
    accepted: true,
  }));
}

function reasonsOfCell({ step, role, letter, because, accepted }: MatrixCell, names: Names): ReportReason[] {
  return because.map(({ rule, capability, text }) => ({
    step: names.step(step),
    role: names.role(role),
    letter,
    rule,
    capability: capability?.name ?? null,
    text,
    accepted,
  }));
}
