import type { Figure } from '../shared/index.js';
import type { SpreadPart } from './spread.js';

const NUMBERS = ['no', 'one', 'two', 'three'] as const;
const MOST_NAMED = 3;

/** Guesses that are told as one number. */
export interface BareGuesses {
  readonly count: number;
  readonly first: { readonly name: string; readonly told: string } | null;
}

/** "6 d to 11 d; most of it from two guesses: …": a figure with its spread, and where that comes from (the largest part first). */
export function spreadInWords(
  figure: Figure,
  parts: readonly SpreadPart[],
  bare: BareGuesses,
  print: (value: number) => string,
): string {
  if (figure.value === null) return `? (${figure.whyNot ?? 'nobody has measured it'})`;
  const least = figure.atLeast ? 'at least ' : '';
  const [low, high] = [print(figure.low ?? figure.value), print(figure.high ?? figure.value)];
  if (low === high) return `${least}${low}; ${withoutSpread(bare, parts.length > 0)}`;
  const also = bare.count > 0 ? `; and ${guessesOf(bare)}` : '';
  return `${least}${low} to ${high}${sourceOf(parts)}${also}`;
}

function withoutSpread(bare: BareGuesses, ranged: boolean): string {
  const also = bare.count > 0 ? `, and ${guessesOf(bare)}` : '';
  if (ranged) return `its ranges move it by less than is told here${also}`;
  if (bare.count === 0) return 'nothing in it is told as a range or a guess';
  return `told without a spread, and ${guessesOf(bare)}`;
}

function guessesOf({ count, first }: BareGuesses): string {
  const many = count <= MOST_NAMED ? NUMBERS[count] : String(count);
  const such = first ? `, such as ${first.name}, ${first.told}` : '';
  return count === 1 && first
    ? `one guess is told without a range: ${first.name}, ${first.told}`
    : `${many} guesses are told without a range${such}`;
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
