import type { RaciReport } from '../../domain/index.js';

type Refusal = RaciReport['refused'][number];
type Assignment = RaciReport['assignments'][number];

/** Said under every matrix. */
const LEGEND =
  'R responsible · A accountable · C consulted · I informed · * accepted beyond what follows from the stream';

/** Said where a table would be empty. */
export const NOTHING = {
  owners: 'Nobody is named as owner.',
  roles: 'No roles yet.',
  reasons: 'There are no letters yet, so there are no reasons.',
  findings: 'Nothing was found.',
  assignments: 'Nothing was accepted beyond what follows from the stream.',
  refused: 'No wish was refused.',
} as const;

/** Said under a matrix with overrides. */
const LEGEND_OF_OVERRIDES = ' · ! by override, which nothing justifies';

/** What the letters and signs of this matrix mean. */
export function legendOf({ overrides }: RaciReport): string {
  return overrides.length === 0 ? LEGEND : `${LEGEND}${LEGEND_OF_OVERRIDES}`;
}

/** How many overrides stand; empty where none does. */
export function overridesCounted({ length }: RaciReport['overrides']): string[] {
  if (length === 0) return [];
  return [length === 1 ? '1 override stands' : `${length} overrides stand`];
}

/** What stands under the title: revision, day, customer, size, and how many overrides there are. */
export function factsOf({ revision, date, stream, overrides }: RaciReport): string[] {
  return [
    revision === null ? 'not stored, so without a revision' : `revision ${revision}`,
    date,
    ...(stream.customer === null ? [] : [`for ${stream.customer}`]),
    ...(stream.supplier === null ? [] : [`supplied by ${stream.supplier}`]),
    stream.steps === 1 ? '1 step' : `${stream.steps} steps`,
    ...overridesCounted(overrides),
  ];
}

/** A rung as a word. */
export function rungOf({ readiness }: RaciReport): string {
  return readiness.rung.toLowerCase();
}

/** The numbers to find out first: what to ask, and why. */
export function findOutOf({ findOutFirst }: RaciReport): string[] {
  return findOutFirst.map(
    ({ question, because, line }) => `${question} ${because}${line === null ? '' : ` (line ${line})`}`,
  );
}

/** What is missing, with what would put it right. */
export function missingOf({ readiness }: RaciReport): string[] {
  return readiness.missing.map(({ message, suggestion }) =>
    suggestion === null ? message : `${message} ${suggestion}`,
  );
}

/** Whether an accepted assignment still stands, and what took its reason. */
export function standingOf({ stillStands, lost }: Assignment): string {
  return stillStands ? 'still stands' : `lost its reason: ${lost.join(' ')}`;
}

/** A figure under a head that has its unit already. */
export function withoutUnit(figure: string, unit: string): string {
  return figure.replace(` ${unit}`, '');
}

/** Text without the marks that set off what is to be typed. */
export function withoutMarks(message: string): string {
  return message.replace(/`([^`]+)`/g, '$1');
}

/** The wish that was refused, on one line. */
export function wishOf({ holder, letter, step }: Refusal): string {
  return `${letter} for ${holder}${step === null ? ', for no step' : `, for "${step}"`}`;
}

/** How many more were refused than are printed, and where they are; empty where all are printed. */
export function refusedBefore({ refused, refusedInAll }: RaciReport): string[] {
  const more = refusedInAll - refused.length;
  if (more <= 0) return [];
  return [
    `${refusedInAll} wishes were refused in all; the newest ${refused.length} are printed here. The ${more} before them are in the log of the stream: ask for its refusals.`,
  ];
}

/** When it was refused; empty where it is not logged. */
export function whenOf({ revision, date }: Refusal): string {
  return [revision === null ? '' : `revision ${revision}`, date ?? '']
    .filter((part) => part !== '')
    .join(', ');
}
