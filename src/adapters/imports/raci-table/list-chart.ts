import type { CellPlace, ChartActivity, ChartCell, ChartRole } from '../../../domain/chart/index.js';
import type { RaciLetter } from '../../../domain/responsibility/index.js';
import { LETTERS, OTHER_LETTERS, type Meaning } from './letter-words.js';
import type { Told } from './told.js';

/** Collects a chart that is told entry by entry: an activity, a role and its letters. */
export interface ListChart {
  /** Opens the activity of this name again where same is true and it was met before. */
  readonly activity: (name: string, section: string | null, at: CellPlace, same: boolean) => number;
  readonly add: (
    activity: number,
    role: string,
    letters: Iterable<Meaning>,
    text: string,
    at: CellPlace,
  ) => void;
  readonly content: () => {
    readonly roles: readonly ChartRole[];
    readonly activities: readonly ChartActivity[];
  };
}

interface Entry {
  readonly role: number;
  readonly letters: Set<Meaning>;
  readonly texts: string[];
  readonly at: [CellPlace, ...CellPlace[]];
}

/** Begins such a chart; roles are one where their names differ in case or spaces only. */
export function beginListChart(told: Told): ListChart {
  const roles: ChartRole[] = [];
  const positions = new Map<string, number>();
  const activities: { name: string; section: string | null; at: CellPlace; entries: Map<number, Entry> }[] =
    [];
  const met = new Map<string, number>();
  const roleAt = (name: string, at: CellPlace): number => {
    const folded = fold(name);
    const known = positions.get(folded);
    if (known !== undefined) return known;
    positions.set(folded, roles.length);
    return roles.push({ name, at }) - 1;
  };
  return {
    activity: (name, section, at, same) => {
      const known = met.get(fold(name));
      if (same && known !== undefined) return known;
      met.set(fold(name), activities.length);
      return activities.push({ name, section, at, entries: new Map() }) - 1;
    },
    add: (nth, name, letters, text, at) => {
      const activity = activities[nth];
      if (!activity) return;
      const role = roleAt(name, at);
      const entry = activity.entries.get(role);
      if (!entry) {
        activity.entries.set(role, { role, letters: new Set(letters), texts: [text], at: [at] });
        return;
      }
      for (const letter of letters) {
        if (entry.letters.has(letter)) {
          const message = `"${name}" has ${letter} for "${activity.name}" already; it counts once.`;
          told.tell('REPEATED_LETTER', at, message, { activity: activity.name, role: name });
        }
        entry.letters.add(letter);
      }
      entry.texts.push(text);
      entry.at.push(at);
    },
    content: () => ({
      roles,
      activities: activities.map(({ entries, ...activity }) => ({
        ...activity,
        cells: [...entries.values()].map(cellOf).toSorted((a, b) => a.role - b.role),
      })),
    }),
  };
}

function cellOf({ role, letters, texts, at }: Entry): ChartCell {
  const known: RaciLetter[] = LETTERS.filter((letter) => letters.has(letter));
  const others = OTHER_LETTERS.filter((letter) => letters.has(letter));
  return { role, letters: known, others, text: texts.join('; '), at };
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
