import { namesOf, type Accepted, type JudgedAccepted } from './accepted.js';
import { compareStreams, flowLineChanges, type ComparedStep, type FieldChange } from './change/index.js';
import type { Plan } from './plan.js';
import type { RefusalReason } from './responsibility/index.js';
import { roleChanges } from './role-changes.js';
import { foldName, type StepKey } from './shared/index.js';
import type { Person, ValueStream } from './stream/index.js';

/** Tells what changed from one revision to the next of what something accepted rests on: its steps and the lines of the flow at them, the person or role, and who owns what. */
export function revisionTeller(
  planBefore: Plan,
  planAfter: Plan,
): (judged: JudgedAccepted, lostBefore: readonly RefusalReason[]) => readonly string[] {
  const [{ stream: before }, { stream: after }] = [planBefore, planAfter];
  const { steps, heads } = compareStreams(before, after);
  const flowAt = flowLineChanges(before, after);
  const roleOf = roleChanges(planBefore, planAfter);
  const carriedBy = [stepsByRole(planBefore), stepsByRole(planAfter)] as const;
  const byStep = new Map<StepKey, ComparedStep>(steps.map((step) => [step.step, step]));
  const marksOf = marksMoved(before, after);
  const owners = heads.filter(({ label }) => label.startsWith('owner'));
  const controls = heads.filter(({ label }) => label === 'compensating controls');
  const rest = heads.filter((head) => !owners.includes(head) && !controls.includes(head));
  return ({ moved, lost }, lostBefore) => {
    const { because } = moved;
    const codes = new Set([...lost, ...lostBefore].map(({ code }) => code));
    const byFlow = because.some(({ rule }) => BY_FLOW.has(rule));
    const overCapacity = codes.has('OVER_CAPACITY');
    const cited = citedBy(moved);
    const rests = new Set([...cited, ...carriedBy.flatMap((steps) => steps(moved))]);
    const asOwner = because.some(({ rule }) => rule === 'OWNS');
    const names = namesOf(moved);
    const marked = marksOf(names);
    const onLines = [...rests].flatMap((key) => stepInWords(byStep.get(key), cited.has(key), marked));
    const onFlow = [...new Set([...rests].flatMap(flowAt))];
    const others = [
      ...names.flatMap(roleOf),
      ...names.flatMap((name) => personInWords(personOf(before, name), personOf(after, name))),
      ...(asOwner ? owners.map((head) => `The ${fieldInWords(head)}.`) : []),
      ...(overCapacity ? rest.map((head) => `The ${fieldInWords(head)}.`) : []),
      ...(codes.has('DUTIES_MUST_STAY_APART') ? controls.map((head) => `The ${fieldInWords(head)}.`) : []),
    ];
    const unexplained = isAskedOrTold(moved) && onLines.length + others.length === 0;
    return [...onLines, ...(byFlow || overCapacity || unexplained ? onFlow : []), ...others];
  };
}

/** Rules by which a line of the flow justifies a C or an I; marks (ASKS, TELLS) and ownership need none. */
const BY_FLOW: ReadonlySet<string> = new Set(['FLOW_TIES', 'COMES_NEXT', 'RETURN_REACHES']);

/** It may stand by a line of the flow, whatever it was accepted for. */
function isAskedOrTold(moved: Accepted): boolean {
  return !('person' in moved) && (moved.letter === 'C' || moved.letter === 'I');
}

/** true where a step names somebody otherwise than before in what it asks or tells. */
type MarkMoved = (step: StepKey, mark: 'asks' | 'tells') => boolean;

function marksMoved(before: ValueStream, after: ValueStream): (names: readonly string[]) => MarkMoved {
  const stepsIn = ({ steps }: ValueStream) => new Map(steps.map((step) => [step.key, step]));
  const [was, is] = [stepsIn(before), stepsIn(after)];
  return (names) => {
    const folded = new Set(names.map(foldName));
    const isNamed = (all: readonly string[] = []) => all.some((name) => folded.has(foldName(name)));
    return (step, mark) => isNamed(was.get(step)?.[mark]) !== isNamed(is.get(step)?.[mark]);
  };
}

/** The steps that it stood for when it was accepted. */
function citedBy(moved: Accepted): ReadonlySet<StepKey> {
  return new Set(moved.because.map(({ step }) => step));
}

/** The steps of the role that a person fills; a responsibility rests on the steps that it cites alone. */
function stepsByRole({ structure }: Plan): (moved: Accepted) => readonly StepKey[] {
  const roles = structure?.roles ?? [];
  return (moved) => {
    if (!('person' in moved)) return [];
    const { key, name } = moved.role;
    const role =
      roles.find((one) => one.key === key) ?? roles.find((one) => foldName(one.name) === foldName(name));
    return role?.steps ?? [];
  };
}

/** again: it stood in the stream when this was accepted. Of what it asks and tells only what names whom this is about. */
function stepInWords(step: ComparedStep | undefined, again: boolean, marked: MarkMoved): string[] {
  if (!step || step.fate === 'KEPT') return [];
  const name = `"${step.name}"`;
  if (step.fate === 'GONE') return [`${name} has left the stream.`];
  if (step.fate === 'NEW') return [again ? `${name} is in the stream again.` : `${name} is a new step.`];
  const renamed = step.formerName === null ? [] : [`"${step.formerName}" is called ${name} now.`];
  const fields = step.fields.filter(
    ({ label }) => (label !== 'asks' && label !== 'tells') || marked(step.step, label),
  );
  return [...renamed, ...fields.map((field) => `${name}: ${fieldInWords(field)}.`)];
}

function fieldInWords({ label, before, after }: FieldChange): string {
  return `${label} ${before ?? '(not told)'} → ${after ?? '(not told)'}`;
}

function personOf({ people }: ValueStream, name: string): Person | null {
  return people.find((person) => foldName(person.name) === foldName(name)) ?? null;
}

function personInWords(before: Person | null, after: Person | null): string[] {
  const [was, is] = [sayPerson(before), sayPerson(after)];
  if (was === is) return [];
  if (after === null) return [`The person line of ${before?.name ?? ''} has gone.`];
  if (before === null) return [`${after.name} has a person line now: ${is}.`];
  return [`The person line of ${after.name}: ${was} → ${is}.`];
}

function sayPerson(person: Person | null): string {
  if (person === null) return '';
  const hours = person.hoursPerWeek === null ? 'hours not told' : `${person.hoursPerWeek.likely} h a week`;
  const can = person.capabilities.map(({ name, level, licence }) =>
    [name, ...(level === null ? [] : [String(level)]), ...(licence ? ['(licence)'] : [])].join(' '),
  );
  return can.length === 0 ? hours : `${hours}, ${can.join(', ')}`;
}
