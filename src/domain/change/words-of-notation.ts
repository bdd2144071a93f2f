import type { Calendar, Problem, Quantity } from '../shared/index.js';
import { readNapkin } from '../napkin/index.js';
import { acceptDraft, type DraftLine, type DurationUnit, type Step } from '../stream/index.js';
import type { ChangeProblem } from './check-change.js';

const A_STEP = '\nWhat ends the words';

/** A step line read by the reader of the notation, its numbers in the calendar of the stream. */
export interface ReadStep {
  readonly step: Step;
  /** The share in front of it. */
  readonly share: Quantity | null;
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
  return { step, share: choice?.share ?? null };
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

function asProblem({ code, message, suggestion }: Problem): ChangeProblem {
  const known =
    code === 'NUMBER_OUT_OF_RANGE' || code === 'LEAD_SHORTER_THAN_PROCESS' || code === 'RHYTHM_WITHOUT_TIME';
  return {
    code: known ? code : 'UNREADABLE',
    message,
    remedy: suggestion ?? 'Write the number as in a napkin: 30m, 4h, lead 2d, 90%.',
  };
}

function unreadable(words: string): ChangeProblem {
  return {
    code: 'UNREADABLE',
    message: `"${words}" is no change that can be read.`,
    remedy:
      'Write a step with its marks ("Price the job 30m 90%"), "wait before STEP 1d", "back to STEP 10%", "lost after STEP 20%", "30%: STEP" or "demand: 20/month".',
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
