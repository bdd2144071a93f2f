import type { StatedCapability } from '../../../domain/stream/index.js';
import { plain } from '../grid/grid.js';

/** What a cell says somebody can do, and the words whose level is none. */
export interface SkillsReading {
  readonly skills: readonly StatedCapability[];
  readonly unreadable: readonly string[];
}

const LICENCE = /[([]\s*(?:licen[cs]ed?|certified|certificate|permit)\s*[)\]]/gi;
const LEVEL =
  /^(.*?\S)(?:\s*[:=–-]\s*|\s+|(?=[([]))(?:[([]\s*)?(?:(?:level|lvl|l)\.?\s*)?(\d)(?:\s*\/\s*5)?\s*[)\]]?$/i;
const LONGEST = 200;
const CAN = /^(?:x|✓|✔|yes|y|true|can|ok|•|●)$/i;
const CANNOT = /^(?:0|-|–|—|no|n|none|false|n\/a|na|)$/i;
const LICENSED = /^(?:licen[cs]ed?|certified|certificate|permit)$/i;

/** "scheduling 3; purchasing", one a line, with semicolons or commas; levels as "3", "(3)", "level 3", "3/5"; "(licence)" behind what is held with one. */
export function readSkillsCell(text: string, licences = false): SkillsReading {
  const cut = /[;\n|]/.test(text) ? /[;\n|]+/ : /,/;
  const parts = text
    .split(cut)
    .map(plain)
    .filter((part) => part !== '' && !/^[-–—]$/.test(part));
  const skills: StatedCapability[] = [];
  const unreadable: string[] = [];
  for (const part of parts) {
    const licence = licences || new RegExp(LICENCE.source, 'i').test(part);
    const bare = part.replaceAll(LICENCE, ' ').replaceAll(/\s+/g, ' ').trim();
    const [, named, number] = (bare.length > LONGEST ? null : LEVEL.exec(bare)) ?? [];
    const level = number === undefined ? null : Number(number);
    if (level !== null && (level < 1 || level > 5)) unreadable.push(part);
    else if (bare !== '') skills.push({ name: named ?? bare, level, licence });
  }
  return { skills, unreadable };
}

/** A cell of a skills matrix: a level 1 to 5, a mark for can, `licence`, or nothing for cannot; null where it is none of these. */
export function readMatrixCell(
  text: string,
): { readonly can: boolean; readonly level: number | null; readonly licence: boolean } | null {
  const words = plain(text);
  if (CANNOT.test(words)) return { can: false, level: null, licence: false };
  if (CAN.test(words)) return { can: true, level: null, licence: false };
  if (LICENSED.test(words)) return { can: true, level: null, licence: true };
  const level = readLevel(words);
  return level === null ? null : { can: true, level, licence: false };
}

/** "3", "level 3", "L3", "3/5"; null where it is no level from 1 to 5. */
export function readLevel(text: string): number | null {
  const [, number] = /^(?:(?:level|lvl|l)\.?\s*)?([1-5])(?:\.0)?(?:\s*\/\s*5)?$/i.exec(plain(text)) ?? [];
  return number === undefined ? null : Number(number);
}
