import type { StepKey } from '../shared/index.js';
import type { MatrixCell, MatrixRow } from '../responsibility/index.js';
import type { Step } from '../stream/index.js';
import type { ReportMatrix, ReportReason, ReportRow } from './raci-report.js';
import type { Names, ReportedPlan } from './report-ground.js';

const A = ['A'] as const;

/** The matrix with names, owners who took an accountability behind the roles; without a structure every step has its row and no role has a column. */
export function matrixOf({ matrix, stream }: ReportedPlan, names: Names): ReportMatrix {
  const rows = new Map<StepKey, MatrixRow>(matrix?.rows.map((row) => [row.step, row]) ?? []);
  const roles = (matrix?.roles ?? []).map(names.role);
  const takers = new Set(matrix?.rows.flatMap(({ taken }) => (taken ? [taken.holder] : [])));
  return {
    roles: [...roles, ...[...takers].map(columnOfTaker)],
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
  return {
    position: step.position,
    step: step.name,
    line: step.line,
    force: step.force,
    outside: step.outside,
    cells: [
      ...[...byRole].map(([role, cells]) => ({
        role: names.role(role),
        letters: cells.map(({ letter }) => letter),
        accepted: cells.filter(({ accepted }) => accepted).map(({ letter }) => letter),
      })),
      ...(row?.taken ? [{ role: columnOfTaker(row.taken.holder), letters: A, accepted: A }] : []),
    ],
    notes: row?.notes ?? [],
  };
}

/** A person's column; a role may have the same name. */
function columnOfTaker(holder: string): string {
  return `${holder} (owner)`;
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
