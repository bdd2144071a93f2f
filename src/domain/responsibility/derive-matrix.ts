import { deriveRow, inRoleOrder } from './derive-cells.js';
import type { Justification, NonEmpty } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { StructureProposal } from '../structure/index.js';
import type { GateContext } from './gate-context.js';
import { gateOf, openLedger, type Gate } from './gate.js';
import { sayOwned, type Holder } from './holder.js';
import { openPartyBook } from './named-party.js';
import { settleAssignments, type Settled } from './rejudge.js';
import type { MatrixRow, Ownership, ResponsibilityMatrix } from './responsibility-matrix.js';
import { openRoleBook } from './role-book.js';
import { listNames } from './sentence.js';
import { gatherBy, openStepBook } from './step-book.js';
import type { Assignment } from './verdict.js';

/** What a matrix is derived from: a structure on its stream, and what was accepted beyond it. */
export interface MatrixGround extends Omit<GateContext, 'structure' | 'matrix' | 'formerSteps'> {
  readonly structure: StructureProposal;
}

/**
 * R for the roles whose capabilities a step demands, one A (the approving role, else the largest share), C from asks, I
 * from tells; and what was accepted beyond that and still stands. Every cell carries its reasons.
 */
export function deriveMatrix(ground: MatrixGround): ResponsibilityMatrix {
  const derived = deriveFromStream(ground);
  if (ground.assignments.length === 0) return derived;
  const gate = gateOf({ ...ground, matrix: derived, formerSteps: [] });
  const standing = settleAssignments(gate, openLedger(gate), ground.assignments).filter(
    ({ lost }) => lost.length === 0,
  );
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

/** Who answers for the stream, then for its forces. */
export function ownersOf({ owner, forceOwners }: ValueStream): Ownership[] {
  const owners = [
    { scope: 'STREAM', owner },
    { scope: 'SALES', owner: forceOwners.SALES },
    { scope: 'FULFILMENT', owner: forceOwners.FULFILMENT },
  ] as const;
  return owners.flatMap(({ scope, owner: name }) => (name === null ? [] : [{ scope, owner: name }]));
}

/** Accepted letters of roles become cells (R takes the place of a derived C or I); those of people and owners become notes. */
function withAccepted(gate: Gate, row: MatrixRow, standing: readonly Settled<Assignment>[]): MatrixRow {
  const cells = [...row.cells];
  const notes = [...row.notes];
  for (const { assignment, exam } of standing) {
    const [first, ...rest] = exam.because;
    if (!exam.holder || !exam.step || !first) continue;
    const { role } = exam.holder;
    if (role === null || assignment.letter === 'A') {
      const note = noteOf(gate, exam.holder, exam.step, assignment);
      if (note !== null) notes.push(note);
    } else if (gate.derivedCell(role.key, row.step, assignment.letter) === null) {
      const because: NonEmpty<Justification> = [first, ...rest];
      cells.push({ step: row.step, role: role.key, letter: assignment.letter, because, accepted: true });
    }
  }
  const responsible = new Set(cells.filter(({ letter }) => letter === 'R').map(({ role }) => role));
  const kept = cells.filter(({ letter, role }) => letter === 'R' || letter === 'A' || !responsible.has(role));
  return { step: row.step, cells: inRoleOrder(kept, gate.roleBook), notes };
}

function noteOf(gate: Gate, holder: Holder, step: Step, { letter, revision }: Assignment): string | null {
  const role = gate.accountable.get(step.key) ?? null;
  if (letter !== 'A') return `${holder.name} holds ${letter} here, accepted in revision ${revision}.`;
  if (role !== null && role === holder.role) return null;
  const scopes = holder.owns.filter((scope) => scope === 'STREAM' || scope === step.force);
  const owns = scopes.map((scope) => sayOwned(scope, gate.context.stream));
  const who = owns.length > 0 ? `${holder.name}, who owns ${listNames(owns)},` : holder.name;
  const rests = role ? `in the structure it rests with ${role.name}` : 'no role of the structure carries it';
  return `${who} has taken the accountability (revision ${revision}); ${rests}.`;
}
