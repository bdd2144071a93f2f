import { describe, expect, it } from '@jest/globals';
import type { Sensitivity } from '../../../../src/domain/structure/index.js';
import { tellSensitivity } from '../../../../src/domain/structure/sensitivity/tell-sensitivity.js';

type Told = Parameters<typeof tellSensitivity>[0];

const number = (name: string, stays: boolean, betterAsTold = false) =>
  ({ name, stays, low: { stays, betterAsTold }, high: { stays: true } }) as Sensitivity['numbers'][number];
const role = (name: string, keptIn: number) =>
  ({ role: name, keptIn, ofTrials: 4 }) as Sensitivity['roles'][number];
const end = (stays: boolean) => ({ stays }) as NonNullable<Sensitivity['allLow']>;

/** Two guesses of which none moves a step, but for what is stated. */
function told(given: Partial<Told>, trials = [{ proven: true, betterAsTold: false }]): string {
  const plain = {
    ...{ guesses: 2, tried: 2, allLow: end(true), allHigh: end(true) },
    numbers: [number('the time of "Ask"', true), number('the demand', true)],
    roles: [role('Clerk', 4), role('Baker', 4)],
    positions: { now: 2, low: 2, high: 2 },
    ...{ proven: true, called: 'best', bounds: '' },
  };
  return tellSensitivity({ ...plain, ...given }, trials);
}

const moving = [number('the demand', false), number('the time of "Ask"', true)];

describe('how sure roles are, in words', () => {
  it('is one sentence for the guesses, one for the roles, one for all at once, one for the positions', () => {
    expect(told({})).toBe(
      'Best for these guesses: 2 numbers that the roles rest on are guesses or ranges. The roles stay the best whichever of them is at either end. With all of them low, or all high, the roles stay too. The roles take 2 positions in every trial.',
    );
    expect(told({ guesses: 1, tried: 1, positions: { now: 1, low: 1, high: 1 } })).toBe(
      'Best for these guesses: one number that the roles rest on is a guess or a range. The roles stay the best at both of its ends. With all of them low, or all high, the roles stay too. The roles take 1 position in every trial.',
    );
  });

  it('says how many were tried where that is not all of them', () => {
    expect(told({ guesses: 9 })).toContain(
      'are guesses or ranges. The 2 with most work behind them were tried.',
    );
    expect(told({ guesses: 9, tried: 1 })).toContain('The one with most work behind it was tried.');
    expect(told({})).not.toContain('tried.');
  });

  it('names the number to find out first, and the roles that keep their steps whatever it is', () => {
    expect(told({ numbers: moving, roles: [role('Clerk', 4), role('Baker', 3)] })).toContain(
      'One of them would move steps by itself; find out the demand first. Clerk keeps exactly its steps in every trial. With all of them low, or all high, the roles stay.',
    );
    const both = moving.map(({ name }) => number(name, false));
    expect(told({ numbers: both })).toContain(
      '2 of them would move steps, each by itself; find out the demand first. Clerk, Baker keep exactly their steps in every trial.',
    );
    expect(told({ numbers: both, roles: [role('Clerk', 0)] })).toContain(
      'first. No role keeps exactly its steps in every trial.',
    );
  });

  it('says at which ends of all numbers together other roles would be better', () => {
    const better = 'other roles would be better.';
    expect(told({ allLow: end(false) })).toContain(`With all of them at their low ends ${better}`);
    expect(told({ allHigh: end(false) })).toContain(`With all of them at their high ends ${better}`);
    expect(told({ allLow: end(false), allHigh: end(false) })).toContain(
      `With all of them at their low ends, or all at their high ends ${better}`,
    );
    expect(told({ positions: { now: 1, low: 1, high: 3 } })).toContain(
      'The roles take 1 position, from 1 to 3 over all trials.',
    );
  });

  it('is no claim to be the best where that is not proven', () => {
    const unproven = {
      ...{ proven: false, called: 'the best that was found' },
      bounds: ' (48 positions; no structure has fewer than 46)',
    };
    expect(told(unproven)).toContain(
      'The best that was found for these guesses (48 positions; no structure has fewer than 46): 2 numbers that the roles rest on are guesses or ranges. No better roles were found whichever of them is at either end.',
    );
    expect(told({ ...unproven, guesses: 0 })).toBe(
      'No number that the roles rest on is told as a guess (~) or a range: they are the best that was found for the numbers as they were told (48 positions; no structure has fewer than 46).',
    );
    expect(told({}, [{ proven: false, betterAsTold: false }])).toContain('No better roles were found');
  });

  it('blames no number for better roles that do not rest on it', () => {
    const found = [number('the demand', false, true), number('the time of "Ask"', true)];
    const text = told({ numbers: found }, [{ proven: false, betterAsTold: true }]);
    expect(text).toContain('None of them would move steps by itself.');
    expect(text).toContain(
      'better with the numbers as told too: a longer search (--thorough) may find them.',
    );
    expect(text).not.toContain('find out');
  });
});
