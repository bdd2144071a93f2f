import { formatNumber, type Figure } from '../shared/index.js';
import type { Driver, MeasureKind } from './measure-kind.js';
import { MEASURE_KINDS } from './measure-kinds.js';
import type { MoveVerdict } from './measure-move.js';
import {
  furtherBehind,
  furtherOver,
  overCapacity,
  tellUtilised,
  type MeasuredSide,
  type Utilised,
} from './measured-side.js';
import { isEitherWay, isSame, tellDriver } from './tell-driver.js';

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
  const { kind, before, after } = compared;
  if (before.value === null || after.value === null)
    return { verdict: unknownVerdict(before, after), because: null };
  if (kind.measure === 'OVER_CAPACITY') return judgeOver(compared, before.value, after.value);
  if (isSame(before.value, after.value)) return { verdict: 'SAME', because: spreadReason(before, after) };
  if (kind.better === 'NEITHER') return { verdict: 'MOVED', because: kind.neither };
  if (isEitherWay(before, after)) return { verdict: 'MOVED', because: EITHER_WAY };
  const plain: MoveVerdict = after.value < before.value === (kind.better === 'LESS') ? 'BETTER' : 'WORSE';
  const worse = plain === 'WORSE' && after.value > 1 + 1e-9 ? whatPilesUp(compared) : null;
  if (worse !== null) return { verdict: 'WORSE', because: worse };
  const reason = whyNeither(compared, plain, [before.value, after.value]);
  if (reason !== null) return { verdict: 'MOVED', because: reason };
  return { verdict: plain, because: stockReason(compared) };
}

const EITHER_WAY = 'as far as the ranges tell, it may be less than before or more';

/** Who, or which station, is asked for more than can be done; null of any other measure. */
function whatPilesUp({ kind: { measure }, was, is }: Compared): string | null {
  if (measure === 'BUSIEST_STATION') return 'it cannot keep up with what comes, and work piles up before it';
  if (measure !== 'BUSIEST_PERFORMER') return null;
  return `over capacity: ${tellUtilised(furtherOver(was, is))} of the hours they have`;
}

/** Why a figure that moved is neither better nor worse; null where it is what it seems. */
function whyNeither(
  compared: Compared,
  plain: MoveVerdict,
  [before, after]: readonly [number, number],
): string | null {
  const told = reasonAgainst(compared, before, after) ?? ratioReason(compared, plain);
  const reason = told ?? unitsReason(compared, plain) ?? lessKnown(compared, plain);
  if (reason !== null || plain !== 'BETTER') return reason;
  const nothing = nothingLeft(compared);
  if (nothing !== null || !isOfTime(compared.kind)) return nothing;
  const { kind, was, is } = compared;
  const over = furtherOver(was, is);
  if (over.length > 0) return overReason(kind, over);
  const behind = furtherBehind(was, is);
  return behind.length > 0
    ? `holds only while the work gets done: ${tellNames(behind)} cannot keep up`
    : null;
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

/** A time of so many units moves with the units that come: it is better or worse where those units moved that way. */
function unitsReason({ kind, was, is }: Compared, plain: MoveVerdict): string | null {
  if (!kind.units) return null;
  const [a, b] = [kind.units.of(was), kind.units.of(is)];
  if (a === null || b === null || (plain === 'BETTER' ? b < a : b > a)) {
    const over = is.metrics.lanes.filter(({ overfull }) => overfull === true).length;
    if (kind.part !== 'LANES' || plain !== 'BETTER' || over === 0) return null;
    return `holds only while the limits are kept, and ${over === 1 ? 'one lane' : `${over} lanes`} would hold more by the numbers told`;
  }
  const come = plain === 'BETTER' ? 'more' : 'fewer';
  const many =
    a === b
      ? `as many ${kind.units.name} as before`
      : `${formatNumber(a)} → ${formatNumber(b)} ${kind.units.name}`;
  return `${come} units come there: ${many}`;
}

/** Less of what is lost, because of a step it cannot be told any more, is no gain. */
function lessKnown({ kind, before, after }: Compared, plain: MoveVerdict): string | null {
  if (kind.part !== 'STATIONS' || plain !== 'BETTER' || after.measuredSteps >= before.measuredSteps)
    return null;
  return after.ofSteps < before.ofSteps ? null : 'it is not known of as many steps as before';
}

function tellNames(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
