import { formatNumber, formatPercent, type Figure } from '../shared/index.js';
import { MEASURE_KINDS, type Driver, type MeasureKind } from './measure-kinds.js';
import type { MoveVerdict } from './measure-move.js';
import {
  furtherOver,
  overCapacity,
  tellUtilised,
  type MeasuredSide,
  type Utilised,
} from './measured-side.js';

/** Equal but for the rounding of sums. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
}

export interface Judgement {
  readonly verdict: MoveVerdict;
  readonly because: string | null;
}

/** The two streams that are compared, and one figure of each. */
export interface Compared {
  readonly kind: MeasureKind;
  readonly was: MeasuredSide;
  readonly is: MeasuredSide;
  readonly before: Figure;
  readonly after: Figure;
}

/**
 * Better or worse, where the figure says so however it is looked at: as it is, for each unit that enters, for each that
 * comes through, on the calendar. Where these differ it is neither, and the reason is what moved with it.
 */
export function judgeMove(compared: Compared): Judgement {
  const { kind, before, after, was, is } = compared;
  if (before.value === null || after.value === null)
    return { verdict: unknownVerdict(before, after), because: null };
  if (kind.measure === 'OVER_CAPACITY') return judgeOver(compared, before.value, after.value);
  if (isSame(before.value, after.value)) return { verdict: 'SAME', because: spreadReason(before, after) };
  if (kind.better === 'NEITHER') return { verdict: 'MOVED', because: kind.neither };
  const plain: MoveVerdict = after.value < before.value === (kind.better === 'LESS') ? 'BETTER' : 'WORSE';
  const over = furtherOver(was, is);
  if (kind.measure === 'BUSIEST_PERFORMER' && plain === 'WORSE' && after.value > 1)
    return { verdict: 'WORSE', because: `over capacity: ${tellUtilised(over)} of the hours they have` };
  const reason = reasonAgainst(compared, before.value, after.value) ?? ratioReason(compared, plain);
  if (reason !== null) return { verdict: 'MOVED', because: reason };
  const nothing = plain === 'BETTER' ? nothingLeft(compared) : null;
  if (nothing !== null) return { verdict: 'MOVED', because: nothing };
  if (plain === 'BETTER' && over.length > 0 && isOfTime(kind))
    return { verdict: 'MOVED', because: overReason(kind, over) };
  return { verdict: plain, because: stockReason(compared) };
}

function unknownVerdict(before: Figure, after: Figure): MoveVerdict {
  if (before.value === after.value) return 'UNKNOWN';
  return before.value === null ? 'NOW_KNOWN' : 'NO_LONGER_KNOWN';
}

/** Times rest on work that gets done. */
function overReason({ measure }: MeasureKind, over: readonly Utilised[]): string {
  if (measure !== 'LEAD_TIME') return 'holds no longer than the lead time does: people are over capacity';
  return `holds only while the work gets done; it would pile up, because people are over capacity: ${tellUtilised(over)} of the hours they have`;
}

/** The likely value stays, and what it lies between does not; null where that stays as well. */
function spreadReason(before: Figure, after: Figure): string | null {
  const width = ({ low, high }: Figure) => (high ?? 0) - (low ?? 0);
  if (isSame(before.low ?? 0, after.low ?? 0) && isSame(before.high ?? 0, after.high ?? 0)) return null;
  const [was, is] = [width(before), width(after)];
  if (isSame(was, is)) return 'as likely as before, between other ends';
  return `as likely as before; its range is ${is < was ? 'narrower' : 'wider'}`;
}

/** Somebody who is further over capacity is worse off, even where no one else gets there; fewer units are no relief. */
function judgeOver({ was, is }: Compared, before: number, after: number): Judgement {
  const further = furtherOver(was, is);
  if (after > before || further.length > 0)
    return { verdict: 'WORSE', because: 'more is asked of them than the hours they have, and work piles up' };
  if (after === before) return { verdict: 'SAME', because: null };
  for (const driver of ['DEMAND', 'THROUGH'] as const) {
    const told = tellDriver(driver, was, is);
    if (told && told.ratio < 1 && overCapacity(is, told.ratio).length >= before)
      return { verdict: 'MOVED', because: told.text };
  }
  return { verdict: 'BETTER', because: null };
}

/** Where nothing comes through to the end any more no figure is better, whatever it is of. */
function nothingLeft({ was, is }: Compared): string | null {
  const told = tellDriver('THROUGH', was, is);
  return told?.ratio === 0 ? told.text : null;
}

function isOfTime({ drivers, measure }: MeasureKind): boolean {
  return drivers.includes('ELAPSED') || measure === 'WORK_IN_PROGRESS';
}

