import { describe, expect, it } from '@jest/globals';
import { isCommonPassword } from '../../../src/application/access/common-passwords.js';
import { COMMON_WORDS } from '../../../src/application/access/common-words.js';
import { newPasswordProblem } from '../../../src/application/access/new-password.js';

const SHORTEST = 12;
const ENDINGS = ['', '1', '12', '123', '1234', '!', '1!', '2019', '2024', '2026', '@123', '01011990'];

/** What people make of a word to come to 12 characters. */
const written = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];

describe('passwords that are tried first', () => {
  it('are known by the thousand: words, names and what people put behind them', () => {
    const known = new Set(
      COMMON_WORDS.flatMap((word) =>
        ENDINGS.flatMap((end) => written(word).map((form) => form + end)),
      ).filter(({ length }) => length >= SHORTEST),
    );
    expect(known.size).toBeGreaterThanOrEqual(3_000);
    expect([...known].filter((one) => !isCommonPassword(one))).toEqual([]);
  });

  it.each([
    ...['passwordpassword', 'Password1234!', 'P@ssw0rd2024', 'qwertyuiop123', '1q2w3e4r5t6y', '1qaz2wsx3edc'],
    ...['123456789012', '0987654321098', 'abcdefghijkl', 'abcd12345678', 'qwerty123456', 'asdfghjkl1234'],
    ...[
      'iloveyou1234',
      'ILoveYou Forever',
      'unbelievable',
      'Manchester United',
      'l1verp00lfc1892',
      'christopher1',
    ],
    ...[
      'sunshine2026',
      'Summer-Winter-26',
      'dragon monkey',
      'letmeinletmein',
      'administrator',
      'M1chael1985!',
    ],
    ...[
      'qazwsxedcrfv',
      'zaq12wsxcde3',
      'monkeyqwerty',
      'abc1abc1abc1abc1',
      '98765432109876',
      'Montréal Montréal',
    ],
    ...[
      'correcthorsebatterystaple',
      'qwertyqwerty',
      'Test1234Test',
      'azertyuiop12',
      'passwort12345',
      'ＰＡＳＳ１２３４５６７８',
    ],
  ])('hold %j', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    ...['seven brown bears at noon', 'four green hills at dawn', 'nur kleine buchstaben', '9 8 3 5 2 1 7 7'],
    ...['日本語の長い合言葉を使います', 'kJ8-wq2_Zr5Lm0Tx', 'violin gravel teapot', 'a3f9c2e17b60d548'],
    ...['a horse that was never there', 'montagne vulcan typewriter', 'ada lovelace was here'],
  ])('do not hold %j', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  it('are refused to whoever chooses one, with the reason and what would be better', async () => {
    expect(await newPasswordProblem({}, 'Sunshine-2026', { email: 'ada@example.com' })).toMatchObject({
      code: 'WEAK_PASSWORD',
      message: expect.stringContaining('one of those that are tried first'),
      suggestion: expect.stringContaining('several words'),
    });
    expect(await newPasswordProblem({}, 'violin gravel teapot', { email: 'ada@example.com' })).toBeNull();
  });
});
