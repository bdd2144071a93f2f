import { looksLikePerson } from './person-like.js';
import { peelName, partsOf, type BracketEvidence } from './peel-name.js';
import { joined, slashed } from './split-names.js';

/** What the other cells of a chart show about its names. */
export interface RoleEvidence extends BracketEvidence {
  /** true where sides of an "and" or "or" are roles: one of them is one elsewhere in the chart, or all look like persons. */
  readonly areRoles: (sides: readonly string[]) => boolean;
}

/** Gathers the evidence from all names of a chart, as commas part them; what is parted from a known role is known from then on. */
export function gatherEvidence(names: Iterable<string>): RoleEvidence {
  const phrases: (readonly string[])[] = [];
  const bare = new Set<string>();
  const brackets = new Map<string, Set<string>>();
  for (const name of new Set(names)) {
    for (const side of slashed(name)) {
      const sides = joined(side);
      if (sides.length > 1) phrases.push(sides);
      else noteName(side, bare, brackets);
    }
  }
  const inBrackets: BracketEvidence = {
    standsBare: (name) => bare.has(fold(name)),
    hasVariants: (name) => (brackets.get(fold(name))?.size ?? 0) > 1,
  };
  const nameOf = (side: string): string => fold(peelName(side, inBrackets).name);
  const known = new Set(bare);
  for (const [name] of brackets) known.add(name);
  spread(phrases, nameOf, known);
  return {
    ...inBrackets,
    areRoles: (sides) =>
      sides.some((side) => known.has(nameOf(side))) ||
      sides.every((side) => looksLikePerson(peelName(side, inBrackets).name)),
  };
}

const ALONE: BracketEvidence = { standsBare: () => false, hasVariants: () => true };

function noteName(text: string, bare: Set<string>, brackets: Map<string, Set<string>>): void {
  const { bare: name, bracket } = partsOf(text);
  if (bracket === null) {
    bare.add(fold(peelName(text, ALONE).name));
    return;
  }
  const met = brackets.get(fold(name));
  if (met) met.add(fold(bracket));
  else brackets.set(fold(name), new Set([fold(bracket)]));
}

/** Each side of a phrase is known as soon as one of its sides is, or all look like persons. */
function spread(
  phrases: readonly (readonly string[])[],
  nameOf: (side: string) => string,
  known: Set<string>,
): void {
  const holding = new Map<string, number[]>();
  const waiting: string[] = [...known];
  const learn = (name: string): void => {
    if (known.has(name)) return;
    known.add(name);
    waiting.push(name);
  };
  phrases.forEach((sides, nth) => {
    for (const side of sides) {
      const list = holding.get(nameOf(side));
      if (list) list.push(nth);
      else holding.set(nameOf(side), [nth]);
    }
    if (sides.every(looksLikePerson)) for (const side of sides) learn(nameOf(side));
  });
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const nth of holding.get(name) ?? []) for (const side of phrases[nth] ?? []) learn(nameOf(side));
    holding.delete(name);
  }
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
