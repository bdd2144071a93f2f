import { comparePlaces, type CellPlace, type Oddity, type OddityCode } from '../../../domain/chart/index.js';

/** What a reader has told so far. */
export interface Told {
  readonly tell: (code: OddityCode, at: CellPlace, message: string, of?: Named) => void;
  /** The same as tell, once for each message with all of its cells. */
  readonly tellOnce: (code: OddityCode, at: CellPlace, message: string) => void;
  /** A mark for nothing: told once for each kind of mark, with all of its cells. */
  readonly tellEmptyMark: (mark: string, at: CellPlace) => void;
  /** Everything told, in the order of its cells. */
  readonly all: () => Oddity[];
}

/** The activity and the role that an oddity is about. */
export interface Named {
  readonly activity?: string;
  readonly role?: string;
}

/** Begins a list of oddities. */
export function beginTelling(): Told {
  const oddities: Oddity[] = [];
  const marks = new Map<string, [CellPlace, ...CellPlace[]]>();
  const once = new Map<string, { readonly code: OddityCode; readonly at: [CellPlace, ...CellPlace[]] }>();
  return {
    tell: (code, at, message, of = {}) =>
      oddities.push({ code, message, at: [at], activity: of.activity ?? null, role: of.role ?? null }),
    tellOnce: (code, at, message) => {
      const met = once.get(message);
      if (met) met.at.push(at);
      else once.set(message, { code, at: [at] });
    },
    tellEmptyMark: (mark, at) => {
      const places = marks.get(mark);
      if (places) places.push(at);
      else marks.set(mark, [at]);
    },
    all: () => {
      const empty = [...marks].map(([mark, at]): Oddity => ({
        code: 'EMPTY_MARK',
        message: `"${mark}" is read as an empty cell (${at.length === 1 ? 'once' : `${at.length} times`}).`,
        at,
        activity: null,
        role: null,
      }));
      const repeated = [...once].map(([message, { code, at }]): Oddity => ({
        code,
        message,
        at,
        activity: null,
        role: null,
      }));
      return [...empty, ...repeated, ...oddities].toSorted((a, b) => comparePlaces(a.at[0], b.at[0]));
    },
  };
}
