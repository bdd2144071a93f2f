import type { Json } from './answer-tables.js';

/** Where two answers differ first, in words; null where they say the same (the last digits of a number may be printed otherwise). */
export function difference(ours: Json, theirs: Json, at = 'data'): string | null {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const near = Math.abs(ours - theirs) <= 1e-12 * Math.max(Math.abs(ours), Math.abs(theirs));
    return near ? null : `${at} is ${ours} and ${theirs}`;
  }
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null)
    return ours === theirs ? null : `${at} is ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`;
  const [a, b] = [Object.entries(ours), new Map(Object.entries(theirs))];
  if (a.length !== b.size) return `${at} has ${a.length} and ${b.size} entries`;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined) return `${at}.${name} is missing`;
    const found = difference(value, other, `${at}.${name}`);
    if (found) return found;
  }
  return null;
}
