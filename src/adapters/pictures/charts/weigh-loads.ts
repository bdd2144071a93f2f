import { loadGroup, type LoadGroup } from '../../../application/index.js';
import {
  balanceWork,
  formatDuration,
  type CarrierBalance,
  type OperatorBalance,
  type StreamMetrics,
  type ValueStream,
} from '../../../domain/index.js';

/** A bar of the chart: time of each person for one entering unit in working seconds, null where it is not measured. */
export interface Load {
  readonly name: string;
  readonly seconds: number | null;
  /** The same in words. */
  readonly text: string;
  /** Its low and its high end where they are not the same, in working seconds. */
  readonly ends: readonly [low: number, high: number] | null;
  /** The same in words. */
  readonly range: string | null;
  readonly over: boolean;
  readonly balance: CarrierBalance;
}

/** The steps and the performers of today. */
export function usualGroups(stream: ValueStream): readonly LoadGroup[] {
  const ground = { stream, structure: null };
  return [loadGroup(ground, 'STEP'), loadGroup(ground, 'PERFORMER')];
}

/** A group in bars, in the order of the stream; rework and losses are in them. */
export function weighLoads(
  { carriers }: LoadGroup,
  stream: ValueStream,
  metrics: StreamMetrics,
): { readonly bars: readonly Load[]; readonly balance: OperatorBalance } {
  const balance = balanceWork(stream, metrics, carriers);
  const say = (seconds: number) => formatDuration(seconds, stream.calendar);
  const bars = balance.carriers.map((one) => {
    const { value, low, high } = one.timeEach;
    const ends = low !== null && high !== null && say(low) !== say(high) ? ([low, high] as const) : null;
    return {
      name: one.people > 1 ? `${one.name} × ${one.people}` : one.name,
      seconds: value,
      text: say(value ?? 0),
      ends,
      range: ends && `${say(ends[0])} to ${say(ends[1])}`,
      over: one.overTakt === true,
      balance: one,
    };
  });
  return { bars, balance };
}
