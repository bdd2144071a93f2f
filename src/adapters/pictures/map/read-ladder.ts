import type { Calendar } from '../../../domain/index.js';
import { exactDuration, roundedForLadder } from './exact-duration.js';
import type { StraightWay } from './most-likely-way.js';

/** One rung: what is printed above the line and below it, in working seconds as printed; null is not measured. */
export interface Rung {
  readonly waiting: number | null;
  readonly handsOn: number | null;
}

/** The rungs by place, and their sums: exactly what the printed rungs add up to. */
export interface Ladder {
  readonly rungs: ReadonlyMap<number, Rung>;
  readonly waiting: number;
  readonly handsOn: number;
  /** Rungs on which something is not measured. */
  readonly unmeasured: number;
}

/** The ladder of a way straight through. */
export function readLadder(way: StraightWay): Ladder {
  const rungs = new Map<number, Rung>();
  let waiting = 0;
  let handsOn = 0;
  let unmeasured = 0;
  for (const place of way.places) {
    const time = way.times.get(place);
    if (!time) continue;
    const rung = { waiting: printed(time.waiting), handsOn: printed(time.handsOn) };
    rungs.set(place, rung);
    waiting += rung.waiting ?? 0;
    handsOn += rung.handsOn ?? 0;
    if (rung.waiting === null || rung.handsOn === null) unmeasured += 1;
  }
  return { rungs, waiting: thousandths(waiting), handsOn: thousandths(handsOn), unmeasured };
}

/** The words at the end of the ladder: both sums, and their sum. */
export function ladderTotals(
  { waiting, handsOn, unmeasured }: Ladder,
  calendar: Calendar,
): { readonly waiting: string; readonly handsOn: string; readonly sum: string } {
  const floor = unmeasured > 0 ? 'at least ' : '';
  const tell = (seconds: number) => `${floor}${exactDuration(seconds, calendar)}`;
  return { waiting: tell(waiting), handsOn: tell(handsOn), sum: tell(thousandths(waiting + handsOn)) };
}

function printed(seconds: number | null): number | null {
  return seconds === null ? null : roundedForLadder(seconds);
}

function thousandths(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
