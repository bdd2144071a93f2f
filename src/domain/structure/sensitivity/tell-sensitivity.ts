import type { Sensitivity } from './sensitivity.js';

/** How sure the roles are, in a few sentences: what rests on guesses, what stays, and which number to find out first. */
export function tellSensitivity(told: Omit<Sensitivity, 'kind' | 'text'>): string {
  const { guesses, tried } = told;
  if (guesses === 0)
    return 'No number that the roles rest on is told as a guess (~) or a range: they are the best for the numbers as they were told.';
  const some = tried < guesses ? ` The ${tried} with most work behind them were tried.` : '';
  const head =
    guesses === 1
      ? 'Best for these guesses: one number that the roles rest on is a guess or a range.'
      : `Best for these guesses: ${guesses} numbers that the roles rest on are guesses or ranges.${some}`;
  return [head, stayText(told), togetherText(told), positionsText(told)]
    .filter((text) => text !== '')
    .join(' ');
}

function stayText({ numbers, roles, tried }: Omit<Sensitivity, 'kind' | 'text'>): string {
  const moving = numbers.filter(({ stays }) => !stays);
  const [first] = moving;
  if (!first)
    return tried === 1
      ? 'The roles stay the best at both of its ends.'
      : 'The roles stay the best whichever of them is at either end.';
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

function togetherText({ allLow, allHigh, numbers }: Omit<Sensitivity, 'kind' | 'text'>): string {
  const ends = [
    ...(allLow && !allLow.stays ? ['at their low ends'] : []),
    ...(allHigh && !allHigh.stays ? ['at their high ends'] : []),
  ];
  return ends.length === 0
    ? `With all of them low, or all high, the roles stay${numbers.every(({ stays }) => stays) ? ' too' : ''}.`
    : `With all of them ${ends.join(', or all ')} other roles would be better.`;
}

function positionsText({ positions: { now, low, high } }: Omit<Sensitivity, 'kind' | 'text'>): string {
  return low === high
    ? `The roles take ${now} ${now === 1 ? 'position' : 'positions'} in every trial.`
    : `The roles take ${now} ${now === 1 ? 'position' : 'positions'}, from ${low} to ${high} over all trials.`;
}
