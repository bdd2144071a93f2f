import type { Calendar, Quantity } from '../shared/index.js';
import { readNapkin } from '../napkin/index.js';
import { acceptDraft, type DraftLine, type DurationUnit, type Person, type Step } from '../stream/index.js';
import { asProblem, type ChangeProblem } from './check-change.js';

const A_STEP = '\nWhat ends the words';

/** A step line read by the reader of the notation, its numbers in the calendar of the stream. */
export interface ReadStep {
  readonly step: Step;
  /** The share in front of it. */
  readonly share: Quantity | null;
  /** How many people are said to be on it; null where nothing is said of that. */
  readonly people: number | null;
}

/** Reads words as a step line: a name and its marks; a problem where they are none. */
export function readStepWords(words: string, calendar: Calendar): ReadStep | ChangeProblem {
  const { draft, problem } = draftOf(words);
  if (problem) return problem;
  const said = (draft?.lines ?? []).filter(({ kind }) => kind !== 'blank').slice(0, -1);
  const [line] = said;
  if (said.length !== 1 || line?.kind !== 'step') return unreadable(words);
  const { stream, problems } = acceptDraft({
    name: 'words',
    at: null,
    lines: [...calendarLines(calendar), line],
  });
  const [step] = stream.steps;
  const fault = problems.find(({ severity }) => severity === 'ERROR');
  if (fault) return asProblem(fault);
  if (!step) return unreadable(words);
  const choice = stream.flow.arcs.find(
    ({ from, to }) => stream.flow.nodes[from]?.kind === 'CHOICE' && stream.flow.nodes[to]?.kind === 'STEP',
  );
  return { step, share: choice?.share ?? null, people: line.step.people };
}

/** Reads a demand such as `20/month` into units a week. */
export function readDemandWords(words: string, calendar: Calendar): Quantity | ChangeProblem {
  const { draft, problem } = draftOf(`demand: ${words}`);
  if (problem) return problem;
  const line = draft?.lines.find(({ kind }) => kind === 'demand');
  const lines = [...calendarLines(calendar), ...(line ? [line] : [])];
  const { stream, problems } = acceptDraft({ name: 'words', at: null, lines });
  const fault = problems.find(({ severity }) => severity === 'ERROR');
  if (fault) return asProblem(fault);
  return stream.demandPerWeek ?? unreadableDemand(words);
}

type CalendarLine = Extract<DraftLine, { kind: 'calendar' }>;

/** Reads a line of the calendar such as `day: 7h 40m`. */
export function readCalendarWords(field: string, value: string): CalendarLine | ChangeProblem {
  const { draft, problem } = draftOf(`${field}: ${value}`);
  const line = draft?.lines.find((one) => one.kind === 'calendar');
  if (line && !problem) return line;
  return {
    code: 'UNREADABLE',
    message: `"${field}: ${value}" is no line of a calendar.`,
    remedy:
      'Write it with its unit: "day: 7h 40m", "week: 4d", "month: 21d", "year: 250d", "people: 36h/week".',
  };
}

/** Reads what stands behind `person`: a name, hours a week, what they can do. */
export function readPersonWords(words: string, calendar: Calendar): Person | ChangeProblem {
  const { draft, problem } = draftOf(`person ${words}`);
  if (problem) return problem;
  const line = draft?.lines.find(({ kind }) => kind === 'person');
  const lines = [...calendarLines(calendar), ...(line ? [line] : [])];
  const { stream, problems } = acceptDraft({ name: 'words', at: null, lines });
  const fault = problems.find(({ severity }) => severity === 'ERROR');
  if (fault) return asProblem(fault);
  const [person] = stream.people;
  return (
    person ?? {
      code: 'UNREADABLE',
      message: `"person ${words}" says nobody's hours.`,
      remedy: 'Write a name and the hours a week, such as "person Dana 32h".',
    }
  );
}

/** Reads a number of units such as `40` or `30-50`. */
export function readUnits(words: string, calendar: Calendar): Quantity | ChangeProblem {
  const { draft, problem } = draftOf(`stock ${words}`);
  if (problem) return problem;
  const line = draft?.lines.find(({ kind }) => kind === 'stock');
  if (!line) return unreadable(`stock ${words}`);
  const { stream, problems } = acceptDraft({
    name: 'words',
    at: null,
    lines: [...calendarLines(calendar), line],
  });
  const fault = problems.find(({ severity }) => severity === 'ERROR');
  const [node] = stream.flow.nodes;
  if (fault) return asProblem(fault);
  return node?.kind === 'STOCK' ? node.units : unreadable(`stock ${words}`);
}

/** The draft of one line; the step behind it makes a stream of what is no step itself. */
function draftOf(line: string) {
  const oneLine = line.replaceAll(/\s+/g, ' ').trim();
  const { drafts, problems } = readNapkin(`stream Words\n${oneLine}${A_STEP}`);
  const fault = problems.find(({ severity }) => severity === 'ERROR');
  return { draft: drafts[0] ?? null, problem: fault ? asProblem(fault) : null };
}

function unreadable(words: string): ChangeProblem {
  return {
    code: 'UNREADABLE',
    message: `"${words}" is no change that can be read.`,
    remedy:
      'Write a step with its marks ("Price the job 30m 90%"), "wait before STEP 1d", "back to STEP 10%", "lost after STEP 20%", "30%: STEP", "demand: 20/month", "day: 7h" or "person NAME 32h".',
  };
}

function unreadableDemand(words: string): ChangeProblem {
  return {
    code: 'UNREADABLE',
    message: `"${words}" is no demand.`,
    remedy: 'Write how many in which time, such as 20/month (per h, day, week, month or year).',
  };
}

/** The calendar of a stream as the lines that would tell it. */
function calendarLines(calendar: Calendar): readonly DraftLine[] {
  const line = (
    field: 'day' | 'week' | 'month' | 'year' | 'people',
    amount: number,
    unit: DurationUnit,
  ): DraftLine => ({
    kind: 'calendar',
    field,
    at: null,
    comment: null,
    duration: { low: [{ amount, unit }], high: null, guess: false, at: null },
  });
  return [
    line('day', calendar.secondsPerDay / 3600, 'h'),
    line('week', calendar.daysPerWeek, 'd'),
    line('month', calendar.daysPerMonth, 'd'),
    line('year', calendar.daysPerYear, 'd'),
    line('people', calendar.paidHoursPerWeek, 'h'),
  ];
}
