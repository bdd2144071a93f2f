import { describe, expect, it } from '@jest/globals';
import { readScheme } from '../../../../src/domain/chart/index.js';

const doer = { letter: 'd', name: ' Doer ', meaning: 'does it', atLeast: 1, atMost: 2 };
const told = { letter: 'T', name: 'Told' };
const own = { name: 'Ours', letters: [doer, told], contradicts: [['d', 't']] };

const complaintsOf = (content: unknown) => {
  const read = readScheme(content);
  return 'complaints' in read ? read.complaints : [];
};

describe('a scheme of somebody’s own', () => {
  it('is read with what was left out in its place: steps, no meaning, any number', () => {
    expect(readScheme(own)).toEqual({
      scheme: {
        name: 'Ours',
        rows: 'STEPS',
        letters: [
          { letter: 'D', name: 'Doer', meaning: 'does it', atLeast: 1, atMost: 2 },
          { letter: 'T', name: 'Told', meaning: '', atLeast: 0, atMost: null },
        ],
        contradicts: [['D', 'T']],
      },
    });
    expect(readScheme({ name: 'Ours', rows: 'DECISIONS', letters: [told] })).toMatchObject({
      scheme: { rows: 'DECISIONS', contradicts: [] },
    });
  });

  it.each([
    [null, ['An object with name and letters was expected.']],
    [[own], ['An object with name and letters was expected.']],
    ['raci', ['An object with name and letters was expected.']],
    [
      { ...own, name: '  ', rows: 'PEOPLE' },
      ['name: a text was expected.', 'rows: STEPS or DECISIONS was expected.'],
    ],
    [{ name: 'Ours' }, ['letters: a list was expected.']],
    [{ name: 'Ours', letters: [] }, ['letters: at least one was expected.']],
    [{ name: 'Ours', letters: ['D'] }, ['letters[0]: an object with letter and name was expected.']],
    [{ name: 'Ours', letters: [told, told] }, ['letters: "T" is there twice.']],
    [{ name: 'Ours', letters: [{ ...told, letter: 'TT' }] }, ['letters[0].letter: one letter was expected.']],
    [{ name: 'Ours', letters: [{ ...told, letter: 'T1' }] }, ['letters[0].letter: one letter was expected.']],
    [{ name: 'Ours', letters: [{ ...told, letter: 3 }] }, ['letters[0].letter: a text was expected.']],
    [{ name: 'Ours', letters: [{ ...told, meaning: 3 }] }, ['letters[0].meaning: a text was expected.']],
    [
      { name: 'Ours', letters: [told, { ...doer, atLeast: -1, atMost: 1.5 }] },
      [
        'letters[1].atLeast: a whole number from 0 was expected.',
        'letters[1].atMost: a whole number from 0 was expected.',
      ],
    ],
    [{ name: 'Ours', letters: [{ ...doer, atLeast: 3 }] }, ['letters[0]: atMost is below atLeast.']],
    [{ ...own, contradicts: 'DT' }, ['contradicts: a list was expected.']],
    [
      { ...own, contradicts: [['D', 'X'], ['D'], ['D', 'T', 'D'], ['D', 4], 'DT', ['T', 'D']] },
      [0, 1, 2, 3, 4].map((nth) => `contradicts[${nth}]: two letters of the scheme were expected.`),
    ],
  ])('is told every complaint with its place: %j', (content, complaints) => {
    expect(complaintsOf(content)).toEqual(complaints);
  });

  it('may ask for exactly as many as it allows', () => {
    expect(complaintsOf({ name: 'Ours', letters: [{ ...doer, atLeast: 2 }] })).toEqual([]);
    expect(complaintsOf({ name: 'Ours', letters: [{ ...doer, atLeast: 0, atMost: 0 }] })).toEqual([]);
  });
});
