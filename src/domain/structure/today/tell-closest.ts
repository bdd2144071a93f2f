import { formatNumber } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import type { StructureProposal } from '../structure-proposal.js';
import type { ClosestToToday } from './closest-to-today.js';

/** The alternatives that it is held against. */
export interface Ends {
  readonly fewestPeople: StructureProposal;
  readonly fewestHandOffs: StructureProposal;
}

const MOST_NAMED = 3;

/** What moves, and what leaving the rest where it is costs, in plain words. */
export function tellClosest(
  told: Omit<ClosestToToday, 'text'>,
  { steps }: Pick<ValueStream, 'steps'>,
  ends: Ends,
): string {
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  const { moved, ofSteps, positions, proposal, withoutPerformer, proven } = told;
  const shown = moved.slice(0, MOST_NAMED).map(({ step }) => `"${names.get(step) ?? step}"`);
  const more = moved.length - shown.length;
  const which = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const moves =
    moved.length === 0
      ? `Every one of the ${ofSteps} steps that somebody does today stays with them.`
      : `${moved.length} of the ${ofSteps} steps that somebody does today ${moved.length === 1 ? 'goes' : 'go'} to somebody else: ${which}${proven ? '; the limits do not let fewer move' : ''}.`;
  const unknown =
    withoutPerformer === 0
      ? ''
      : ` ${count(withoutPerformer, 'step')} nobody is known to do ${withoutPerformer === 1 ? 'goes' : 'go'} where ${withoutPerformer === 1 ? 'it fits' : 'they fit'} best.`;
  const handOffs = proposal.handOffsPerWeek.value ?? 0;
  const per = proposal.handOffsPerWeek.unit === 'PER_WEEK' ? 'a week' : 'for one unit';
  const size = ` It takes ${count(positions, 'position')} in ${count(proposal.roles.length, 'role')}, and work changes hands ${formatNumber(handOffs)} times ${per}.`;
  return `${moves}${unknown}${size}${costs(positions, handOffs, per, ends)}`;
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
  if (people <= 0 && !worth) return ' That costs nothing: no roles have fewer people or fewer hand-offs.';
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

function count(number: number, one: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${one}s`;
}
