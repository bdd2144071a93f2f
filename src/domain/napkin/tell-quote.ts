import type { ProblemList } from './problem-list.js';
import { closingQuote, opensQuote } from './quoted-text.js';
import { placeOf, spanOf, type Span } from './span.js';

/** Tells the first quotation within these words that is not closed there. */
export function tellUnclosedQuote({ line, from, to }: Span, problems: ProblemList): void {
  for (let at = from; at < to; at++) {
    if (!opensQuote(line.text, at)) continue;
    const close = closingQuote(line.text, at, to);
    if (close < 0) {
      problems.add('UNCLOSED_QUOTE', placeOf(spanOf(line, at, at + 1)), {
        message: 'This quotation is not closed, so its sign is read as a plain sign.',
        suggestion: 'Close it with a second ", or leave the sign away.',
      });
      return;
    }
    at = close;
  }
}
