import { foldName, type RoleKey, type StepKey } from '../shared/index.js';
import type { Compensation, KnownStep, Step } from '../stream/index.js';
import type { Role } from '../structure/index.js';
import { openApartBook, type ApartSet } from './apart-book.js';
import { openCompensationBook } from './compensation.js';
import type { GateContext } from './gate-context.js';
import { openHolderBook, type HolderBook } from './holder.js';
import { Ledger } from './ledger.js';
import { openNameFinder } from './name-finder.js';
import type { MatrixCell, RaciLetter } from './responsibility-matrix.js';
import { openRoleBook, type RoleBook } from './role-book.js';
import { gather, openStepBook, type StepBook } from './step-book.js';

/** A context made ready for judging. Built once; every look-up is by key. */
export interface Gate {
  readonly context: GateContext;
  readonly book: StepBook;
  readonly roleBook: RoleBook;
  readonly holders: HolderBook;
  readonly apart: ReadonlyMap<StepKey, readonly ApartSet[]>;
  /** Controls that stand in for keeping a step apart from others. */
  readonly compensated: ReadonlyMap<StepKey, readonly Compensation[]>;
  readonly unconnected: ReadonlySet<StepKey>;
  readonly former: ReadonlyMap<string, KnownStep>;
  /** The accountable role of the matrix. */
  readonly accountable: ReadonlyMap<StepKey, Role>;
  readonly accountableSteps: ReadonlyMap<RoleKey, readonly Step[]>;
  /** What follows from the stream, accepted cells left out. */
  derivedCell(role: RoleKey, step: StepKey, letter: RaciLetter): MatrixCell | null;
  nearestStepName(text: string): string | null;
  nearestHolderName(text: string): string | null;
}

const gates = new WeakMap<GateContext, Gate>();

/** The gate of a context; the same context has one gate. */
export function gateOf(context: GateContext): Gate {
  const gate = gates.get(context) ?? buildGate(context);
  gates.set(context, gate);
  return gate;
}

/** A ledger in which the matrix stands and nothing was accepted yet. */
export function openLedger(gate: Gate): Ledger {
  const ledger = new Ledger(gate.apart);
  for (const row of gate.context.matrix?.rows ?? []) {
    for (const { role, step, letter, accepted } of row.cells) {
      const holder = gate.roleBook.byKey.get(role);
      const at = gate.book.steps.get(step);
      if (holder && at && !accepted) ledger.enter(gate.holders.ofRole(holder), at, letter);
    }
  }
  return ledger;
}

function buildGate(context: GateContext): Gate {
  const { stream, demands, metrics, structure, catalogue, readiness } = context;
  const book = openStepBook(stream, demands, metrics);
  const roleBook = openRoleBook(structure, book);
  const holders = openHolderBook(book, roleBook, structure, catalogue);
  const cells = new Map<string, MatrixCell>();
  const accountable = new Map<StepKey, Role>();
  const accountableSteps = new Map<RoleKey, Step[]>();
  for (const row of context.matrix?.rows ?? []) {
    for (const cell of row.cells) {
      if (cell.accepted) continue;
      cells.set(`${cell.role}\n${cell.step}\n${cell.letter}`, cell);
      const role = roleBook.byKey.get(cell.role);
      const step = book.steps.get(cell.step);
      if (cell.letter !== 'A' || !role || !step) continue;
      accountable.set(step.key, role);
      gather(accountableSteps, role.key, step);
    }
  }
  return {
    context,
    book,
    roleBook,
    holders,
    apart: openApartBook(stream),
    compensated: openCompensationBook(stream),
    unconnected: new Set(readiness.unconnected),
    former: formerSteps(context.formerSteps),
    accountable,
    accountableSteps,
    derivedCell: (role, step, letter) => cells.get(`${role}\n${step}\n${letter}`) ?? null,
    nearestStepName: openNameFinder(stream.steps.map(({ name }) => name)),
    nearestHolderName: openNameFinder(holders.names),
  };
}

/** By key, and by name behind a mark that no key has. */
function formerSteps(steps: readonly KnownStep[]): ReadonlyMap<string, KnownStep> {
  const former = new Map<string, KnownStep>();
  for (const step of steps) {
    former.set(step.key, step);
    former.set(`name ${foldName(step.name)}`, step);
  }
  return former;
}
