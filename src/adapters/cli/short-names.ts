import { visible } from './text-layout.js';

/** Column heads of two to four characters, no two alike, that still remind of the name they stand for. */
export function shortNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, nth) => {
    const short = candidates(visible(name)).find((each) => !taken.has(each)) ?? `#${nth + 1}`;
    taken.add(short);
    return short;
  });
}

function candidates(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first = '', second = ''] = words.map((word) => [...word].slice(0, 3).join(''));
  const initials = words
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4);
  const pair = [...first].slice(0, 2).join('') + [...second].slice(0, 2).join('');
  const letters = [...words.join('')];
  const skipping = letters.slice(1).map((letter) => `${letters[0] ?? ''}${letter}`);
  const all = words.length > 1 ? [initials, pair, first, ...skipping] : [first, ...skipping];
  return all.filter((each) => each !== '').map((each) => each.toLocaleUpperCase('en'));
}
