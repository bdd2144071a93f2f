import type { CellOddity } from './cell-oddity.js';
import { clearMeaning, foldWord, isAmbiguousWord, type Meaning, type Vocabulary } from './letter-words.js';

/** The letters of a text that is nothing but letters or words for them. */
export interface LetterReading {
  readonly letters: ReadonlySet<Meaning>;
  readonly oddities: readonly CellOddity[];
  /** true: two letters of mixed case (Ra), which may be a name where the other cells are texts. */
  readonly mixed?: boolean;
}

const STRONG = /\s*(?:[/,;|&+·•⁄∕]|\band\b|\bund\b|\bet\b|\by\b|\bor\b|\boder\b|\bou\b)\s*/iu;
/** Capitals in any number, two letters of any case, or three and four with one small letter: "Air" and "Ira" are words. */
const WRITTEN_TOGETHER = /^(?:[RACISV]{2,4}|[RACIraci]{2}|(?=.{3,4}$)[RACI]*[raci][RACI]*)$/;
const MIXED_PAIR = /^(?:[RACI][raci]|[raci][RACI])$/;
const ALTERNATIVE = /\b(or|oder|ou)\b/iu;

/** Letters parted by anything people part them with, or written together; null where anything else stands in the text. */
export function lettersOf(text: string, vocabulary: Vocabulary): LetterReading | null {
  const letters = new Set<Meaning>();
  const oddities: CellOddity[] = [];
  let count = 0;
  for (const piece of text.split(STRONG).filter((each) => each !== '')) {
    const read = piecesOf(piece, vocabulary, oddities);
    if (!read) return null;
    for (const letter of read) letters.add(letter);
    count += read.length;
  }
  if (count === 0) return null;
  if (count > letters.size) {
    oddities.push({ code: 'REPEATED_LETTER', message: `"${text}" says one letter twice; it counts once.` });
  }
  if (ALTERNATIVE.test(text)) oddities.push(alternative(text));
  return { letters, oddities, ...(MIXED_PAIR.test(text) ? { mixed: true } : {}) };
}

/** Tells that a text names letters of which one is meant. */
export function alternative(text: string): CellOddity {
  const message = `"${text}" leaves open which letter holds; both are counted. Decide for one.`;
  return { code: 'ALTERNATIVE_LETTERS', message };
}

/** One letter, one word or phrase, letters written together (RA), or letters parted by spaces or full stops. */
function piecesOf(piece: string, vocabulary: Vocabulary, oddities: CellOddity[]): Meaning[] | null {
  const whole = meaningOf(piece, vocabulary, oddities);
  if (whole) return [whole];
  if (WRITTEN_TOGETHER.test(piece)) return Array.from(piece.toUpperCase()) as Meaning[];
  const dashed = /^[RACISV](?:\s*[-–—]\s*[RACISV])+$/iu.test(piece);
  const tokens = piece.split(dashed ? /[\s–—-]+/ : /[\s.]+/).filter((token) => token !== '');
  if (tokens.length < 2)
    return tokens[0] !== undefined && tokens[0] !== piece ? piecesOf(tokens[0], vocabulary, oddities) : null;
  const meanings = tokens.map((token) => meaningOf(token, vocabulary, oddities));
  if (!meanings.every((meaning) => meaning !== null)) return null;
  if (dashed || (piece.includes('.') && !/^\S\.(\s\S\.)*$/.test(piece))) {
    const message = `"${piece}" is read as ${meanings.join(' and ')}. Write ${meanings.join('/')}.`;
    oddities.push({ code: 'ODD_SEPARATOR', message });
  }
  return meanings;
}

function meaningOf(token: string, vocabulary: Vocabulary, oddities: CellOddity[]): Meaning | null {
  const upper = token.toUpperCase();
  const explained = vocabulary.legend.get(upper);
  if (explained) return explained;
  if (/^[RACISV]$/.test(upper)) return upper as Meaning;
  const clear = clearMeaning(token);
  if (clear || !isAmbiguousWord(token)) return clear;
  const meaning = vocabulary.ambiguous.get(foldWord(token)) ?? null;
  if (meaning) {
    const message = `"${token}" stands for R in some charts and for A in others; beside the other words of this chart it is read as ${meaning}.`;
    oddities.push({ code: 'AMBIGUOUS_WORD', message });
  }
  return meaning;
}
