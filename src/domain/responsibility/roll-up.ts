import type { NonEmpty, RoleKey, StepKey } from '../shared/index.js';
import type { Force, Step } from '../stream/index.js';
import type {
  MatrixCell,
  MatrixRow,
  OverriddenLetter,
  RaciLetter,
  ResponsibilityMatrix,
  Taken,
} from './responsibility-matrix.js';

export const MATRIX_GRAINS = ['STEP', 'STAGE', 'FORCE'] as const;

/**
 * STAGE: steps in a row, of one force, for which the same role (or the owner who has taken it) is accountable; what is
 * done outside belongs to the stage before it. So a stage has one accountable, as a step has.
 */
export type MatrixGrain = (typeof MATRIX_GRAINS)[number];

/** All that one role is to the steps of a rolled-up row. */
export interface RolledCell {
  readonly role: RoleKey;
  /** As in one step: R and A go before C, and C before I. */
  readonly letters: NonEmpty<RaciLetter>;
  /** Every cell that it rests on with its step and its reasons, those of letters that others go before included. */
  readonly cells: NonEmpty<MatrixCell>;
  /** The steps that the role answers for. */
  readonly accountableFor: readonly StepKey[];
}

/** Steps that are shown as one. */
export interface RolledRow {
  /** The first step, and where there are several the last one too. */
  readonly name: string;
  readonly force: Force | null;
  readonly steps: NonEmpty<StepKey>;
  /** In the order of the matrix's roles. */
  readonly cells: readonly RolledCell[];
  /** The steps for which an owner has taken the accountability. */
  readonly taken: readonly (Taken & { readonly step: StepKey })[];
  /** The letters that stand by override alone, step by step. */
  readonly overrides: readonly (OverriddenLetter & { readonly step: StepKey })[];
  readonly notes: readonly { readonly step: StepKey; readonly text: string }[];
}

/** The matrix at a coarser grain; no cell, no reason and no note of it is lost. */
export function rollUp(
  steps: readonly Step[],
  matrix: ResponsibilityMatrix,
  grain: MatrixGrain,
): readonly RolledRow[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const order = new Map(matrix.roles.map((role, nth) => [role, nth]));
  const groups: Group[] = [];
  for (const row of matrix.rows) {
    const step = byKey.get(row.step);
    if (!step) continue;
    const last = groups.at(-1);
    if (last && joins(last, step, row, grain)) add(last, step, row);
    else groups.push(groupOf(step, row));
  }
  const merged = grain === 'FORCE' ? byForce(groups) : groups;
  return merged.map((group) => rolled(group, order));
}

interface Group {
  readonly steps: [Step, ...Step[]];
  readonly rows: MatrixRow[];
  /** Who answers for its steps; null as long as all of them are done outside or nobody does. */
  accountable: string | null;
}

function groupOf(step: Step, row: MatrixRow): Group {
  return { steps: [step], rows: [row], accountable: accountableOf(row) };
}

function add(group: Group, step: Step, row: MatrixRow): void {
  group.steps.push(step);
  group.rows.push(row);
  group.accountable ??= accountableOf(row);
}

function joins(
  { steps: [first], accountable }: Group,
  step: Step,
  row: MatrixRow,
  grain: MatrixGrain,
): boolean {
  if (grain === 'STEP' || first.force !== step.force) return false;
  if (grain === 'FORCE' || step.outside) return true;
  const here = accountableOf(row);
  return here !== null && (accountable === null ? first.outside : accountable === here);
}

function accountableOf({ cells, taken }: MatrixRow): string | null {
  if (taken) return `taken ${taken.holder}`;
  const cell = cells.find(({ letter }) => letter === 'A');
  return cell ? `role ${cell.role}` : null;
}

/** A force may be left and come back to: it is one row all the same, where it first appears. */
function byForce(groups: readonly Group[]): readonly Group[] {
  const found = new Map<Force | null, Group>();
  for (const group of groups) {
    const force = group.steps[0].force;
    const before = found.get(force);
    if (!before) found.set(force, group);
    else group.steps.forEach((step, nth) => group.rows[nth] && add(before, step, group.rows[nth]));
  }
  return [...found.values()];
}

function rolled({ steps, rows }: Group, order: ReadonlyMap<RoleKey, number>): RolledRow {
  const [first, ...more] = steps;
  const last = more.at(-1);
  const held = new Map<RoleKey, [MatrixCell, ...MatrixCell[]]>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const there = held.get(cell.role);
    if (there) there.push(cell);
    else held.set(cell.role, [cell]);
  }
  const place = (role: RoleKey): number => order.get(role) ?? order.size;
  const cells = [...held].sort(([a], [b]) => place(a) - place(b));
  return {
    name: last ? `${first.name} … ${last.name}` : first.name,
    force: first.force,
    steps: [first.key, ...more.map(({ key }) => key)],
    cells: cells.map(([role, own]) => rolledCell(role, own)),
    taken: rows.flatMap(({ step, taken }) => (taken ? [{ step, ...taken }] : [])),
    overrides: rows.flatMap(({ step, overrides }) => overrides.map((one) => ({ ...one, step }))),
    notes: rows.flatMap(({ step, notes }) => notes.map((text) => ({ step, text }))),
  };
}

function rolledCell(role: RoleKey, cells: NonEmpty<MatrixCell>): RolledCell {
  const accountableFor = cells.filter(({ letter }) => letter === 'A').map(({ step }) => step);
  return { role, letters: lettersOf(new Set(cells.map(({ letter }) => letter))), cells, accountableFor };
}

function lettersOf(held: ReadonlySet<RaciLetter>): NonEmpty<RaciLetter> {
  if (held.has('R')) return held.has('A') ? ['R', 'A'] : ['R'];
  if (held.has('A')) return ['A'];
  return held.has('C') ? ['C'] : ['I'];
}
