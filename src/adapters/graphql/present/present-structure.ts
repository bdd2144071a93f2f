import {
  rollUp,
  underRasci,
  USUAL_GOALS,
  type Justification,
  type LimitsContradict,
  type MatrixCell,
  type MatrixGrain,
  type ResponsibilityMatrix,
  type Role,
  type RoleKey,
  type StreamNotReady,
  type StructureProposal,
} from '../../../domain/index.js';
import { once } from './once.js';
import { presentSpans } from './present-spans.js';
import type { StepBook } from './step-book.js';

/** A reason with its step and its capability. */
export function presentJustification(book: StepBook, { step, capability, rule, text }: Justification) {
  return { step: book.step(step), capability: capability && book.capability(capability), rule, text };
}

/** A proposal with its roles, teams and matrix put together; the matrix is worked out when it is asked for. */
export function presentProposal(
  book: StepBook,
  proposal: StructureProposal,
  id: string,
  matrix: () => ResponsibilityMatrix,
) {
  const roles = once(() => new Map(proposal.roles.map((role) => [role.key, presentRole(book, role)])));
  const named = (keys: readonly RoleKey[]) => keys.flatMap((key) => roles().get(key) ?? []);
  const teams = once(() =>
    proposal.teams.map((team) => ({ ...team, roles: named(team.roles), crosses: team.crosses ?? [] })),
  );
  return {
    __typename: 'StructureProposal',
    id,
    roles: () => [...roles().values()],
    teams,
    teamGoal: proposal.teamGoal,
    spans: () => presentSpans(book, proposal, teams),
    matrix: once(() => presentMatrix(book, matrix(), roles())),
    handOffsPerWeek: proposal.handOffsPerWeek,
    objectives: proposal.objectives,
    gap: proposal.gap,
    provenOptimal: proposal.provenOptimal,
    method: proposal.method,
    keptLimits: () => presentLimits(book, proposal.limits),
    notes: proposal.notes,
  };
}

function presentLimits(book: StepBook, limits: StructureProposal['limits']) {
  const relax = Object.entries(limits.relax ?? {}).map(([goal, share]) => ({ goal, share }));
  // A step that has left the stream since is left out.
  const held = (keys: readonly string[]) => book.steps().filter((step) => keys.includes(step.key));
  return {
    ...limits,
    teams: limits.teams ?? 'HAND_OFFS',
    goals: limits.goals ?? USUAL_GOALS,
    relax,
    apart: (limits.apart ?? []).map(held),
    together: (limits.together ?? []).map(held),
    pins: (limits.pins ?? []).map(({ role, steps }) => ({ role, steps: held(steps) })),
  };
}

/** Why there is no structure. */
export function presentNoStructure(book: StepBook, answer: StreamNotReady | LimitsContradict) {
  switch (answer.kind) {
    case 'StreamNotReady':
      return { __typename: answer.kind, rung: answer.rung, needed: answer.needed, missing: answer.missing };
    case 'LimitsContradict':
      return {
        __typename: answer.kind,
        message: answer.message,
        limits: answer.limits,
        steps: answer.steps.map((key) => book.step(key)),
      };
  }
}

type PresentedRole = ReturnType<typeof presentRole>;

/** A role as the schema has it. */
export function presentRole(book: StepBook, role: Role) {
  return {
    key: role.key,
    name: role.name,
    capabilities: role.capabilities,
    steps: role.steps.map((key) => book.step(key)),
    hoursPerWeek: role.hoursPerWeek,
    fte: role.fte,
    positions: role.positions,
    why: () => role.why.map((reason) => presentJustification(book, reason)),
  };
}

function demandsOf(book: StepBook) {
  return book.demands().map(({ step, capability }) => ({ step: step.key, capability }));
}

function presentMatrix(
  book: StepBook,
  matrix: ResponsibilityMatrix,
  roles: ReadonlyMap<RoleKey, PresentedRole>,
) {
  const roleOf = (key: RoleKey): PresentedRole => {
    const role = roles.get(key);
    if (!role) throw new Error(`The matrix names a role that the structure does not have: ${key}`);
    return role;
  };
  const presentCell = (cell: MatrixCell) => ({
    step: book.step(cell.step),
    role: roleOf(cell.role),
    letter: cell.letter,
    because: () => cell.because.map((reason) => presentJustification(book, reason)),
    accepted: cell.accepted,
  });
  return {
    owners: matrix.owners.map((one) => ({ ...one, steps: (one.steps ?? []).map(book.step) })),
    roles: matrix.roles.map(roleOf),
    rows: matrix.rows.map((row) => ({
      step: book.step(row.step),
      cells: row.cells.map(presentCell),
      overrides: row.overrides.map(({ role, ...told }) => ({ ...told, role: role && roleOf(role) })),
      taken: row.taken && {
        holder: row.taken.holder,
        because: row.taken.because.map((reason) => presentJustification(book, reason)),
      },
      notes: row.notes,
    })),
    underRasci: () =>
      underRasci(matrix, demandsOf(book)).map((row) => ({
        step: book.step(row.step),
        cells: row.cells.map(({ role, letter, because, accepted, supports }) => ({
          role: roleOf(role),
          letter,
          because: because.map((reason) => presentJustification(book, reason)),
          accepted,
          supports: supports && roleOf(supports),
        })),
      })),
    rolledUp: ({ grain }: { readonly grain: MatrixGrain }) =>
      rollUp(book.stream.steps, matrix, grain).map((row) => ({
        name: row.name,
        force: row.force,
        steps: row.steps.map(book.step),
        cells: row.cells.map(({ role, letters, cells, accountableFor }) => ({
          role: roleOf(role),
          letters,
          cells: cells.map(presentCell),
          accountableFor: accountableFor.map(book.step),
        })),
        notes: row.notes.map(({ step, text }) => ({ step: book.step(step), text })),
      })),
  };
}
