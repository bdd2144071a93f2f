import { foldName, formatNumber, type StepKey } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import type { StructureProposal } from '../structure-proposal.js';
import type { ClosestToToday, KeptPerformer } from './closest-to-today.js';
import { severalSeats, type SeveralSeats } from './several-seats.js';

/** The alternatives that it is held against. */
export interface Ends {
  readonly fewestPeople: StructureProposal;
  readonly fewestHandOffs: StructureProposal;
}

/** The steps that roles share out, without those that are done outside, and the working seconds a week of one position. */
export interface SharedOut {
  readonly steps: ValueStream['steps'];
  readonly capacity: number;
}

const MOST_NAMED = 3;

/** What moves, and what leaving the rest where it is costs, in plain words. */
export function tellClosest(
  told: Omit<ClosestToToday, 'text'>,
  { steps, capacity }: SharedOut,
  ends: Ends,
): string {
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  const { moved, ofSteps, positions, proposal, withoutPerformer, proven } = told;
  const shown = moved.slice(0, MOST_NAMED).map(({ step }) => `"${names.get(step) ?? step}"`);
  const more = moved.length - shown.length;
  const which = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const lost = sharesLost(told, steps);
  const whom = lost.size === 0 ? 'whoever does it today' : 'one of those who do it today';
  const moves =
    moved.length === 0
      ? `Each of the ${ofSteps} steps that somebody does today stays with ${whom}.`
      : `${moved.length} of the ${ofSteps} steps that somebody does today ${moved.length === 1 ? 'goes' : 'go'} to somebody else: ${which}${proven ? '; the limits do not let fewer move' : ''}.`;
  const unknown =
    withoutPerformer === 0
      ? ''
      : ` ${count(withoutPerformer, 'step')} nobody is known to do ${withoutPerformer === 1 ? 'goes' : 'go'} where ${withoutPerformer === 1 ? 'it fits' : 'they fit'} best.`;
  const handOffs = proposal.handOffsPerWeek.value ?? 0;
  const per = proposal.handOffsPerWeek.unit === 'PER_WEEK' ? 'a week' : 'for one unit';
  const size = ` It takes ${count(positions, 'position')} in ${count(proposal.roles.length, 'role')}, and work changes hands ${formatNumber(handOffs)} times ${per}.`;
  return `${moves}${saySeveral(told.kept, names)}${sayLost(lost, told, steps)}${unknown}${size}${sayPeople(severalSeats(told, { steps }, capacity))}${costs(positions, handOffs, per, ends)}`;
}

type Shares = ReadonlyMap<string, readonly string[]>;

/** Names of steps by each performer who does them with others today and whose role does not have them. */
function sharesLost(
  { kept, moved, proposal }: Pick<ClosestToToday, 'kept' | 'moved' | 'proposal'>,
  steps: ValueStream['steps'],
): Shares {
  const stepsOf = new Map(proposal.roles.map((role) => [role.name, role.steps]));
  const keeps = new Map<string, Set<StepKey>>();
  for (const { performer, role } of kept) {
    const own = keeps.get(foldName(performer)) ?? new Set();
    for (const step of stepsOf.get(role) ?? []) own.add(step);
    keeps.set(foldName(performer), own);
  }
  const leaving = new Set(moved.map(({ step }) => step));
  const lost = new Map<string, { readonly performer: string; readonly names: string[] }>();
  for (const { key, name, performers } of steps) {
    if (leaving.has(key)) continue;
    for (const performer of performers) {
      const folded = foldName(performer);
      if (keeps.get(folded)?.has(key)) continue;
      const known = lost.get(folded) ?? { performer, names: [] };
      known.names.push(name);
      lost.set(folded, known);
    }
  }
  return new Map([...lost.values()].map(({ performer, names }) => [performer, names]));
}

/** Who stands in a further role, for what. */
function saySeveral(kept: readonly KeptPerformer[], names: ReadonlyMap<StepKey, string>): string {
  const seen = new Set<string>();
  const further = kept.filter(({ performer }) => {
    const known = seen.has(foldName(performer));
    seen.add(foldName(performer));
    return known;
  });
  const said = further.slice(0, MOST_NAMED).map(({ performer, role, steps }) => {
    const shown = steps.slice(0, MOST_NAMED).map((step) => `"${names.get(step) ?? step}"`);
    const more = steps.length > shown.length ? ` and ${steps.length - shown.length} more` : '';
    return `${performer} in ${role} for ${shown.join(', ')}${more}`;
  });
  const rest = further.length > said.length ? `; and ${further.length - said.length} more` : '';
  return said.length === 0
    ? ''
    : ` Work that several share stays with them beside their own role: ${said.join('; ')}${rest}.`;
}

function sayLost(lost: Shares, { kept }: Pick<ClosestToToday, 'kept'>, steps: ValueStream['steps']): string {
  const held = new Set(kept.map(({ performer }) => foldName(performer)));
  const said = [...lost].map(([performer, names]) => {
    const shown = names.slice(0, MOST_NAMED).map((name) => `"${name}"`);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    const loses = `${performer} no longer does ${shown.join(', ')}${more}`;
    return held.has(foldName(performer)) ? loses : `${loses}, and stands in no role`;
  });
  const told = new Set([...held, ...[...lost.keys()].map(foldName)]);
  const everybody = new Map(
    steps.flatMap(({ performers }) => performers.map((name) => [foldName(name), name])),
  );
  const without = [...everybody].filter(([folded]) => !told.has(folded)).map(([, name]) => name);
  const none = without.length === 0 ? '' : ` In no role: ${without.join(', ')}.`;
  return said.length === 0
    ? none
    : ` A step that several do stays with one of them: ${said.join('; ')}.${none}`;
}

/** How many people hold the positions, where that is fewer than there are. */
function sayPeople(seats: SeveralSeats | null): string {
  if (!seats) return '';
  const { people, positions, share } = seats;
  const named = people.length > MOST_NAMED ? '' : `, ${inWords(people)},`;
  const one = people.length === 1;
  const hours =
    share === null
      ? `, of which not all hours are measured`
      : share > 1
        ? `, which ask for more hours than ${one ? 'one person has' : `${people.length} people have`}`
        : '';
  return ` ${one ? 'One person' : `${people.length} people`} of today${named} ${one ? 'holds' : 'hold'} ${positions} of these positions${hours}.`;
}

function costs(
  positions: number,
  handOffs: number,
  per: string,
  { fewestPeople, fewestHandOffs }: Ends,
): string {
  const people = positions - positionsOf(fewestPeople);
  const passes = handOffs - (fewestHandOffs.handOffsPerWeek.value ?? 0);
  const worth = passes > 1e-6 * Math.max(1, handOffs);
  if (people <= 0 && !worth)
    return ' That costs nothing: no alternative within the limits has fewer people or fewer hand-offs.';
  const inPeople =
    people > 0
      ? `${count(people, 'position')} more than the fewest people`
      : 'no more people than the fewest';
  const inPasses = worth
    ? `${formatNumber(passes)} hand-offs ${per} more than the fewest`
    : 'no more hand-offs than the fewest';
  return ` That costs ${inPeople}, and ${inPasses}.`;
}

function positionsOf({ objectives }: StructureProposal): number {
  return objectives.find(({ name }) => name === 'positions')?.value ?? 0;
}

function inWords(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}

function count(number: number, one: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${one}s`;
}
