import {
  foldName,
  keyFromName,
  type Calendar,
  type Problem,
  type Quantity,
  type StreamKey,
} from '../shared/index.js';
import { acceptCapabilities, acceptStep, stepProblems } from './accept-step.js';
import { keepTold } from './as-told.js';
import { boundNumbers } from './bound-numbers.js';
import { buildFlow } from './build-flow.js';
import { secondsOfTerms, toQuantity } from './convert-time.js';
import { checkNames } from './check-names.js';
import { checkNever } from './check-never.js';
import { readDuties } from './duty-lines.js';
import { keySteps } from './key-steps.js';
import type { KnownStep } from './known-step.js';
import { problemAt, quoted } from './problem-at.js';
import { readCalendar } from './read-calendar.js';
import { readParties, settingsOf } from './read-headers.js';
import { lookUpSteps, type StepLookup } from './step-lookup.js';
import type { DraftDuration, StreamDraft } from './stream-draft.js';
import type { Person, Step, ValueStream } from './value-stream.js';
import { walkLines, type PlainLine } from './walk-lines.js';

export interface AcceptOptions {
  /** The key of the stream; made from its name where absent. */
  readonly key?: StreamKey | null;
  /** Steps of earlier revisions, the latest first: their keys outlive renamings. */
  readonly known?: readonly KnownStep[];
}

/**
 * The only maker of a value stream: keys given, references resolved, times in working seconds, the flow as a graph.
 * It always returns a stream; with a problem of severity ERROR it must not be stored.
 */
export function acceptDraft(
  draft: StreamDraft,
  options: AcceptOptions = {},
): { stream: ValueStream; problems: readonly Problem[] } {
  const { events, problems: boundProblems } = boundNumbers(walkLines(draft.lines));
  const lines = events.flatMap((event) => (event.kind === 'line' ? [event.line] : []));
  const { calendar, problems: calendarProblems } = readCalendar(lines);
  const settings = settingsOf(lines);
  const keyed = keySteps([...settings.keys()], options.known ?? []);
  const lookup = lookUpSteps(keyed);
  const steps: Step[] = [];
  const stepFaults: Problem[] = [];
  for (const one of keyed) {
    const setting = settings.get(one.draft) ?? { position: steps.length + 1, force: null, pains: [] };
    const step = acceptStep(one, setting, calendar, lookup);
    steps.push(step);
    stepFaults.push(...stepProblems(step, one.draft));
  }
  const { flow, problems: flowProblems } = buildFlow(events, calendar, keyed, lookup);
  const parties = readParties(lines);
  const pairs = pairLines(lines, lookup);
  const { people, problems: peopleProblems } = readPeople(lines, calendar);
  const { problems: dutyProblems, ...duties } = readDuties(lines, lookup);
  const stream: ValueStream = {
    key: options.key ?? (keyFromName(draft.name) as StreamKey),
    name: draft.name,
    ...parties,
    calendar,
    demandPerWeek: readDemand(lines, calendar),
    steps,
    flow,
    ...pairs,
    people,
    ...duties,
  };
  const nameProblems = checkNames(stream, keyed, lookup);
  const problems = [
    ...boundProblems,
    ...checkNever(events),
    ...calendarProblems,
    ...stepFaults,
    ...flowProblems,
    ...peopleProblems,
    ...dutyProblems,
    ...nameProblems,
    ...lookup.problems,
  ];
  return { stream, problems: inTextOrder(problems) };
}

function readDemand(lines: readonly PlainLine[], calendar: Calendar): Quantity | null {
  const line = lines.find((one) => one.kind === 'demand');
  return line ? weeklyDemand(line, calendar) : null;
}

function weeklyDemand(line: Extract<PlainLine, { kind: 'demand' }>, calendar: Calendar): Quantity {
  const perWeek = weeksShare(line.per, calendar);
  const { low, likely, high, source } = toQuantity(line.amount);
  const demand = { low: low * perWeek, likely: likely * perWeek, high: high * perWeek, source };
  return line.per === 'week' ? demand : keepTold(demand, (other) => weeklyDemand(line, other));
}

/** How many of a period pass in one working week. */
function weeksShare(per: Extract<PlainLine, { kind: 'demand' }>['per'], calendar: Calendar): number {
  switch (per) {
    case 'h':
      return (calendar.secondsPerDay * calendar.daysPerWeek) / 3600;
    case 'day':
      return calendar.daysPerWeek;
    case 'week':
      return 1;
    case 'month':
      return calendar.daysPerWeek / calendar.daysPerMonth;
    case 'year':
      return calendar.daysPerWeek / calendar.daysPerYear;
  }
}

function pairLines(lines: readonly PlainLine[], lookup: StepLookup): Pick<ValueStream, 'apart' | 'together'> {
  const sets = (kind: 'apart' | 'together', what: string) =>
    lines.flatMap((line) => {
      const keys = line.kind === kind ? lookup.findAll(line.steps, what) : [];
      return keys.length > 1 ? [keys] : [];
    });
  return { apart: sets('apart', '`never together`'), together: sets('together', '`together`') };
}

function readPeople(
  lines: readonly PlainLine[],
  calendar: Calendar,
): { people: readonly Person[]; problems: readonly Problem[] } {
  const people = new Map<string, { person: Person; line: number | null }>();
  const problems: Problem[] = [];
  for (const line of lines) {
    if (line.kind !== 'person') continue;
    const first = people.get(foldName(line.name));
    if (first) {
      const message = `${quoted(line.name)} has a \`person\` line already${first.line === null ? '' : ` (line ${first.line})`}; that one counts. Put both into one line.`;
      problems.push(problemAt('SECOND_PERSON_LINE', 'WARNING', message, line.at));
      continue;
    }
    const hoursPerWeek = line.hours && weeklyHours(line.hours, calendar);
    const person = { name: line.name, hoursPerWeek, capabilities: acceptCapabilities(line.capabilities) };
    people.set(foldName(line.name), { person, line: line.at?.line ?? null });
  }
  return { people: [...people.values()].map((one) => one.person), problems };
}

function weeklyHours(duration: DraftDuration, calendar: Calendar): Quantity {
  const hours = (terms: DraftDuration['low']) => secondsOfTerms(terms, calendar) / 3600;
  const [low, high] = [hours(duration.low), hours(duration.high ?? duration.low)];
  const told = toQuantity({ low, high, guess: duration.guess, at: null });
  return keepTold(told, (other) => weeklyHours(duration, other));
}

/** By line and column, those without a place last; in the order found where equal. */
function inTextOrder(problems: readonly Problem[]): readonly Problem[] {
  const line = (problem: Problem) => problem.place?.line ?? Number.MAX_SAFE_INTEGER;
  return [...problems].sort((a, b) => line(a) - line(b) || (a.place?.column ?? 0) - (b.place?.column ?? 0));
}
