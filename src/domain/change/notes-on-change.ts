import { foldName, type Calendar, type StepKey } from '../shared/index.js';
import type { Person, Step, ValueStream } from '../stream/index.js';
import type { Change } from './change.js';
import { withShare } from './edit-flow.js';
import { placesOf, type FlowPlaces } from './flow-places.js';
import { notesOnPassing, notesOnStation } from './notes-on-station.js';
import { receiversIn } from './receivers.js';
import { tellerOf } from './tell-change.js';
import { tellShare } from './tell-quantity.js';
import { restsOnCalendar } from './with-calendar.js';

/** What else is to be known about a change: what stays, what moves along with it, what it goes against. */
export function notesOn(stream: ValueStream, change: Change): readonly string[] {
  const places = placesOf(stream);
  switch (change.kind) {
    case 'SET_STEP':
      return notesOnStep(stream, change);
    case 'SET_SHARE':
      return notesOnShare(stream, change, places);
    case 'WITHOUT_STEP':
      return notesOnGoneStep(stream, change.step, places);
    case 'WITHOUT_HAND_OFF':
      return notesOnJoined(stream, change.from, change.to);
    case 'PUT_BUFFER':
      return ['No wait was told there so far.'];
    case 'SET_BUFFER':
      return [
        ...notesOnBlock(stream, change.node, places),
        ...(change.passing ? notesOnPassing(stream, change) : []),
      ];
    case 'WITHOUT_BUFFER':
      return notesOnBlock(stream, change.node, places);
    case 'SET_PASSING':
      return notesOnPassing(stream, change);
    case 'SET_CALENDAR':
      return notesOnCalendar(stream, change.calendar);
    case 'SET_PERSON':
      return notesOnPerson(stream, change.person);
    default:
      return [];
  }
}

function notesOnStep(
  { steps }: ValueStream,
  { step, numbers }: Extract<Change, { kind: 'SET_STEP' }>,
): readonly string[] {
  const before = steps.find(({ key }) => key === step);
  const notes: string[] = [];
  if (numbers.processTime && !numbers.leadTime && before?.leadTime)
    notes.push('Its lead time stays as it is told, so what is saved or added in work is waiting within it.');
  if (numbers.completeAndAccurate)
    notes.push('A %C&A moves the rolled %C&A alone; what returns is told by `back to`.');
  if (numbers.capabilities)
    notes.push('No measure here rests on what a step asks people to be able to do; the roles do.');
  notes.push(...notesOnStation(before, numbers));
  return notes;
}

/** A wait in front of a block is the wait of all of its branches, one at the end of a branch is that of the branch. */
function notesOnBlock(stream: ValueStream, node: number, places: FlowPlaces): readonly string[] {
  const receivers = receiversIn(places)(node);
  const { nameOf } = tellerOf(stream, places);
  const before = places.stepBefore(node);
  const after = before === null ? '' : ` after ${nameOf(before)},`;
  if (receivers.length > 1) return [`It stands${after} in front of ${inWords(receivers.map(nameOf))} alike.`];
  const endsBranch = (places.next[node] ?? []).some((next) => {
    const kind = stream.flow.nodes[next]?.kind;
    return kind === 'JOIN' || kind === 'MERGE';
  });
  return endsBranch && before !== null ? [`It stands at the end of the branch of ${nameOf(before)}.`] : [];
}

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  if (names.length > MOST_NAMED) return `${shown.join(', ')} and others`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

const MOST_NAMED = 4;

/** Days are longer or shorter, hours are not; and a calendar that nothing rests on moves nothing. */
function notesOnCalendar(stream: ValueStream, calendar: Calendar): readonly string[] {
  const { secondsPerDay, daysPerWeek, paidHoursPerWeek } = stream.calendar;
  const isPaidAlike = calendar.paidHoursPerWeek === paidHoursPerWeek;
  const isWeekAlike = calendar.secondsPerDay === secondsPerDay && calendar.daysPerWeek === daysPerWeek;
  if (restsOnCalendar(stream, calendar))
    return [
      'What is told in days, weeks, months or years is so many of the new ones; hours and minutes stay.',
    ];
  if (isWeekAlike && isPaidAlike) return ['Nothing on this map is told by it, so no measure moves.'];
  if (!isWeekAlike) return ['No number on this map is told by it, so all times stay as they are.'];
  const performers = new Set(stream.steps.flatMap((step) => step.performers.map(foldName)));
  for (const { name, hoursPerWeek } of stream.people) if (hoursPerWeek) performers.delete(foldName(name));
  return performers.size > 0
    ? []
    : ['Everybody who does a step has hours of their own, so no measure moves by it.'];
}

