import { foldName } from '../shared/index.js';
import {
  judge,
  type GateContext,
  type MatrixCell,
  type RaciLetter,
  type Verdict,
  type Wish,
} from '../responsibility/index.js';
import type { CellPlace } from './cell-place.js';
import { byCounterpart, type ActivityMatch, type RoleMatch } from './chart-match.js';
import type { TableMatch } from './match-table.js';
import type { RaciTable } from './raci-table.js';

/** One letter of the chart with what its names were matched to. */
export interface Entry {
  readonly activity: ActivityMatch;
  readonly role: RoleMatch;
  readonly at: CellPlace;
  readonly letter: RaciLetter;
}

/** One holder and one step: what the chart says of the two, and what the plan does. */
export interface Pair {
  readonly activity: string;
  readonly role: string;
  readonly at: CellPlace;
  readonly holder: string | null;
  readonly entries: readonly Entry[];
  readonly planned: readonly MatrixCell[];
}

/** Every letter of the chart, in its order; for a column of several counterparts once for each. */
export function entriesOf(table: RaciTable, match: TableMatch): Entry[] {
  return table.activities.flatMap(({ cells }, nth) =>
    cells.flatMap((cell) => {
      const activity = match.activities[nth];
      const role = match.roles[cell.role];
      return activity && role
        ? byCounterpart([role]).flatMap((one) =>
            cell.letters.map((letter) => ({ activity, role: one, at: cell.at[0], letter })),
          )
        : [];
    }),
  );
}

/** All letters in one call of the gate; a letter that several activities give to one holder and step is one wish, and what nobody matched goes by its own name. */
export function judgeEntries(context: GateContext, entries: readonly Entry[]): ReadonlyMap<Entry, Verdict> {
  const wishes: Wish[] = [];
  const positions = new Map<string, number>();
  const wished = entries.map(({ activity, role, letter }) => {
    const wish: Wish = {
      holder: role.holder ?? role.role,
      step: activity.step?.key ?? activity.activity,
      letter,
      reason: null,
    };
    const key = `${foldName(wish.holder)}\n${activity.step?.key ?? foldName(activity.activity)}\n${letter}`;
    const position = positions.get(key) ?? wishes.push(wish) - 1;
    positions.set(key, position);
    return position;
  });
  const verdicts = judge(context, wishes);
  return new Map(
    entries.flatMap((entry, nth) => {
      const verdict = verdicts[wished[nth] ?? -1];
      return verdict ? [[entry, verdict] as const] : [];
    }),
  );
}

/** The pairs of the chart, and those of the plan whose step and role both stand in the chart. */
export function openPairs(
  table: RaciTable,
  match: TableMatch,
  entries: readonly Entry[],
  context: GateContext,
): Pair[] {
  const planned = plannedCells(context);
  const inChart = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = pairKey(
      entry.activity.step?.key ?? `? ${entry.activity.activity}`,
      entry.role.holder ?? `? ${entry.role.role}`,
    );
    const pair = inChart.get(key);
    if (pair) pair.push(entry);
    else inChart.set(key, [entry]);
  }
  const pairs = [...inChart].flatMap(([key, own]): Pair[] =>
    own.slice(0, 1).map(({ activity, role, at }) => ({
      activity: activity.activity,
      role: role.role,
      at,
      holder: role.holder,
      entries: own,
      planned: planned.get(key)?.cells ?? [],
    })),
  );
  const activities = firstBy(match.activities, ({ step }) => step?.key ?? null);
  const roles = firstBy(byCounterpart(match.roles), ({ holder }) => holder);
  const lacking = [...planned].flatMap(([key, { cells, step, holder }]): Pair[] => {
    const activity = activities.get(step);
    const role = roles.get(holder);
    if (inChart.has(key) || !activity || !role) return [];
    const at = crossing(table, activity.at, role.at);
    return [{ activity: activity.activity, role: role.role, at, holder, entries: [], planned: cells }];
  });
  return [...pairs, ...lacking];
}

interface PlannedPair {
  readonly step: string;
  readonly holder: string;
  readonly cells: MatrixCell[];
}

function plannedCells({ matrix, structure }: GateContext): ReadonlyMap<string, PlannedPair> {
  const names = new Map((structure?.roles ?? []).map(({ key, name }) => [key, name]));
  const pairs = new Map<string, PlannedPair>();
  for (const row of matrix?.rows ?? []) {
    for (const cell of row.cells) {
      const holder = names.get(cell.role) ?? cell.role;
      const key = pairKey(cell.step, holder);
      const pair = pairs.get(key);
      if (pair) pair.cells.push(cell);
      else pairs.set(key, { step: cell.step, holder, cells: [cell] });
    }
  }
  return pairs;
}

function pairKey(step: string, holder: string): string {
  return `${step}\n${holder}`;
}

function firstBy<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null && !first.has(key)) first.set(key, item);
  }
  return first;
}

/** Where the letter would stand; in a list that is the activity. */
function crossing({ layout }: RaciTable, activity: CellPlace, role: CellPlace): CellPlace {
  if (layout === 'ROLES_IN_COLUMNS') return { row: activity.row, column: role.column };
  return layout === 'ROLES_IN_ROWS' ? { row: role.row, column: activity.column } : activity;
}
