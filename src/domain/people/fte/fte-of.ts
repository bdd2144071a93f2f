import { formatNumber } from '../../shared/index.js';
import { availableTime, type NotComputable, type PersonTime } from './person-time.js';

/** How many people some work takes: raw, and in whole positions; the convention names the base of every percentage. */
export interface FullTimeEquivalents {
  readonly kind: 'FullTimeEquivalents';
  readonly fte: number;
  readonly positions: number;
  /** What one person can work in the period. */
  readonly hoursEach: number;
  readonly convention: string;
}

const TOLERANCE = 1e-9;

/** Work over what one person can work in the same period: divided, never grossed up (work × (1 + shrinkage) is too little), and taken off once. */
export function fteOf(workHours: number, time: PersonTime): FullTimeEquivalents | NotComputable {
  if (!(workHours >= 0) || !Number.isFinite(workHours))
    return {
      kind: 'NotComputable',
      message: `The work is ${workHours} h in the period; hours from 0 on were expected.`,
      remedy: 'Tell the hours of work, such as volume × time for one.',
    };
  const available = availableTime(time);
  if (available.kind === 'NotComputable') return available;
  const fte = workHours / available.hours;
  return {
    kind: 'FullTimeEquivalents',
    fte,
    positions: wholePositions(fte),
    hoursEach: available.hours,
    convention: `${formatNumber(workHours)} h of work / ${formatNumber(available.hours)} h that one person can work (${available.convention})`,
  };
}

/** The next whole number of positions; what exceeds one by no more than a relative 1e-9 is rounding, and needs nobody. */
export function wholePositions(fte: number): number {
  return Math.max(0, Math.ceil(fte - Math.max(1, fte) * TOLERANCE));
}
