import { letterOfWord, type Wish } from '../../domain/index.js';
import { UsageFault } from './terminal.js';

const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
};

/** A word of what was typed, or what stood in quotes. */
export interface Token {
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
  const letters = lettersOf(named);
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
  const letter = letterOfWord(named[at]?.text ?? '');
  if (letter === null) throw new UsageFault(`Wish "${text}": ${withoutLetter(named)}`);
  return {
    holder: join(named.slice(0, at)),
    letter,
    step: step === '' ? null : step,
    reason: reason === '' ? null : reason,
  };
}

/** Where a letter stands: a capital anywhere behind the holder, else a small one that can be no word of a name. */
function lettersOf(tokens: readonly Token[]): number[] {
  const isAt = (nth: number, letter: RegExp) => {
    const token = tokens[nth];
    return nth > 0 && token !== undefined && !token.quoted && letter.test(token.text);
  };
  const places = [...tokens.keys()];
  const capitals = places.filter((nth) => isAt(nth, /^[RACI]$/));
  if (capitals.length > 0) return capitals;
  const byQuotes = (nth: number) => [nth - 1, nth + 1].some((beside) => tokens[beside]?.quoted);
  return places.filter((nth) => isAt(nth, /^[raci]$/) && (nth === 1 || byQuotes(nth)));
}

function withoutLetter(tokens: readonly Token[]): string {
  const expected = `HOLDER LETTER STEP was expected, such as "Dana R 'Price the job'"`;
  const low = tokens.find((token, nth) => nth > 0 && !token.quoted && /^[raci]$/.test(token.text));
  if (tokens.length === 0) return `nothing is in it; ${expected}.`;
  if (low)
    return `"${low.text}" may be a letter or a word; write ${low.text.toUpperCase()}, or put names of several words in quotes; ${expected}.`;
  return `no letter R, A, C or I stands alone behind the holder; ${expected}.`;
}

/** The words of a text, what is quoted as one; an UsageFault where a quote is never closed. */
export function tokensOf(text: string): Token[] {
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
