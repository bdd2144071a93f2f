import { deriveRow, inRoleOrder } from './derive-cells.js';
import type { Justification, NonEmpty } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { StructureProposal } from '../structure/index.js';
import type { GateContext } from './gate-context.js';
import { gateOf, type Gate } from './gate.js';
import { ownedAt, sayOwned, type Holder } from './holder.js';
import { openPartyBook } from './named-party.js';
import { settleAssignments, type Settled } from './rejudge.js';
import type { MatrixRow, Ownership, ResponsibilityMatrix } from './responsibility-matrix.js';
import { openRoleBook } from './role-book.js';
import { inRevision, listNames } from './sentence.js';
import { gatherBy, openStepBook } from './step-book.js';
import type { Assignment } from './verdict.js';

/** What a matrix is derived from: a structure on its stream, and what was accepted beyond it. */
export interface MatrixGround extends Omit<GateContext, 'structure' | 'matrix' | 'formerSteps'> {
  readonly structure: StructureProposal;
}

/**
 * R for the roles whose capabilities a step demands, one A (the approving role, else the largest share; or the owner who
 * has taken it, and then no role), C from asks, I from tells; and what was accepted beyond that and still stands. Every
 * cell carries its reasons.
 */
export function deriveMatrix(ground: MatrixGround): ResponsibilityMatrix {
  const derived = deriveFromStream(ground);
  if (ground.assignments.length === 0) return derived;
  const gate = gateOf({ ...ground, matrix: derived, formerSteps: [] });
  const { settled } = settleAssignments(gate, ground.assignments);
  const standing = settled.filter(({ lost }) => lost.length === 0);
  const byStep = gatherBy(standing, ({ assignment }) => assignment.step.key);
  const rows = derived.rows.map((row) => withAccepted(gate, row, byStep.get(row.step) ?? []));
  return { ...derived, rows };
}

function deriveFromStream({ stream, demands, metrics, structure }: MatrixGround): ResponsibilityMatrix {
  const book = openStepBook(stream, demands, metrics);
  const roleBook = openRoleBook(structure, book);
  const partyOf = openPartyBook(book, roleBook);
  return {
    owners: ownersOf(stream),
    roles: structure.roles.map(({ key }) => key),
    rows: stream.steps.map((step) => deriveRow(step, book, roleBook, partyOf)),
  };
}

/** Who answers for the stream, then for its forces, then for stages of it. */
export function ownersOf({ owner, forceOwners, stageOwners = [] }: ValueStream): Ownership[] {
  const owners = [
    { scope: 'STREAM', owner },
    { scope: 'SALES', owner: forceOwners.SALES },
    { scope: 'FULFILMENT', owner: forceOwners.FULFILMENT },
  ] as const;
  return [
    ...owners.flatMap(({ scope, owner: name }) => (name === null ? [] : [{ scope, owner: name }])),
    ...stageOwners.map(({ owner: name, steps }) => ({ scope: 'STAGE' as const, owner: name, steps })),
  ];
}

/**
 * Accepted letters of roles become cells (R takes the place of a derived C or I, a taken A that of the derived one);
 * those of people become notes, and where it is the A they take it from the role.
 */
function withAccepted(gate: Gate, row: MatrixRow, standing: readonly Settled[]): MatrixRow {
  let cells = [...row.cells];
  let { taken } = row;
  const notes = [...row.notes];
  for (const { assignment, exam } of standing) {
    const [first, ...rest] = exam.because;
    const { holder, step } = exam;
    if (!holder || !step || !first) continue;
    const because: NonEmpty<Justification> = [first, ...rest];
    const { letter } = assignment;
    const role = holder.role?.key ?? null;
    if (role !== null && gate.derivedCell(role, row.step, letter) !== null) continue;
    if (letter === 'A') cells = cells.filter((cell) => cell.letter !== 'A');
    if (letter === 'A' && role === null) taken = { holder: holder.name, because };
    if (role !== null) cells.push({ step: row.step, role, letter, because, accepted: true });
    if (role === null || letter === 'A') notes.push(noteOf(gate, holder, step, assignment));
  }
  const responsible = new Set(cells.filter(({ letter }) => letter === 'R').map(({ role }) => role));
  const kept = cells.filter(({ letter, role }) => letter === 'R' || letter === 'A' || !responsible.has(role));
  return { step: row.step, cells: inRoleOrder(kept, gate.roleBook), taken, overrides: row.overrides, notes };
}

function noteOf(gate: Gate, holder: Holder, step: Step, { letter, revision }: Assignment): string {
  if (letter !== 'A') return `${letter} here, accepted${inRevision(revision)}: ${holder.name}.`;
  const role = gate.accountable.get(step.key) ?? null;
  const owns = ownedAt(holder, step).map((scope) => sayOwned(scope, gate.context.stream));
  const who = owns.length > 0 ? `${holder.name}, owner of ${listNames(owns)}` : holder.name;
  const rests = role ? `in the structure it rests with ${role.name}` : 'no role of the structure carries it';
  return `Accountable here, taken${inRevision(revision)}: ${who}; ${rests}.`;
}
