import { plain } from '../grid/grid.js';

/** Names that hold a slash or an ampersand and are one role all the same. */
const ONE_ROLE =
  /\b(?:ux\/ui|ui\/ux|ci\/cd|qa\/qc|qc\/qa|hw\/sw|l\d\/l\d|t\d\/t\d|tier \d\/\d|r\/d|m\/e|and\/or)\b/iu;
const ENUMERATED = /[,;\n]/gu;
const SLASHED = /\s?(?:[/|+\\→⇒⟶➔➜↔]|<?(?<![-=])[-=]+>)\s?/gu;
const JOINED = /\s(?:&|and|und|et|y|or|oder|ou)\s|(?<=\p{L}{2})&(?=\p{L}{2})/giu;
/** A count of letters: a number, a share, or what a spreadsheet reckons it with. */
const COUNT = /^(?:\d+(?:[.,]\d+)?\s?%?|=\S+\(.*\))$/u;
const BRACKETED = /\([^()]*\)?|\[[^[\]]*\]?|\{[^{}]*\}?/gu;

/** true for a number, a share or a formula: it counts, and names nobody. */
export function isCount(text: string): boolean {
  return COUNT.test(text);
}

/** What commas, semicolons and line breaks part; brackets keep together what stands in them. */
export function enumerated(text: string): readonly string[] {
  return splitOutside(text, ENUMERATED)
    .map(plain)
    .filter((part) => part !== '');
}

/** What a slash, a plus or an arrow parts, in a name whose spaces are single; nothing in names that are written with one ("UX/UI", "A/P", "24/7"). */
export function slashed(text: string): readonly string[] {
  const parts = ONE_ROLE.test(text) ? [] : splitOutside(text, SLASHED).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => /\p{L}{2}/u.test(part)) ? parts : [text];
}

/** What an ampersand, "and" or "or" stands between; it may be one name all the same. */
export function joined(text: string): readonly string[] {
  return ONE_ROLE.test(text) ? [text] : splitOutside(text, JOINED).filter((part) => part !== '');
}

/** Splits a text where the pattern stands outside brackets; the pattern must be global. */
function splitOutside(text: string, pattern: RegExp): string[] {
  const masked = text.replaceAll(BRACKETED, (bracket) => '\u0001'.repeat(bracket.length));
  const parts: string[] = [];
  let from = 0;
  for (const found of masked.matchAll(pattern)) {
    parts.push(text.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}
