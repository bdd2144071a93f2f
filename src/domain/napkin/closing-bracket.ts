import { closingQuote, opensQuote } from './quoted-text.js';
import type { Line, Span } from './span.js';

/** A search that came to the end of a span: from where, and which texts in quotes it passed over. */
interface InVain {
  readonly from: number;
  readonly to: number;
  readonly quotes: readonly { readonly from: number; readonly to: number }[];
}

/** What was searched for in vain in a line, by the bracket: whoever searches behind it would find nothing either. */
const inVain = new WeakMap<Line, Map<string, InVain>>();

/**
 * The position of the bracket that closes the one at `at`, outside of quotes; -1 where none does. However many brackets of a
 * line are open, it is gone through once.
 */
export function closingBracket({ line, to }: Span, at: number, closing: string): number {
  const searches = inVain.get(line) ?? new Map<string, InVain>();
  if (isBehind(searches.get(closing), at, to)) return -1;
  const quotes: { from: number; to: number }[] = [];
  for (let position = at + 1; position < to; position++) {
    if (line.text[position] === closing) return position;
    if (!opensQuote(line.text, position)) continue;
    const close = closingQuote(line.text, position, to);
    if (close < 0) continue;
    quotes.push({ from: position, to: close });
    position = close;
  }
  inVain.set(line, searches.set(closing, { from: at, to, quotes }));
  return -1;
}

/** Whether a search from there would go the same way as the one in vain: not where it begins within a text in quotes. */
function isBehind(known: InVain | undefined, at: number, to: number): boolean {
  if (known === undefined || known.to !== to || at < known.from) return false;
  let [low, high] = [0, known.quotes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((known.quotes[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at > (known.quotes[low - 1]?.to ?? -1);
}
