import type { Severity } from '../../shared/index.js';
import { inReadingOrder, type ChartFinding, type PlacedFinding } from '../chart-finding.js';
import { aboutActivity, aboutCells } from '../chart-rule.js';
import { ODDITIES } from '../oddity.js';
import type { ChartActivity, ChartCell, RaciTable } from '../raci-table.js';
import type { LetterScheme, SchemeLetter } from './letter-scheme.js';

/** What a chart says by itself in the letters of a scheme. */
export interface SchemeAudit {
  readonly scheme: string;
  readonly activities: number;
  readonly roles: readonly string[];
  /** Cells that hold the letter, in the order of the scheme. */
  readonly letters: readonly { readonly letter: string; readonly cells: number }[];
  readonly findings: readonly ChartFinding[];
}

/** What reading a chart as RACI finds odd and another scheme may know. */
const READ_ANEW: ReadonlySet<string> = new Set([
  'UNREADABLE_CELL',
  'OTHER_LETTER',
  'AMBIGUOUS_WORD',
  'REPEATED_LETTER',
]);

interface Found extends PlacedFinding {
  readonly code: string;
  readonly severity: Severity;
}

/** Holds a chart to a scheme: how many of each letter, what contradicts in one cell, and what is no letter of it; errors first. */
export function auditByScheme(table: RaciTable, scheme: LetterScheme): SchemeAudit {
  const counts = new Map(scheme.letters.map(({ letter }) => [letter, 0]));
  const findings = table.activities.flatMap((activity): Found[] => {
    const read = new Map(activity.cells.map((cell) => [cell, lettersIn(cell, scheme)]));
    for (const letters of read.values())
      for (const letter of letters ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    return [
      ...emptyRow(activity, read),
      ...scheme.letters.flatMap((letter) => wrongNumber(table, activity, read, letter, scheme)),
      ...contradictions(table, activity, read, scheme),
      ...unknownCells(table, activity, read, scheme),
    ];
  });
  const oddities = table.oddities
    .filter(({ code }) => !READ_ANEW.has(code))
    .map((oddity) => ({ ...oddity, severity: ODDITIES[oddity.code].severity }));
  return {
    scheme: scheme.name,
    activities: table.activities.length,
    roles: table.roles.map(({ name }) => name),
    letters: scheme.letters.map(({ letter }) => ({ letter, cells: counts.get(letter) ?? 0 })),
    findings: inReadingOrder([...findings, ...oddities]),
  };
}

type Read = ReadonlyMap<ChartCell, readonly string[] | null>;

/** The letters of a cell, each once; null where something in it is no letter of the scheme. */
function lettersIn(cell: ChartCell, { letters }: LetterScheme): readonly string[] | null {
  const known = new Set(letters.map(({ letter }) => letter));
  const names = new Map(letters.map(({ letter, name }) => [name.toUpperCase(), letter]));
  const words = cell.text
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const found = words.map((word) => {
    const named = names.get(word);
    if (named !== undefined) return [named];
    return [...word].every((sign) => known.has(sign)) ? [...word] : null;
  });
  const whole = names.get(cell.text.trim().toUpperCase());
  if (whole !== undefined) return [whole];
  if (!found.includes(null)) return [...new Set(found.flatMap((one) => one ?? []))];
  const asRaci = [...cell.letters, ...cell.others];
  return asRaci.length > 0 && asRaci.every((letter) => known.has(letter)) ? asRaci : null;
}

function holding(read: Read, letter: string): ChartCell[] {
  return [...read].flatMap(([cell, letters]) => (letters?.includes(letter) ? [cell] : []));
}

function emptyRow(activity: ChartActivity, read: Read): Found[] {
  if (activity.outside === true) return [];
  if ([...read.values()].some((letters) => letters === null || letters.length > 0)) return [];
  const message = `Nobody has a part in "${activity.name}". Say who has, or take the row out.`;
  return [{ ...aboutActivity(activity, message), code: 'EMPTY_ROW', severity: 'ERROR' }];
}

function wrongNumber(
  table: RaciTable,
  activity: ChartActivity,
  read: Read,
  { letter, name, meaning, atLeast, atMost }: SchemeLetter,
  scheme: LetterScheme,
): Found[] {
  const cells = holding(read, letter);
  const what = `${letter} (${name}${meaning === '' ? '' : `: ${meaning}`})`;
  if (
    cells.length < atLeast &&
    [...read.values()].some((letters) => letters === null || letters.length > 0)
  ) {
    const message = `"${activity.name}" has ${cells.length} ${what}; ${scheme.name} asks for ${atMost === atLeast ? 'exactly' : 'at least'} ${atLeast}. Say who it is.`;
    return [{ ...aboutActivity(activity, message), code: 'TOO_FEW', severity: 'ERROR' }];
  }
  if (atMost === null || cells.length <= atMost) return [];
  const message = `"${activity.name}" has ${cells.length} ${what}; ${scheme.name} allows ${atMost}. Agree on ${atMost === 1 ? 'one' : atMost}.`;
  return [{ ...aboutCells(table, activity, cells, message), code: 'TOO_MANY', severity: 'ERROR' }];
}

function contradictions(
  table: RaciTable,
  activity: ChartActivity,
  read: Read,
  scheme: LetterScheme,
): Found[] {
  return [...read].flatMap(([cell, letters]) =>
    scheme.contradicts.flatMap(([a, b]): Found[] => {
      if (!letters?.includes(a) || !letters.includes(b)) return [];
      const role = table.roles[cell.role]?.name ?? '';
      const message = `${role} has ${a} and ${b} for "${activity.name}", which contradict each other in ${scheme.name}. Keep the stronger one.`;
      return [
        { ...aboutCells(table, activity, [cell], message), code: 'CONTRADICTION', severity: 'WARNING' },
      ];
    }),
  );
}

function unknownCells(table: RaciTable, activity: ChartActivity, read: Read, scheme: LetterScheme): Found[] {
  const legal = scheme.letters.map(({ letter }) => letter).join(', ');
  return [...read].flatMap(([cell, letters]): Found[] => {
    if (letters !== null) return [];
    const message = `"${cell.text.trim()}" is no letter of ${scheme.name}; ${legal} were expected.`;
    return [{ ...aboutCells(table, activity, [cell], message), code: 'NOT_IN_SCHEME', severity: 'WARNING' }];
  });
}
