import type { Figure } from '../shared/index.js';
import type { SpreadPart } from './spread.js';

const NUMBERS = ['no', 'one', 'two', 'three'] as const;
const MOST_NAMED = 3;

/** "6 d to 11 d; most of it from two guesses: …": a figure with its spread, and where that comes from (the largest part first). */
export function spreadInWords(
  figure: Figure,
  parts: readonly SpreadPart[],
  print: (value: number) => string,
): string {
  if (figure.value === null) return `? (${figure.whyNot ?? 'nobody has measured it'})`;
  const least = figure.atLeast ? 'at least ' : '';
  const [low, high] = [print(figure.low ?? figure.value), print(figure.high ?? figure.value)];
  if (low !== high) return `${least}${low} to ${high}${sourceOf(parts)}`;
  const why =
    parts.length > 0
      ? 'its ranges and guesses move it by less than is told here'
      : 'nothing in it is told as a range or a guess';
  return `${least}${low}; ${why}`;
}

function sourceOf(parts: readonly SpreadPart[]): string {
  if (parts.length === 0) return '';
  const few = fewestThatMakeMost(parts);
  if (few === null)
    return `; from ${parts.length} numbers, of which the largest is ${listed(parts.slice(0, 1))}`;
  const all = few.length === parts.length;
  return `; ${all ? 'all' : 'most'} of it from ${kindOf(few)}: ${listed(few)}`;
}

/** The first few that together make more than half; null where it takes more than can be named. */
function fewestThatMakeMost(parts: readonly SpreadPart[]): readonly SpreadPart[] | null {
  let sum = 0;
  for (const [nth, part] of parts.slice(0, MOST_NAMED).entries()) {
    sum += part.share.value ?? 0;
    if (sum > 0.5) return parts.slice(0, nth + 1);
  }
  return null;
}

function kindOf(parts: readonly SpreadPart[]): string {
  const guesses = parts.filter(({ guess }) => guess).length;
  const word = guesses === parts.length ? 'guess' : guesses === 0 ? 'range' : 'number';
  const plural = word === 'guess' ? 'guesses' : `${word}s`;
  return `${NUMBERS[parts.length] ?? parts.length} ${parts.length === 1 ? word : plural}`;
}

function listed(parts: readonly SpreadPart[]): string {
  const names = parts.map(({ name, told }) => `${name}, ${told}`);
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join('; ')}; and ${names.at(-1) ?? ''}`;
}
