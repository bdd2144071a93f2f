import {
  formatDuration,
  formatNumber,
  formatPercent,
  type Force,
  type ValueStream,
} from '../../../domain/index.js';
import { FORCE_NAMES } from '../map/draw-rows.js';
import type { ForcesWeight, ForceWeight, Weight } from './weigh-forces.js';

/** One line of the chart: what is measured, and the length of both bars (null: not measured). */
export interface Measure {
  readonly name: string;
  readonly note: string;
  readonly values: Readonly<Record<Force, { readonly length: number | null; readonly text: string }>>;
}

/** The lines of the chart. */
export function measuresOfForces({ forces }: ForcesWeight, { calendar }: ValueStream): readonly Measure[] {
  const time = (weight: Weight): Told => ({
    value: weight.value,
    text: told(weight, (seconds) => formatDuration(seconds, calendar), 'at least '),
  });
  const quality = (weight: Weight): Told => ({
    value: weight.value,
    text: told(weight, formatPercent, 'at most '),
  });
  const count = ({ steps, handOffs }: ForceWeight): Told =>
    steps === 0 ? { value: null, text: '?' } : { value: handOffs, text: formatNumber(handOffs) };
  const both = (of: (force: ForceWeight) => Told) => [of(forces.SALES), of(forces.FULFILMENT)] as const;
  return [
    measure(
      'Effort',
      'hands-on time of everybody for one unit',
      both((force) => time(force.effort)),
    ),
    measure(
      'Waiting',
      'on the way straight through',
      both((force) => time(force.waiting)),
    ),
    measure(
      'Right first time',
      '%C&A of all its steps together',
      both((force) => quality(force.completeAndAccurate)),
      1,
    ),
    measure('Hand-offs', 'between people who are named, for one unit', both(count)),
  ];
}

interface Told {
  readonly value: number | null;
  readonly text: string;
}

/** Bars are as long as their part of the larger, or of a whole. */
function measure(
  name: string,
  note: string,
  [sales, fulfilment]: readonly [Told, Told],
  whole = Math.max(sales.value ?? 0, fulfilment.value ?? 0),
): Measure {
  const bar = ({ value, text }: Told) => {
    const part = value === null || whole === 0 ? value : Math.min(1, value / whole);
    return { length: part, text };
  };
  return { name, note, values: { SALES: bar(sales), FULFILMENT: bar(fulfilment) } };
}

function told({ value, measured, of }: Weight, print: (value: number) => string, floor: string): string {
  if (value === null) return '?';
  return measured < of ? `${floor}${print(value)} (${measured} of ${of} measured)` : print(value);
}

const MOST_RETURNS = 12;

/** What happens at the seam, in sentences. */
export function seamSentences(
  { seam, forces, withoutForce }: ForcesWeight,
  { calendar }: ValueStream,
): readonly string[] {
  const missing = (['SALES', 'FULFILMENT'] as const).filter((force) => forces[force].steps === 0);
  if (missing.length > 0)
    return missing.map(
      (force) =>
        `? No step belongs to ${FORCE_NAMES[force].toLowerCase()} yet, so there is no seam to look at.`,
    );
  const waits =
    seam.waiting.value === null
      ? 'no wait is told here'
      : `waits ${formatDuration(seam.waiting.value, calendar)}`;
  const returns = seam.returns
    .slice(0, MOST_RETURNS)
    .map(
      ({ from, to, perUnit }) =>
        `Comes back over it: ${formatNumber(perUnit)} times for one unit, from ${from.position} ${from.name} to ${to.position} ${to.name}.`,
    );
  const more = seam.returns.length - returns.length;
  return [
    `Work ${waits}; ${formatNumber(seam.handOffs)} hand-offs for one unit, returns included.`,
    ...(returns.length === 0 ? ['Nothing comes back over it.'] : returns),
    ...(more > 0 ? [`And ${more} further returns.`] : []),
    seam.both.length === 0 ? 'Nobody works on both sides.' : `On both sides: ${seam.both.join(', ')}.`,
    ...(withoutForce > 0 ? [`? Of ${withoutForce} steps nobody has said to which force they belong.`] : []),
  ];
}
