import { formatDuration, type Calendar } from '../../../domain/index.js';
import { exactDuration, roundedForLadder } from './exact-duration.js';
import type { StraightWay } from './most-likely-way.js';
import type { PlaceTime, TimeEnds, TimeSpread } from './place-times.js';

/** What stands on one side of a rung, in working seconds as printed; null is not measured. about: a guess, or the middle of a range. */
export interface RungTime {
  readonly seconds: number | null;
  readonly about: boolean;
}

/** One rung: what is printed above the line and below it. */
export interface Rung {
  readonly waiting: RungTime;
  readonly handsOn: RungTime;
}

/** The rungs by place, and their sums: exactly what the printed rungs add up to. */
export interface Ladder {
  readonly rungs: ReadonlyMap<number, Rung>;
  /** Null where no wait of the way is known: that none is told says nothing about whether work waits. */
  readonly waiting: number | null;
  /** Null where no hands-on time of the way is known. */
  readonly handsOn: number | null;
  /** The same at the low and the high end of every range. */
  readonly ends: TimeSpread;
  /** Sums that rest on a guess. */
  readonly guess: { readonly waiting: boolean; readonly handsOn: boolean };
  /** Rungs on which something is not measured. */
  readonly unmeasured: number;
}

/** The ladder of a way straight through. */
export function readLadder(way: StraightWay): Ladder {
  const rungs = new Map<number, Rung>();
  const times = [...way.places].flatMap((place) => {
    const time = way.times.get(place);
    if (time) rungs.set(place, rungOf(time));
    return time ? [time] : [];
  });
  const all = [...rungs.values()];
  const told = (side: Side) => all.some((rung) => rung[side].seconds !== null && !isBare(rung, side));
  const sum = (side: Side) =>
    told(side) ? thousandths(all.reduce((most, rung) => most + (rung[side].seconds ?? 0), 0)) : null;
  return {
    rungs,
    waiting: sum('waiting'),
    handsOn: sum('handsOn'),
    ends: {
      waiting: sumOfEnds(times, 'waiting'),
      handsOn: sumOfEnds(times, 'handsOn'),
      together: sumOfEnds(times, 'together'),
    },
    guess: {
      waiting: times.some(({ guess }) => guess.waiting),
      handsOn: times.some(({ guess }) => guess.handsOn),
    },
    unmeasured: all.filter(({ waiting, handsOn }) => waiting.seconds === null || handsOn.seconds === null)
      .length,
  };
}

type Side = 'waiting' | 'handsOn';

/** Nothing stands on this side: a step that no lead time is told of, or a buffer, where nobody works. */
function isBare(rung: Rung, side: Side): boolean {
  return rung[side].seconds === 0;
}

function rungOf({ waiting, handsOn, ends, guess }: PlaceTime): Rung {
  const time = (seconds: number | null, { low, high }: TimeEnds, guessed: boolean): RungTime => ({
    seconds: seconds === null ? null : roundedForLadder(seconds),
    about: seconds !== null && (guessed || low < high),
  });
  return {
    waiting: time(waiting, ends.waiting, guess.waiting),
    handsOn: time(handsOn, ends.handsOn, guess.handsOn),
  };
}

function sumOfEnds(times: readonly PlaceTime[], part: keyof TimeSpread): TimeEnds {
  const sum = (end: keyof TimeEnds) => times.reduce((all, { ends }) => all + ends[part][end], 0);
  return { low: sum('low'), high: sum('high') };
}

/** One sum at the end of the ladder in words; range where what it rests on has one. */
export interface LadderTotal {
  readonly text: string;
  readonly range: string | null;
}

/** The words at the end of the ladder: both sums, and their sum. */
export function ladderTotals(
  { waiting, handsOn, ends, guess, unmeasured }: Ladder,
  calendar: Calendar,
): { readonly waiting: LadderTotal; readonly handsOn: LadderTotal; readonly sum: LadderTotal } {
  const floor = unmeasured > 0 ? 'at least ' : '';
  const tell = (seconds: number | null, { low, high }: TimeEnds, guessed: boolean): LadderTotal => {
    if (seconds === null) return { text: '?', range: null };
    const [from, to] = [formatDuration(low, calendar), formatDuration(high, calendar)];
    const text = `${floor}${guessed ? '~' : ''}${exactDuration(seconds, calendar)}`;
    return { text, range: from === to ? null : `${from} to ${to}` };
  };
  const both = waiting === null && handsOn === null ? null : thousandths((waiting ?? 0) + (handsOn ?? 0));
  return {
    waiting: tell(waiting, ends.waiting, guess.waiting),
    handsOn: tell(handsOn, ends.handsOn, guess.handsOn),
    sum: tell(both, ends.together, guess.waiting || guess.handsOn),
  };
}

/** A total in one line: `13 d (8 d 3 h to 24 d)`. */
export function sayTotal({ text, range }: LadderTotal): string {
  return range === null ? text : `${text} (${range})`;
}

function thousandths(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
