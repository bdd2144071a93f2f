import type { RaciLetter, Wish } from '../../domain/index.js';
import { UsageFault } from './terminal.js';

const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
};

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** Where what follows the token begins. */
  readonly end: number;
}

/** A wish as people write it: HOLDER LETTER STEP, with quotes where a name needs them, and `because …` behind it. */
export function readWish(text: string): Wish {
  const tokens = tokensOf(text);
  const because = tokens.findIndex(
    (token, nth) => nth > 0 && !token.quoted && /^because:?$/i.test(token.text),
  );
  const named = because < 0 ? tokens : tokens.slice(0, because);
  const reason = because < 0 ? '' : text.slice(tokens[because]?.end ?? text.length).trim();
  const letters = named.flatMap((token, nth) => (nth > 0 && isLetter(token) ? [nth] : []));
  const [at] = letters;
  if (at === undefined) throw new UsageFault(`Wish "${text}": ${withoutLetter(named)}`);
  if (letters.length > 1) {
    throw new UsageFault(
      `Wish "${text}": more than one letter stands alone; put names of several words in quotes, such as "Dana R 'Plan A'".`,
    );
  }
  const join = (some: readonly Token[]) =>
    some
      .map((token) => token.text)
      .join(' ')
      .trim();
  const step = join(named.slice(at + 1));
  const letter = asLetter(named[at]?.text ?? '');
  if (letter === null) throw new UsageFault(`Wish "${text}": ${withoutLetter(named)}`);
  return {
    holder: join(named.slice(0, at)),
    letter,
    step: step === '' ? null : step,
    reason: reason === '' ? null : reason,
  };
}

/** The letter that a word stands for: R, A, C, I or the word itself; null where it is none. */
export function asLetter(word: string): RaciLetter | null {
  const letters: Readonly<Record<string, RaciLetter>> = {
    r: 'R',
    responsible: 'R',
    a: 'A',
    accountable: 'A',
    c: 'C',
    consulted: 'C',
    i: 'I',
    informed: 'I',
  };
  return letters[word.trim().toLowerCase()] ?? null;
}

function isLetter({ text, quoted }: Token): boolean {
  return !quoted && /^[RACI]$/.test(text);
}

function withoutLetter(tokens: readonly Token[]): string {
  const expected = `HOLDER LETTER STEP was expected, such as "Dana R 'Price the job'"`;
  const low = tokens.find((token, nth) => nth > 0 && !token.quoted && /^[raci]$/.test(token.text));
  if (tokens.length === 0) return `nothing is in it; ${expected}.`;
  if (low) return `the letter is written as a capital (${low.text.toUpperCase()}); ${expected}.`;
  return `no letter R, A, C or I stands alone behind the holder; ${expected}.`;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const first = text[at] ?? '';
    if (/\s/.test(first)) {
      at += 1;
      continue;
    }
    const close = QUOTES[first];
    const token = close === undefined ? word(text, at) : quotedText(text, at, close);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function word(text: string, from: number): Token {
  let end = from;
  while (end < text.length && !/\s/.test(text[end] ?? '')) end += 1;
  return { text: text.slice(from, end), quoted: false, end };
}

/** A quote ends at its partner before a space or the end, so that an apostrophe inside a name is none. */
function quotedText(text: string, from: number, close: string): Token {
  let inside = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const each = text[at] ?? '';
    const next = text[at + 1] ?? ' ';
    if (each === '\\' && (next === close || next === '\\')) {
      inside += next;
      at += 1;
    } else if (each === close && /\s/.test(next)) {
      return { text: inside.trim(), quoted: true, end: at + 1 };
    } else {
      inside += each;
    }
  }
  throw new UsageFault(`Wish "${text}": the quote that opens at character ${from + 1} is never closed.`);
}
