import type { OverrideRequest } from '../../domain/index.js';
import { readWish, tokensOf, type Token } from './read-wish.js';
import { UsageFault } from './terminal.js';

const EXPECTED = `HOLDER LETTER STEP by WHO until DAY because WHY was expected, such as "Dana R 'Price the job' by Lucas until 2026-01-31 because Sam is ill"`;

/** An override as people write it: a wish, then who sets it, its last day, and why. */
export function readOverride(text: string): OverrideRequest {
  const tokens = tokensOf(text);
  const because = placeOf(tokens, /^because:?$/i, tokens.length, 'first');
  const until = placeOf(tokens, /^until$/i, because ?? tokens.length, 'last');
  const by = placeOf(tokens, /^by$/i, until ?? tokens.length, 'last');
  if (because === null || until === null || by === null) {
    const missing = [
      ...(by === null ? ['who sets it (by WHO)'] : []),
      ...(until === null ? ['its last day (until DAY)'] : []),
      ...(because === null ? ['why (because WHY)'] : []),
    ];
    throw new UsageFault(`Override "${text}": it does not say ${missing.join(', ')}; ${EXPECTED}.`);
  }
  const words = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map((token) => token.text)
      .join(' ')
      .trim();
  return {
    wish: readWish(text.slice(0, tokens[by - 1]?.end ?? 0)),
    by: words(by + 1, until),
    until: words(until + 1, because),
    why: text.slice(tokens[because]?.end ?? text.length).trim(),
  };
}

/** Where a word stands that is not quoted, in front of a place. */
function placeOf(
  tokens: readonly Token[],
  word: RegExp,
  before: number,
  which: 'first' | 'last',
): number | null {
  const places = tokens.flatMap((token, nth) =>
    nth > 0 && nth < before && !token.quoted && word.test(token.text) ? [nth] : [],
  );
  return places.at(which === 'first' ? 0 : -1) ?? null;
}
