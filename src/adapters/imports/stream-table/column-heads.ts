import type { DurationUnit } from '../../../domain/index.js';
import { nearestName } from '../../../domain/shared/index.js';
import { plain } from '../grid/grid.js';
import { HEADS, TIMES, VAGUE_HEADS, type TableColumn } from './head-spellings.js';

interface Spelling {
  readonly column: TableColumn;
  readonly vague: boolean;
}

const spellings = (heads: Readonly<Partial<Record<TableColumn, string>>>, vague: boolean) =>
  Object.entries(heads).flatMap(([column, all]): [string, Spelling][] =>
    all.split('|').map((head) => [head, { column: column as TableColumn, vague }]),
  );

const COLUMNS: ReadonlyMap<string, Spelling> = new Map([
  ...spellings(VAGUE_HEADS, true),
  ...spellings(HEADS, false),
]);

const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  (
    [
      ['s', 's sec secs second seconds'],
      ['min', 'm min mins minute minutes'],
      ['h', 'h hr hrs hour hours'],
      ['d', 'd day days'],
      ['w', 'w wk wks week weeks'],
      ['month', 'mo month months'],
      ['cd', 'cd'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word): [string, DurationUnit] => [word, unit])),
);

/** What a head says: its column (null where nobody knows it), and the unit that bare numbers under it are in. */
export interface HeadReading {
  readonly column: TableColumn | null;
  readonly unit: DurationUnit | null;
  /** It says so only by the way: a column that says it outright goes before. */
  readonly vague: boolean;
}

const UNKNOWN: HeadReading = { column: null, unit: null, vague: false };

/** Reads the head of a column in the common spellings: "Process time (min)", "Wait [d]", "TOUCH-TIME, hours", "Wait days". */
export function readHead(text: string): HeadReading {
  const words = plain(text).toLowerCase();
  if (words === '' || words.length > 60) return UNKNOWN;
  const whole = spellingOf(words);
  if (whole !== null) return { ...whole, unit: whole.column === 'time' ? unitOf(words) : null };
  return withUnit(words) ?? withPercent(words) ?? UNKNOWN;
}

/** "Wait (d)", "Wait, days", "Wait in days", "Wait/d", "wait_days". */
function withUnit(words: string): HeadReading | null {
  const behind = /^(.+?)\s*(?:[([{]\s*([^)\]}]*)[)\]}]|(?:,|\bin\b|\/)\s*([\p{L} ]+))\s*[:*.]*$/u.exec(words);
  const found = behind === null ? null : spellingOf(behind[1] ?? '');
  if (behind !== null && found !== null) {
    const unit = unitOf(behind[2] ?? behind[3] ?? '');
    return behind[2] === undefined && unit === null ? null : { ...found, unit };
  }
  const last = /^(.+)[ _-](\p{L}+)\.?$/u.exec(words);
  const time = last === null ? null : spellingOf(last[1] ?? '');
  const unit = unitOf(last?.[2] ?? '');
  return time !== null && TIMES.has(time.column) && unit !== null ? { ...time, unit } : null;
}

/** "Quality %", "% quality", "Quality in %", "Error rate in percent". */
function withPercent(words: string): HeadReading | null {
  const bare = words
    .replace(/(?:\bin |[([{]\s*)?(?:%|\bper ?cent(?:age)?\b|\bpct\b\.?)\s*[)\]}]?/g, ' ')
    .trim();
  const found = bare === words || bare === '' ? null : spellingOf(bare);
  return found === null ? null : { ...found, unit: null };
}

function spellingOf(words: string): Spelling | null {
  const bare = words
    .replace(/[_/-]/g, ' ')
    .replace(/[:*.?]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return COLUMNS.get(words) ?? COLUMNS.get(bare) ?? COLUMNS.get(bare.replace(/ /g, '')) ?? null;
}

/** The unit of time that a word names; null where it names none. */
export function unitOf(words: string): DurationUnit | null {
  const word = words
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:in|working|work|business) /, '')
    .trim();
  return /^calendar days?$/.test(word) ? 'cd' : (UNITS.get(word) ?? null);
}

/** The known spelling that is nearest to a head that nobody knows; null where none is near. */
export function nearestSpelling(
  text: string,
): { readonly column: TableColumn; readonly head: string } | null {
  const words = plain(text)
    .toLowerCase()
    .replace(/\s*[([{][^)\]}]*[)\]}]/g, '')
    .trim();
  if (words.length < 3 || words.length > 40) return null;
  const head = nearestName(
    words,
    [...COLUMNS.keys()].filter((spelling) => spelling.length > 2),
  );
  const column = head === null ? undefined : COLUMNS.get(head)?.column;
  if (head === null || column === undefined) return null;
  const near = Math.abs(head.length - words.length) <= Math.max(2, words.length / 3);
  return near ? { column, head: head.charAt(0).toUpperCase() + head.slice(1) } : null;
}
