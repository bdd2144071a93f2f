import type { Justification, NonEmpty } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import { saySupport, supportOf, type Step } from '../stream/index.js';
import type { Role } from '../structure/index.js';
import type { NamedParty } from './named-party.js';
import type { MatrixCell, MatrixRow, RaciLetter } from './responsibility-matrix.js';
import { largestCarrier, type Carrier, type RoleBook } from './role-book.js';
import { listNames, nameStep, sayDemand } from './sentence.js';
import type { StepBook } from './step-book.js';

/** What follows from the stream for one step: R, one A, C and I, each with its reasons, and notes on outsiders. */
export function deriveRow(
  step: Step,
  book: StepBook,
  roleBook: RoleBook,
  partyOf: (name: string) => NamedParty,
): MatrixRow {
  const carriers = roleBook.carriers.get(step.key) ?? [];
  const cells = new Map<string, MatrixCell>();
  for (const carrier of carriers)
    put(cells, step, carrier.role, 'R', responsibleBecause(step, carrier, book));
  const accountable = accountableFor(step, carriers, book, roleBook);
  if (accountable) put(cells, step, accountable.role, 'A', accountable.because);
  const notes = [
    ...addNamed(cells, step, 'C', book, partyOf),
    ...addNamed(cells, step, 'I', book, partyOf),
    ...controlNotes(step, book),
  ];
  return {
    step: step.key,
    cells: inRoleOrder([...cells.values()], roleBook),
    taken: null,
    overrides: [],
    notes,
  };
}

/** The compensating controls that let one person do this step and another that must stay apart from it. */
function controlNotes(step: Step, { stream, steps }: StepBook): string[] {
  return (stream.compensations ?? [])
    .filter((one) => one.steps.includes(step.key))
    .map(({ steps: named, control }) => {
      const others = named.flatMap((key) => (key === step.key ? [] : (steps.get(key)?.name ?? [])));
      const names = listNames(others.map((name) => `"${name}"`));
      return `Compensating control: one person may do this and ${names}, since "${control}".`;
    });
}

/** Cells in the order of the roles, and in one role R, A, C, I. */
export function inRoleOrder(cells: readonly MatrixCell[], { order }: RoleBook): MatrixCell[] {
  const place = ({ role }: MatrixCell): number => order.get(role) ?? order.size;
  return [...cells].sort(
    (a, b) => place(a) - place(b) || 'RACI'.indexOf(a.letter) - 'RACI'.indexOf(b.letter),
  );
}

/** Why a role does a step: one reason for each capability of it that the step demands. */
export function responsibleBecause(step: Step, carrier: Carrier, book: StepBook): NonEmpty<Justification> {
  const [first, ...rest] = carrier.demands;
  const because = (demand: CapabilityDemand): Justification =>
    bringsDemanded(carrier.role.name, demand, step, book);
  return [because(first), ...rest.map(because)];
}

/** The justification of a holder who brings what the step demands. */
export function bringsDemanded(
  holder: string,
  demand: CapabilityDemand,
  step: Step,
  book: StepBook,
): Justification {
  const { key, name } = demand.capability;
  const text = `${holder} brings ${demandInStream(demand, step, book)}`;
  return { step: step.key, capability: { key, name }, rule: 'STEP_DEMANDS_CAPABILITY', text };
}

/** "pricing at level 3, which "Price the job" (line 14) of "Enquiry to paid job" demands (2.5 h a week)". */
export function demandInStream(demand: CapabilityDemand, step: Step, { stream }: StepBook): string {
  const support = supportOf(stream).get(step.key);
  const purpose = support ? `; that step ${saySupport(step, support)}` : '';
  const origin = demand.statedByStep ? '' : ", derived from the step's name";
  const { hoursPerWeek } = demand;
  const load = hoursPerWeek.value === null ? 'hours not known yet' : hoursPerWeek.text;
  return `${sayDemand(demand)}, which ${nameStep(step)} of "${stream.name}" demands${origin} (${load})${purpose}`;
}

