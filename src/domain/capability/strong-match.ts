import type { CapabilitySuggestion } from './capability.js';
import { wordsOf } from './words.js';

/** From this score on a likeness of words can be strong. */
const STRONG_SCORE = 0.6;

/** A rival of another kind of work this near makes the best one too uncertain. */
const RIVAL_MARGIN = 0.05;

/** Words that tell nothing of what is done: "hand out numbers" has no more than "hand" of "hand out the medicines". */
const PARTICLES: ReadonlySet<string> = new Set('away down in off out over up'.split(' '));

/**
 * The suggestion that surely tells the kind of work (never who can do it): two words matched, what is done and what
 * it is done to, or all that the name has; and none of another family comes near. null where there is none.
 */
export function strongMatch(
  name: string,
  suggestions: readonly CapabilitySuggestion[],
): CapabilitySuggestion | null {
  const [best, ...others] = suggestions;
  if (!best || best.score < STRONG_SCORE) return null;
  const matched = best.matchedWords.length;
  const telling = best.matchedWords.filter((word) => !PARTICLES.has(word)).length;
  if (best.score < 1 && (telling === 0 || (telling < 2 && matched < wordsOf(name).size))) return null;
  const rival = others.some(
    ({ capability, score }) =>
      capability.family !== best.capability.family && best.score - score < RIVAL_MARGIN,
  );
  return rival ? null : best;
}