function notesOnPerson({ people, steps }: ValueStream, person: Person): readonly string[] {
  const before = people.find((one) => foldName(one.name) === foldName(person.name));
  const notes: string[] = [];
  const isDoing = steps.some((step) =>
    step.performers.some((name) => foldName(name) === foldName(person.name)),
  );
  if (person.hoursPerWeek && !isDoing)
    notes.push(`${person.name} does no step today, so no measure moves by their hours.`);
  if (levelsOf(before?.capabilities ?? []) !== levelsOf(person.capabilities))
    notes.push('No measure here rests on what people can do; the gate and the proposal of roles do.');
  return notes;
}

function levelsOf(capabilities: Person['capabilities']): string {
  return capabilities.map(({ name, level, licence }) => `${name} ${level} ${licence}`).join('|');
}

function notesOnShare(
  stream: ValueStream,
  change: Extract<Change, { kind: 'SET_SHARE' }>,
  places: FlowPlaces,
): readonly string[] {
  const { flow } = stream;
  const { choice, to } = change;
  const after = withShare(flow, change);
  const { nameOf } = tellerOf(stream, places);
  const gate = flow.nodes[choice];
  const moved = flow.arcs.flatMap((arc, at) => {
    const now = after.arcs[at]?.share;
    const bypass = gate?.kind === 'CHOICE' && arc.to === gate.partner;
    if (arc.from !== choice || arc.kind !== 'NEXT' || arc.to === to || bypass || !now) return [];
    return [
      `${nameOf(places.stepBehind(arc.to))} ${arc.share ? tellShare(arc.share) : '?'} → ${tellShare(now)}`,
    ];
  });
  return moved.length === 0 ? [] : [`The other branches take what is left: ${moved.join(', ')}.`];
}

function notesOnGoneStep({ steps, flow }: ValueStream, gone: StepKey, places: FlowPlaces): readonly string[] {
  const node = places.nodeOf.get(gone) ?? -1;
  const back = flow.arcs.filter((arc) => arc.kind === 'RETURN' && (arc.target ?? arc.to) === node);
  const notes: string[] = [];
  if (back.some((arc) => !arc.time && (arc.origin ?? arc.from) !== node))
    notes.push('What came back to it goes on with what follows it.');
  if (back.some((arc) => arc.time || (arc.origin ?? arc.from) === node))
    notes.push('Its own rework goes with it.');
  const controls = steps.find(({ key }) => key === gone);
  const controlled = [...(controls?.approves ?? []), ...(controls?.checks ?? [])];
  const names = steps.filter(({ key }) => controlled.includes(key)).map(({ name }) => `"${name}"`);
  if (names.length > 0)
    notes.push(`It is a control over ${names.join(', ')}, which nobody would check then.`);
  return notes;
}

function notesOnJoined({ steps, apart }: ValueStream, from: StepKey, to: StepKey): readonly string[] {
  const [a, b] = [from, to].map((key) => steps.find((step) => step.key === key));
  if (!a || !b) return [];
  const controls = (one: Step, other: Step) => [...one.approves, ...one.checks].includes(other.key);
  if (controls(a, b) || controls(b, a))
    return [`"${a.name}" and "${b.name}" are a step and its control: one person would check their own work.`];
  if (apart.some((set) => set.includes(from) && set.includes(to)))
    return [`"${a.name}" and "${b.name}" stand under \`never together\`: nobody may do both.`];
  const alike = (names: readonly string[]) => names.map(foldName).join();
  return alike(a.performers) === alike(b.performers) && a.performers.length > 0
    ? ['Both are done by the same people today: only the wait between them goes.']
    : [];
}