interface Accountable {
  readonly role: Role;
  readonly because: NonEmpty<Justification>;
}

function accountableFor(
  step: Step,
  carriers: readonly Carrier[],
  book: StepBook,
  roleBook: RoleBook,
): Accountable | null {
  if (step.outside) return null;
  for (const approver of book.approvers.get(step.key) ?? []) {
    const carrier = largestCarrier(roleBook.carriers.get(approver.key) ?? []);
    if (carrier) return { role: carrier.role, because: [approves(step, approver, carrier, book)] };
  }
  const largest = largestCarrier(carriers);
  return largest && { role: largest.role, because: [largestShare(step, largest, carriers, book)] };
}

function approves(
  step: Step,
  approver: Step,
  { role, demands }: Carrier,
  { stream }: StepBook,
): Justification {
  const { key, name } = demands[0].capability;
  return {
    step: approver.key,
    capability: { key, name },
    rule: 'APPROVES',
    text: `${role.name} does ${nameStep(approver)}, which demands ${name}; that step approves ${nameStep(step)} of "${stream.name}", and who approves is accountable`,
  };
}

function largestShare(
  step: Step,
  largest: Carrier,
  carriers: readonly Carrier[],
  book: StepBook,
): Justification {
  const { key, name } = largest.demands[0].capability;
  const of = carriers.reduce((sum, { demands }) => sum + demands.length, 0);
  const own = largest.demands.length;
  const tied = carriers.filter(({ demands }) => demands.length === own).length > 1;
  const share =
    carriers.length === 1
      ? `alone carries what ${nameStep(step)} of "${book.stream.name}" demands`
      : `carries ${own} of the ${of} capabilities that ${nameStep(step)} of "${book.stream.name}" demands, ${tied ? 'as many as any other role, and is named first' : 'the largest share of its work'}`;
  return {
    step: step.key,
    capability: { key, name },
    rule: 'LARGEST_SHARE',
    text: `${largest.role.name} ${share} (${listNames(largest.demands.map(sayDemand))})`,
  };
}

/** Puts C from asks and I from tells; answers the notes for those who get no cell. */
function addNamed(
  cells: Map<string, MatrixCell>,
  step: Step,
  letter: 'C' | 'I',
  book: StepBook,
  partyOf: (name: string) => NamedParty,
): string[] {
  const notes: string[] = [];
  const [verb, passive] = letter === 'C' ? ['asks', 'consulted'] : ['tells', 'informed'];
  for (const name of letter === 'C' ? step.asks : step.tells) {
    const party = partyOf(name);
    for (const { role, how } of party.roles) {
      const held = cellsOf(cells, role).map((cell) => cell.letter);
      if (held.length > 0) {
        if (!held.includes(letter)) notes.push(covered(name, role, passive, held));
        continue;
      }
      const text = `${nameStep(step)} of "${book.stream.name}" ${verb} ${name}: ${how}`;
      put(cells, step, role, letter, [{ step: step.key, capability: null, rule: verb.toUpperCase(), text }]);
    }
    if (party.roles.length === 0) notes.push(`To be ${passive}: ${name}, ${party.outsider}.`);
  }
  return notes;
}

function covered(name: string, role: Role, passive: string, held: readonly RaciLetter[]): string {
  const stands = name === role.name ? name : `${name} (${role.name})`;
  return `To be ${passive}: ${stands}, covered by the ${listNames(held)} of ${role.name}.`;
}

function put(
  cells: Map<string, MatrixCell>,
  step: Step,
  role: Role,
  letter: RaciLetter,
  because: NonEmpty<Justification>,
): void {
  const cell = { step: step.key, role: role.key, letter, because, accepted: false };
  cells.set(`${role.key}\n${letter}`, cell);
}

function cellsOf(cells: ReadonlyMap<string, MatrixCell>, role: Role): MatrixCell[] {
  return (['R', 'A', 'C', 'I'] as const).flatMap((letter) => cells.get(`${role.key}\n${letter}`) ?? []);
}
