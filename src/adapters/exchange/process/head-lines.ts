import type { Calendar, DraftLine, Quantity, StepKey, ValueStream } from '../../../domain/index.js';
import { canonical, durationOf, NOWHERE, numberOf } from './step-line.js';

type Header = Extract<DraftLine, { kind: 'demand' }>['per'];

/** What is said of the stream as a whole, as canonical lines: parties, demand, calendar, duties, controls, owners of stages, obligations, people. */
export function headLines(stream: ValueStream, nameOf: (key: StepKey) => string): string[] {
  const parties = (['customer', 'supplier', 'owner'] as const).flatMap((party): DraftLine[] => {
    const name = stream[party];
    return name === null ? [] : [{ ...NOWHERE, kind: 'party', party, name }];
  });
  const named = (keys: readonly StepKey[]) => keys.map((key) => ({ name: nameOf(key), at: null }));
  const sets = (kind: 'apart' | 'together'): DraftLine[] =>
    stream[kind].map((keys) => ({ ...NOWHERE, kind, steps: named(keys) }));
  const people = stream.people.map(({ name, hoursPerWeek, capabilities }): DraftLine => ({
    ...NOWHERE,
    kind: 'person',
    name,
    hours: hoursPerWeek && durationOf(hours(hoursPerWeek), NO_DAYS),
    capabilities: capabilities.map((capability) => ({ ...capability, at: null })),
  }));
  const demand = stream.demandPerWeek === null ? [] : [demandLine(stream.demandPerWeek, stream.calendar)];
  return canonical([
    ...parties,
    ...demand,
    ...calendarLines(stream.calendar),
    ...sets('apart'),
    ...sets('together'),
    ...governanceLines(stream, named),
    ...people,
  ]);
}

/** Controls that stand in for keeping duties apart, who answers for stages, and what must be done by law or contract. */
function governanceLines(
  { compensations = [], stageOwners = [], obligations = [] }: ValueStream,
  named: (keys: readonly StepKey[]) => readonly { readonly name: string; readonly at: null }[],
): DraftLine[] {
  return [
    ...compensations.map(({ steps, control }): DraftLine => ({
      ...NOWHERE,
      kind: 'compensated',
      steps: named(steps),
      control,
    })),
    ...stageOwners.map(({ steps, owner }): DraftLine => ({
      ...NOWHERE,
      kind: 'stageOwner',
      steps: named(steps),
      name: owner,
    })),
    ...obligations.map(({ name, source }): DraftLine => ({ ...NOWHERE, kind: 'obligation', name, source })),
  ];
}

/** A calendar in which no number of hours is a day, so that hours stay hours. */
const NO_DAYS: Calendar = {
  secondsPerDay: Number.MAX_SAFE_INTEGER,
  daysPerWeek: 5,
  daysPerMonth: 21,
  daysPerYear: 250,
  paidHoursPerWeek: 40,
};

function hours({ low, likely, high, source }: Quantity): Quantity {
  return { low: low * 3600, likely: likely * 3600, high: high * 3600, source };
}

/** In the period in which the demand is a whole number; in a week where there is none. */
function demandLine(demand: Quantity, calendar: Calendar): DraftLine {
  const { daysPerWeek, daysPerMonth, daysPerYear, secondsPerDay } = calendar;
  const weeks: readonly (readonly [Header, number])[] = [
    ['week', 1],
    ['month', daysPerMonth / daysPerWeek],
    ['day', 1 / daysPerWeek],
    ['year', daysPerYear / daysPerWeek],
    ['h', 3600 / (secondsPerDay * daysPerWeek)],
  ];
  const whole = (value: number) => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
  const [per, factor] = weeks.find(([, ratio]) =>
    [demand.low, demand.high].every((end) => whole(end * ratio)),
  ) ?? ['week' as const, 1];
  const tidy = (value: number) => (whole(value * factor) ? Math.round(value * factor) : value * factor);
  const amount = numberOf({ ...demand, low: tidy(demand.low), high: tidy(demand.high) });
  return { ...NOWHERE, kind: 'demand', amount, per };
}

function calendarLines(calendar: Calendar): DraftLine[] {
  const { secondsPerDay, daysPerWeek, daysPerMonth, daysPerYear, paidHoursPerWeek } = calendar;
  const days = (amount: number) => [{ amount, unit: 'd' as const }];
  const line = (
    field: 'day' | 'week' | 'month' | 'year' | 'people',
    low: ReturnType<typeof durationOf>['low'],
  ): DraftLine => ({
    ...NOWHERE,
    kind: 'calendar',
    field,
    duration: { low, high: null, guess: false, at: null },
  });
  const working = (seconds: number) =>
    durationOf({ low: seconds, likely: seconds, high: seconds, source: 'SAID' }, NO_DAYS).low;
  const usual = Math.min(40, (secondsPerDay * daysPerWeek) / 3600);
  return [
    line('day', working(secondsPerDay)),
    line('week', days(daysPerWeek)),
    line('month', days(daysPerMonth)),
    line('year', days(daysPerYear)),
    ...(paidHoursPerWeek === usual ? [] : [line('people', working(paidHoursPerWeek * 3600))]),
  ];
}
