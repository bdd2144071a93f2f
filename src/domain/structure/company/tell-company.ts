import { foldName, formatNumber, type Calendar } from '../../shared/index.js';
import type { StructureGround } from '../structure-ground.js';
import { isUsual } from '../structure-goals.js';
import type { StructureLimits } from '../structure-proposal.js';
import type { CompanyGround } from './company-ground.js';
import type { CompanyRole, CompanyStructure } from './company-structure.js';

type Told = Omit<CompanyStructure, 'notes' | 'text'>;

/** So many names are told one by one. */
const MOST_NAMED = 6;

/** How many people carry how many streams, what sharing saves, and which roles are shared: in a few sentences. */
export function companyText({ streams, roles, positions, positionsAlone }: Told): string {
  const shared = roles.filter(({ serves }) => serves.length > 1);
  const size = `${count(positions, 'position')} in ${count(roles.length, 'role')} carry ${count(streams.length, 'stream')}.`;
  return [size, ...savingOf(positions, positionsAlone, streams.length), sharedText(shared, streams.length)]
    .filter((text) => text !== '')
    .join(' ');
}

function savingOf(positions: number, alone: number | null, streams: number): string[] {
  if (alone === null || streams < 2) return [];
  const saved = alone - positions;
  const head = `Designed one by one, within the same limits, they take ${count(alone, 'position')}`;
  if (saved > 0) return [`${head}: sharing saves ${saved}.`];
  return [saved === 0 ? `${head} as well.` : `${head}, ${-saved} fewer.`];
}

function sharedText(shared: readonly CompanyRole[], streams: number): string {
  if (streams < 2) return '';
  if (shared.length === 0) return 'No role serves more than one stream.';
  const named = shared.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = shared.length - named.length;
  const names = [...named, ...(more > 0 ? [`${more} more`] : [])];
  return `${count(shared.length, 'role')} ${shared.length === 1 ? 'serves' : 'serve'} several streams: ${names.join(', ')}.`;
}

/** What the company rests on: who is taken for one person, which calendar, which demand, and what the proposal notes. */
export function companyNotes(ground: CompanyGround, asked: StructureLimits, told: Told): string[] {
  return [
    ...samePeople(ground),
    ...calendars(ground),
    ...withoutDemand(ground),
    ...guesses(told),
    ...moreThanAlone(asked, told),
    ...told.proposal.notes,
  ];
}

function samePeople({ streams }: CompanyGround): string[] {
  const seen = new Map<string, { readonly name: string; readonly streams: Set<string> }>();
  for (const { stream } of streams)
    for (const name of stream.steps.flatMap(({ performers, outside }) => (outside ? [] : performers))) {
      const one = seen.get(foldName(name)) ?? { name, streams: new Set() };
      one.streams.add(stream.key);
      seen.set(foldName(name), one);
    }
  const both = [...seen.values()].filter((one) => one.streams.size > 1).map(({ name }) => name);
  if (both.length === 0) return [];
  const named = both.slice(0, MOST_NAMED);
  const more = both.length > named.length ? [`${both.length - named.length} more`] : [];
  return [
    `A name behind @ is taken for the same person or crew in every stream: ${[...named, ...more].join(', ')}. What they do in one stream is evidence in the others.`,
  ];
}

function calendars({ streams, stream }: CompanyGround): string[] {
  const paid = streams.map((one) => one.stream.calendar.paidHoursPerWeek);
  const differ = paid.some((hours) => hours !== paid[0]);
  const weeks = new Set(streams.map((one) => weekOf(one.stream.calendar)));
  return [
    ...(weeks.size > 1
      ? [
          `Each stream counts time in its own working calendar (${listed(streams, ({ stream: { calendar } }) => weekOf(calendar))}); hours are added up week by week, which is the same week for all.`,
        ]
      : []),
    ...(differ
      ? [
          `What one person is paid for differs (${listed(streams, ({ stream: { calendar } }) => `${formatNumber(calendar.paidHoursPerWeek)} h`)}): the fewest, ${formatNumber(stream.calendar.paidHoursPerWeek)} h a week, are taken for all. A line such as \`people: ${formatNumber(stream.calendar.paidHoursPerWeek)}h/week\` on every napkin settles it.`,
        ]
      : []),
  ];
}

function weekOf({ secondsPerDay, daysPerWeek }: Calendar): string {
  return `${formatNumber((secondsPerDay * daysPerWeek) / 3600)} h in ${formatNumber(daysPerWeek)} d`;
}

function listed(streams: readonly StructureGround[], say: (one: StructureGround) => string): string {
  const named = streams.slice(0, MOST_NAMED).map((one) => `"${one.stream.name}" ${say(one)}`);
  const more = streams.length > named.length ? [`${streams.length - named.length} more`] : [];
  return [...named, ...more].join(', ');
}

function withoutDemand({ streams }: CompanyGround): string[] {
  const without = streams.filter(({ stream }) => stream.demandPerWeek === null);
  if (without.length === 0) return [];
  const names = without.map(({ stream }) => `"${stream.name}"`).join(', ');
  const taken =
    without.length === streams.length
      ? 'hand-offs are told for one unit of each'
      : 'in the goals one unit a week stands for it, and the hand-offs that are told leave it out';
  return [
    `Nobody has said how many units enter ${names}: no hours are known there, and ${taken}. Add a line such as \`demand: 40/month\`.`,
  ];
}

function guesses({ roles }: Told): string[] {
  const rests = roles.some(({ hoursPerWeek }) => hoursPerWeek.source === 'GUESS');
  return rests ? ['Some of the hours rest on guesses: this is best for these guesses.'] : [];
}

/** More positions than one by one: only where another goal comes first, or what one stream shows forbids what another allows. */
function moreThanAlone(asked: StructureLimits, { positions, positionsAlone, streams }: Told): string[] {
  if (streams.length < 2 || positionsAlone === null || positions <= positionsAlone) return [];
  return [
    isUsual(asked)
      ? 'Together the streams take more positions than one by one, because together more is asked: a limit ties steps of several streams, or one stream says that a capability takes a licence and another does not.'
      : 'Together the streams take more positions than one by one, because another goal comes before positions.',
  ];
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
