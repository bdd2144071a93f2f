import { formatNumber, type Calendar } from '../shared/index.js';
import type { Passing, Person, StatedCapability } from '../stream/index.js';
import { tellCount } from './tell-quantity.js';

/** The lines of a calendar as people read them: what each is called, and what it says. */
export const CALENDAR_FIELDS: readonly {
  readonly label: string;
  readonly tell: (calendar: Calendar) => string;
}[] = [
  { label: 'working day', tell: ({ secondsPerDay }) => `${formatNumber(secondsPerDay / 3600)} h` },
  { label: 'working week', tell: ({ daysPerWeek }) => `${formatNumber(daysPerWeek)} d` },
  { label: 'working month', tell: ({ daysPerMonth }) => `${formatNumber(daysPerMonth)} d` },
  { label: 'working year', tell: ({ daysPerYear }) => `${formatNumber(daysPerYear)} d` },
  {
    label: 'a person is paid',
    tell: ({ paidHoursPerWeek }) => `${formatNumber(paidHoursPerWeek)} h a week`,
  },
];

/** What differs between two calendars. */
export function tellCalendars(before: Calendar, after: Calendar): string {
  const moved = CALENDAR_FIELDS.filter(({ tell }) => tell(before) !== tell(after));
  const told = moved.map(({ label, tell }) => `${label} ${tell(before)} → ${tell(after)}`);
  return `the calendar: ${told.length > 0 ? told.join(', ') : 'as it is'}`;
}

/** What differs between a person before (null: not told of so far) and after. */
export function tellPeople(before: Person | null, after: Person): string {
  const hours = (person: Person | null) =>
    person?.hoursPerWeek ? `${tellCount(person.hoursPerWeek)} h a week` : '?';
  const skills = (person: Person | null) => person?.capabilities.map(tellStated).join(', ') || '?';
  const told = [
    ...(hours(before) === hours(after) ? [] : [`${hours(before)} → ${hours(after)}`]),
    ...(skills(before) === skills(after) ? [] : [`can do ${skills(before)} → ${skills(after)}`]),
  ];
  return `${after.name}: ${told.length > 0 ? told.join(', ') : 'as it is'}`;
}

/** A capability as it is stated: `pricing 3`, `wiring (licence)`. */
export function tellStated({ name, level, licence }: StatedCapability): string {
  return [name, ...(level === null ? [] : [String(level)]), ...(licence ? ['(licence)'] : [])].join(' ');
}

/** How work moves on; null where it is simply pushed on. */
export function passingWords(passing: Passing): string | null {
  switch (passing.kind) {
    case 'PUSH':
      return null;
    case 'PULL':
      return 'pull';
    case 'FIFO':
      return passing.limit === null ? 'fifo' : `fifo ${passing.limit}`;
  }
}
