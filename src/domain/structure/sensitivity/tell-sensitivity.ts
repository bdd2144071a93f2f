import type { HowProven } from '../how-proven.js';
import type { Sensitivity, TrialOutcome } from './sensitivity.js';

/** What was tried, and what may be said of the roles. */
type Told = Omit<Sensitivity, 'kind' | 'text' | 'lowerBound' | 'proof' | 'method'> &
  Pick<HowProven, 'called' | 'bounds'>;

/** How sure the roles are, in a few sentences: what rests on guesses, what stays, and which number to find out first. */
export function tellSensitivity(
  told: Told,
  trials: readonly Pick<TrialOutcome, 'proven' | 'betterAsTold'>[],
): string {
  const { guesses, tried, called, bounds } = told;
  if (guesses === 0)
    return `No number that the roles rest on is told as a guess (~) or a range: they are ${called.startsWith('best') ? `the ${called}` : called} for the numbers as they were told${bounds}.`;
  const most =
    tried === 1
      ? ' The one with most work behind it was tried.'
      : ` The ${tried} with most work behind them were tried.`;
  const some = tried < guesses ? most : '';
  const best = `${called.charAt(0).toUpperCase()}${called.slice(1)} for these guesses${bounds}`;
  const head =
    guesses === 1
      ? `${best}: one number that the roles rest on is a guess or a range.`
      : `${best}: ${guesses} numbers that the roles rest on are guesses or ranges.${some}`;
  const isSure = told.proven && trials.every(({ proven }) => proven);
  return [head, stayText(told, isSure), togetherText(told), positionsText(told), byTheWay(trials)]
    .filter((text) => text !== '')
    .join(' ');
}

/** Whether the number by itself moves steps: not where the other roles are better whatever it is. */
function moves({ low, high }: Sensitivity['numbers'][number]): boolean {
  return [low, high].some(({ stays, betterAsTold }) => !stays && !betterAsTold);
}

/** That better roles for the numbers as told turned up; empty where none did. */
function byTheWay(trials: readonly Pick<TrialOutcome, 'betterAsTold'>[]): string {
  return trials.some(({ betterAsTold }) => betterAsTold)
    ? 'Some of the trials found roles that are better with the numbers as told too: a longer search (--thorough) may find them.'
    : '';
}

function stayText({ numbers, roles, tried }: Told, isSure: boolean): string {
  const moving = numbers.filter(moves);
  const [first] = moving;
  if (!first && numbers.some(({ stays }) => !stays)) return 'None of them would move steps by itself.';
  if (!first) {
    const stay = isSure ? 'The roles stay the best' : 'No better roles were found';
    return tried === 1 ? `${stay} at both of its ends.` : `${stay} whichever of them is at either end.`;
  }
  const firm = roles.filter(({ keptIn, ofTrials }) => keptIn === ofTrials).map(({ role }) => role);
  const kept =
    firm.length === 0
      ? 'No role keeps exactly its steps in every trial.'
      : `${firm.join(', ')} ${firm.length === 1 ? 'keeps exactly its' : 'keep exactly their'} steps in every trial.`;
  const which =
    moving.length === 1
      ? 'One of them would move steps by itself'
      : `${moving.length} of them would move steps, each by itself`;
  return `${which}; find out ${first.name} first. ${kept}`;
}

function togetherText({ allLow, allHigh, numbers }: Told): string {
  const ends = [
    ...(allLow && !allLow.stays ? ['at their low ends'] : []),
    ...(allHigh && !allHigh.stays ? ['at their high ends'] : []),
  ];
  return ends.length === 0
    ? `With all of them low, or all high, the roles stay${numbers.every(({ stays }) => stays) ? ' too' : ''}.`
    : `With all of them ${ends.join(', or all ')} other roles would be better.`;
}

function positionsText({ positions: { now, low, high } }: Told): string {
  return low === high
    ? `The roles take ${now} ${now === 1 ? 'position' : 'positions'} in every trial.`
    : `The roles take ${now} ${now === 1 ? 'position' : 'positions'}, from ${low} to ${high} over all trials.`;
}
