import { DEFAULT_CALENDAR, type Calendar, type Problem } from '../shared/index.js';
import { secondsOfTerms } from './convert-time.js';
import { problemAt } from './problem-at.js';
import type { DurationTerm } from './stream-draft.js';
import type { PlainLine } from './walk-lines.js';

type CalendarLine = Extract<PlainLine, { kind: 'calendar' }>;
type Field = CalendarLine['field'];

interface FieldRule {
  readonly expected: string;
  /** The longest that the field may be, in its own unit. */
  readonly most: number;
  readonly units: readonly DurationTerm['unit'][];
}

const RULES: Record<Field, FieldRule> = {
  day: {
    expected: 'more than 0 and at most 24 hours, such as `day: 7h 40m`',
    most: 24,
    units: ['s', 'min', 'h'],
  },
  week: { expected: 'more than 0 and at most 7 days, such as `week: 5d`', most: 7, units: ['d', 'cd'] },
  month: {
    expected: 'more than 0 and at most 31 days, such as `month: 21d`',
    most: 31,
    units: ['d', 'w', 'cd'],
  },
  year: {
    expected: 'more than 0 and at most 366 days, such as `year: 250d`',
    most: 366,
    units: ['d', 'w', 'month', 'cd'],
  },
  people: {
    expected: 'more than 0 and at most 168 hours a week, such as `people: 40h/week`',
    most: 168,
    units: ['s', 'min', 'h', 'd'],
  },
};

/** The calendar that the lines tell, defaults filled in; a line that cannot be is a problem and counts for nothing. */
export function readCalendar(lines: readonly PlainLine[]): {
  calendar: Calendar;
  problems: readonly Problem[];
} {
  const told = new Map<Field, CalendarLine>();
  for (const line of lines) if (line.kind === 'calendar' && !told.has(line.field)) told.set(line.field, line);
  const problems: Problem[] = [];
  let calendar: Calendar = { ...DEFAULT_CALENDAR };
  const read = (field: Field, apply: (amount: number) => Partial<Calendar>) => {
    const line = told.get(field);
    if (!line) return;
    const amount = amountOf(line, calendar);
    if (amount === null) problems.push(outOfRange(line));
    else calendar = { ...calendar, ...apply(amount) };
  };
  read('day', (hours) => ({ secondsPerDay: hours * 3600 }));
  read('week', (days) => ({ daysPerWeek: days }));
  calendar = {
    ...calendar,
    paidHoursPerWeek: Math.min(40, (calendar.secondsPerDay * calendar.daysPerWeek) / 3600),
  };
  read('month', (days) => ({ daysPerMonth: days }));
  read('year', (days) => ({ daysPerYear: days }));
  read('people', (hours) => ({ paidHoursPerWeek: hours }));
  linesBehind.set(calendar, [...told.values()]);
  problems.push(...usualLengths(calendar, told));
  return { calendar, problems };
}

/** A week of another length leaves months and years as they usually are, until a line tells them too. */
function usualLengths(calendar: Calendar, told: ReadonlyMap<Field, CalendarLine>): readonly Problem[] {
  const week = told.get('week');
  const { daysPerWeek, daysPerMonth, daysPerYear } = DEFAULT_CALENDAR;
  if (!week || calendar.daysPerWeek === daysPerWeek) return [];
  const ratio = calendar.daysPerWeek / daysPerWeek;
  const left = (['month', 'year'] as const).filter((field) => !told.has(field));
  if (left.length === 0) return [];
  const usual = { month: daysPerMonth, year: daysPerYear };
  const says = left.map((field) => `a ${field} still has ${usual[field]} d`).join(', and ');
  const lines = left.map((field) => `\`${field}: ${Math.round(usual[field] * ratio)}d\``).join(' and ');
  return [
    problemAt(
      'CALENDAR_HALF_TOLD',
      'INFO',
      `The week has ${calendar.daysPerWeek} d here, and ${says}, because no line says otherwise.`,
      week.duration.at ?? week.at,
      `If every week is like that, write ${lines} as well.`,
    ),
  ];
}

/** What a calendar was told by, so that one line of it can be told otherwise. */
const linesBehind = new WeakMap<Calendar, readonly CalendarLine[]>();

/** The calendar with one of its lines told otherwise; what was never told follows from the rest as it always does. */
export function withCalendarLine(
  calendar: Calendar,
  line: CalendarLine,
): { calendar: Calendar; problems: readonly Problem[] } {
  const read = readCalendar([line, ...(linesBehind.get(calendar) ?? linesOf(calendar))]);
  return { ...read, problems: read.problems.filter(({ severity }) => severity === 'ERROR') };
}

/** The lines that would tell a calendar. */
function linesOf(calendar: Calendar): readonly CalendarLine[] {
  const line = (field: Field, amount: number, unit: DurationTerm['unit']): CalendarLine => ({
    kind: 'calendar',
    field,
    at: null,
    comment: null,
    duration: { low: [{ amount, unit }], high: null, guess: false, at: null },
  });
  const { secondsPerDay, daysPerWeek, paidHoursPerWeek } = calendar;
  const usual = Math.min(40, (secondsPerDay * daysPerWeek) / 3600);
  return [
    line('day', secondsPerDay / 3600, 'h'),
    line('week', daysPerWeek, 'd'),
    line('month', calendar.daysPerMonth, 'd'),
    line('year', calendar.daysPerYear, 'd'),
    ...(paidHoursPerWeek === usual ? [] : [line('people', paidHoursPerWeek, 'h')]),
  ];
}

/** Hours for day and people, days for the others; null where the field cannot be that long. */
function amountOf(line: CalendarLine, calendar: Calendar): number | null {
  const rule = RULES[line.field];
  const terms = line.duration.low;
  if (line.duration.high || terms.some((term) => !rule.units.includes(term.unit))) return null;
  const plain = line.field === 'day' || line.field === 'people';
  const perUnit = plain ? 3600 : calendar.secondsPerDay;
  const counted = plain
    ? terms
    : terms.map((term) => (term.unit === 'cd' ? { ...term, unit: 'd' as const } : term));
  const amount = secondsOfTerms(counted, calendar) / perUnit;
  return amount > 0 && amount <= rule.most ? amount : null;
}

function outOfRange(line: CalendarLine): Problem {
  const { expected } = RULES[line.field];
  return problemAt(
    'CALENDAR_OUT_OF_RANGE',
    'ERROR',
    `A working ${line.field === 'people' ? 'week of one person' : line.field} cannot be that long: expected ${expected}. Until it is put right the usual value is used.`,
    line.duration.at ?? line.at,
  );
}
