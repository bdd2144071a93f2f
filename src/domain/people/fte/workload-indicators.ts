import { fteOf, type FullTimeEquivalents } from './fte-of.js';
import type { NotComputable } from './person-time.js';

/** The work of one kind of staff in a year: service by volume, support as shares of everybody's time, and additional hours of some. */
export interface YearOfWork {
  /** Hours that one person can work in a year, absences taken off. */
  readonly availableHours: number;
  readonly service: readonly { readonly volume: number; readonly hoursEach: number }[];
  /** Shares of the available time of everybody: added, since each is of the same time. */
  readonly supportShares: readonly number[];
  /** Hours a year that single people spend on something of their own. */
  readonly additionalHours: number;
}

/** Staff by the workload indicators of need: service staff × category allowance factor + individual allowance; of how many one could take the place is told as ratio. */
export interface StaffByWorkload extends FullTimeEquivalents {
  readonly serviceFte: number;
  /** 1 / (1 − Σ support shares). */
  readonly allowanceFactor: number;
  readonly additionalFte: number;
  /** Current staff / required staff; below 1 is too few. null where nobody said how many there are, or none are required. */
  readonly ratio: number | null;
}

/** Workload indicators of staffing need (WISN): the support shares divide, as every share of a person's time does. */
export function staffByWorkload(year: YearOfWork, current: number | null): StaffByWorkload | NotComputable {
  const work = year.service.reduce((sum, { volume, hoursEach }) => sum + volume * hoursEach, 0);
  const less = year.supportShares.map((share) => ({ name: 'support', base: 'OF_ALL' as const, share }));
  const service = fteOf(work, { kind: 'NET', hours: year.availableHours });
  const supported = fteOf(work, { kind: 'PAID', hours: year.availableHours, less });
  const additional = fteOf(year.additionalHours, { kind: 'NET', hours: year.availableHours });
  const whole = fteOf(work + year.additionalHours * (1 - sum(year.supportShares)), {
    kind: 'PAID',
    hours: year.availableHours,
    less,
  });
  if (service.kind === 'NotComputable') return service;
  if (supported.kind === 'NotComputable') return supported;
  if (additional.kind === 'NotComputable') return additional;
  if (whole.kind === 'NotComputable') return whole;
  return {
    ...whole,
    serviceFte: service.fte,
    allowanceFactor: year.availableHours / supported.hoursEach,
    additionalFte: additional.fte,
    ratio: current === null || whole.fte === 0 ? null : current / whole.fte,
    convention: `${supported.convention}, and ${additional.convention}`,
  };
}

function sum(shares: readonly number[]): number {
  return shares.reduce((all, share) => all + share, 0);
}
