import type { StepKey } from '../shared/index.js';
import type { MatrixCell, MatrixRow } from '../responsibility/index.js';
import type { Step } from '../stream/index.js';
import type { ReportMatrix, ReportReason, ReportRow } from './raci-report.js';
import type { Names, ReportedPlan } from './report-ground.js';

/** The matrix with names; without a structure every step has its row and no role has a column. */
export function matrixOf({ matrix, stream }: ReportedPlan, names: Names): ReportMatrix {
  const rows = new Map<StepKey, MatrixRow>(matrix?.rows.map((row) => [row.step, row]) ?? []);
  const roles = matrix?.roles ?? [];
  return {
    roles: roles.map(names.role),
    rows: stream.steps.map((step) => rowOf(step, rows.get(step.key), names)),
  };
}

/** Every reason of every letter, in the order of the matrix. */
export function reasonsOf({ matrix }: ReportedPlan, names: Names): ReportReason[] {
  return (matrix?.rows ?? []).flatMap(({ cells }) => cells.flatMap((cell) => reasonsOfCell(cell, names)));
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
    cells: [...byRole].map(([role, cells]) => ({
      role: names.role(role),
      letters: cells.map(({ letter }) => letter),
      accepted: cells.filter(({ accepted }) => accepted).map(({ letter }) => letter),
    })),
    notes: row?.notes ?? [],
  };
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