/** The first driver beside which the figure did not move the way it did as such, with what moved; null where none. */
function reasonAgainst({ kind, was, is }: Compared, before: number, after: number): string | null {
  const plain = Math.sign(after - before);
  for (const driver of kind.drivers) {
    const told = tellDriver(driver, was, is);
    if (told === null) continue;
    if (told.ratio === 0 || told.ratio === Infinity) {
      if (plain < 0 === (told.ratio === 0)) return told.text;
      continue;
    }
    const beside = besideDriver(driver, { kind, was, is, before, after: after / told.ratio });
    if (beside === plain) continue;
    const way = beside === 0 ? 'as before' : beside < 0 ? 'less' : 'more';
    return `${told.text}; ${told.each} it is ${way}`;
  }
  return null;
}

interface Beside extends Pick<Compared, 'kind' | 'was' | 'is'> {
  readonly before: number;
  readonly after: number;
}

/** Which way the figure moved for each unit; a lead time is that of a unit that is not lost. */
function besideDriver(driver: Driver, { kind, was, is, before, after }: Beside): number {
  if (driver !== 'THROUGH' || kind.measure !== 'LEAD_TIME')
    return isSame(before, after) ? 0 : Math.sign(after - before);
  const [a, b] = [was.metrics.unlostLeadTime.value, is.metrics.unlostLeadTime.value];
  if (a === null || b === null || isSame(a, b)) return 0;
  return Math.sign(b - a);
}

interface ToldDriver {
  readonly ratio: number;
  readonly text: string;
  readonly each: string;
}

/** What else moved, by how much, and of what a figure is then looked at one by one; 0 or infinite where nothing is left of it or there was nothing, null where it did not move or is not known. */
function tellDriver(driver: Driver, was: MeasuredSide, is: MeasuredSide): ToldDriver | null {
  switch (driver) {
    case 'DEMAND': {
      const [a, b] = [was.stream.demandPerWeek?.likely ?? null, is.stream.demandPerWeek?.likely ?? null];
      if (a === null || b === null) return null;
      const many = b === 0 ? 'no' : b > a ? 'more' : 'fewer';
      const text = `${many} units enter (${formatNumber(a)} → ${formatNumber(b)} a week)`;
      return ratioOf(a, b, text, 'for one of them');
    }
    case 'THROUGH': {
      const [a, b] = [was.through, is.through];
      if (a === null || b === null) return null;
      const much = Math.max(a, b) <= 1 + 1e-9 ? ` (${formatPercent(a)} → ${formatPercent(b)})` : '';
      const many = b > a ? 'more' : 'fewer';
      const text = isSame(b, 0)
        ? `no unit that enters comes through to the end any more${much}`
        : `${many} of the units that enter come through to the end${much}`;
      return ratioOf(a, b, text, 'for one that does');
    }
    case 'ELAPSED': {
      const [a, b] = [weekOf(was), weekOf(is)];
      return ratioOf(a, b, tellWeeks(a, b), 'in working weeks');
    }
    case 'PACE': {
      const [a, b] = [weekOf(was), weekOf(is)];
      const told = ratioOf(a, b, tellWeeks(a, b), 'for the hours of one week');
      return told && { ...told, ratio: 1 / told.ratio };
    }
  }
}

function ratioOf(a: number, b: number, text: string, each: string): ToldDriver | null {
  if (isSame(a, b)) return null;
  const ratio = isSame(b, 0) ? 0 : isSame(a, 0) ? Infinity : b / a;
  return { ratio, text, each };
}

function weekOf({ stream: { calendar } }: MeasuredSide): number {
  return calendar.secondsPerDay * calendar.daysPerWeek;
}

function tellWeeks(a: number, b: number): string {
  return `the working week has ${formatNumber(b / 3600)} h instead of ${formatNumber(a / 3600)} h`;
}

/** A ratio to the lead time moves with its part as well: less work is no more waiting. */
function ratioReason({ kind: { measure }, was, is }: Compared, plain: MoveVerdict): string | null {
  if (measure !== 'ACTIVITY_RATIO' && measure !== 'PROCESS_CYCLE_EFFICIENCY') return null;
  const [a, b] = [was.metrics.leadTime.value ?? 0, is.metrics.leadTime.value ?? 0];
  const part = measure === 'ACTIVITY_RATIO' ? 'work' : 'value-added time';
  if (plain === 'WORSE' && (b < a || isSame(a, b))) return `there is less ${part} in it, and no more waiting`;
  if (plain === 'BETTER' && (b > a || isSame(a, b)))
    return `there is more ${part} in it, and no less waiting`;
  const [before, after] = [was.metrics.leadTime, is.metrics.leadTime];
  const lead = LEAD && judgeMove({ kind: LEAD, was, is, before, after });
  return lead?.verdict === 'MOVED' ? 'it rests on the lead time, which is neither better nor worse' : null;
}

const LEAD = MEASURE_KINDS.find(({ measure }) => measure === 'LEAD_TIME');

/** Stock is time by the demand. */
function stockReason({ kind, was, is }: Compared): string | null {
  if (!kind.drivers.includes('ELAPSED') || !was.stream.flow.nodes.some((node) => node.kind === 'STOCK'))
    return null;
  const demand = tellDriver('DEMAND', was, is);
  return demand && `${demand.text}, and the same stock lasts ${demand.ratio > 1 ? 'less' : 'more'} time`;
}
