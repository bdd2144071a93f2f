import type { LetterScheme, SchemeLetter } from './letter-scheme.js';

function letter(
  [sign, name]: readonly [string, string],
  meaning: string,
  atLeast: number,
  atMost: number | null,
): SchemeLetter {
  return { letter: sign, name, meaning, atLeast, atMost };
}

const CONSULTED = letter(['C', 'Consulted'], 'is asked before it is done', 0, null);
const INFORMED = letter(['I', 'Informed'], 'is told when it is done', 0, null);

/** The schemes that come with the program, by the word that asks for them. */
export const SCHEMES: Readonly<Record<string, LetterScheme>> = {
  raci: {
    name: 'RACI',
    rows: 'STEPS',
    letters: [
      letter(['R', 'Responsible'], 'does the work', 1, null),
      letter(['A', 'Accountable'], 'answers for the result', 1, 1),
      CONSULTED,
      INFORMED,
    ],
    contradicts: [['C', 'I']],
  },
  rasci: {
    name: 'RASCI',
    rows: 'STEPS',
    letters: [
      letter(['R', 'Responsible'], 'does the work', 1, null),
      letter(['A', 'Accountable'], 'answers for the result', 1, 1),
      letter(['S', 'Supports'], 'helps those who do the work', 0, null),
      CONSULTED,
      INFORMED,
    ],
    contradicts: [
      ['C', 'I'],
      ['R', 'S'],
    ],
  },
  daci: {
    name: 'DACI',
    rows: 'DECISIONS',
    letters: [
      letter(['D', 'Driver'], 'brings the decision about', 1, 1),
      letter(['A', 'Approver'], 'decides', 1, 1),
      letter(['C', 'Contributor'], 'gives knowledge or opinions, and has no vote', 0, null),
      letter(['I', 'Informed'], 'is told of the decision', 0, null),
    ],
    contradicts: [
      ['C', 'I'],
      ['D', 'I'],
      ['A', 'I'],
    ],
  },
  rapid: {
    name: 'RAPID',
    rows: 'DECISIONS',
    letters: [
      letter(['R', 'Recommend'], 'makes the proposal, with the facts and the choices', 1, 1),
      letter(['A', 'Agree'], 'has to sign off on the proposal before it is decided', 0, null),
      letter(['P', 'Perform'], 'carries the decision out', 1, null),
      letter(['I', 'Input'], 'is asked for facts and judgement', 0, null),
      letter(['D', 'Decide'], 'decides, and commits the firm to it', 1, 1),
    ],
    contradicts: [
      ['A', 'I'],
      ['D', 'I'],
    ],
  },
};
