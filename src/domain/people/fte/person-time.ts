import { formatNumber, formatPercent } from '../../shared/index.js';

/**
 * What is taken off the time of one person, with the base that it is stated of: so many hours; a share OF_ALL the stated
 * time; or a share OF_REST, of what the reductions before it have left.
 */
export type Reduction =
  | { readonly name: string; readonly base: 'HOURS'; readonly hours: number }
  | { readonly name: string; readonly base: 'OF_ALL' | 'OF_REST'; readonly share: number };

/**
 * The time of one person in a period. PAID time still holds absences, meetings and idle time, told as reductions; NET
 * time is what is left for the work, and nothing can be taken off it again.
 */
export type PersonTime =
  | { readonly kind: 'PAID'; readonly hours: number; readonly less: readonly Reduction[] }
  | { readonly kind: 'NET'; readonly hours: number };

/** Hours that one person can work in the period, how they come about, and every base in words. */
export interface AvailableTime {
  readonly kind: 'AvailableTime';
  readonly hours: number;
  readonly of: 'PAID' | 'NET';
  readonly convention: string;
}

/** It cannot be computed: why, and what would put it right. */
export interface NotComputable {
  readonly kind: 'NotComputable';
  readonly message: string;
  readonly remedy: string;
}

/** What one person can work: hours and shares of all the time are taken off the stated time, shares of the rest one after the other off what is left. Nothing is ever grossed up. */
export function availableTime(time: PersonTime): AvailableTime | NotComputable {
  if (!(time.hours > 0) || !Number.isFinite(time.hours))
    return refused(
      `One person has ${formatNumber(time.hours)} h in the period, so nothing can be divided by it.`,
      'Tell more than 0 hours.',
    );
  if (time.kind === 'NET') {
    const convention = `net: ${say(time.hours)} of one person, absences and idle time taken off already`;
    return { kind: 'AvailableTime', hours: time.hours, of: 'NET', convention };
  }
  return lessReductions(time.hours, time.less);
}

function lessReductions(paid: number, less: readonly Reduction[]): AvailableTime | NotComputable {
  let left = paid;
  const words = [`${say(paid)} paid`];
  const first = less.filter(({ base }) => base !== 'OF_REST');
  for (const reduction of [...first, ...less.filter(({ base }) => base === 'OF_REST')]) {
    const bad = badShare(reduction);
    if (bad) return bad;
    if (reduction.base === 'HOURS') {
      left -= reduction.hours;
      words.push(`less ${say(reduction.hours)} ${reduction.name}`);
    } else if (reduction.base === 'OF_ALL') {
      left -= paid * reduction.share;
      words.push(`less ${formatPercent(reduction.share)} of the paid time (${reduction.name})`);
    } else {
      left *= 1 - reduction.share;
      words.push(`of the rest less ${formatPercent(reduction.share)} (${reduction.name})`);
    }
  }
  if (left <= paid * 1e-9)
    return refused(
      `Nothing is left of ${say(paid)} once everything is taken off, so no number of people can do the work.`,
      'Look at the bases: several shares of the whole time must stay below 100 % together.',
    );
  return { kind: 'AvailableTime', hours: left, of: 'PAID', convention: words.join(', ') };
}

function badShare(reduction: Reduction): NotComputable | null {
  const value = reduction.base === 'HOURS' ? reduction.hours : reduction.share;
  const most = reduction.base === 'HOURS' ? Infinity : 1;
  if (value >= 0 && value <= most) return null;
  const expected = reduction.base === 'HOURS' ? 'hours from 0 on' : 'a share from 0 to 1';
  return refused(`"${reduction.name}" takes off ${value}; ${expected} was expected.`, `Tell ${expected}.`);
}

function refused(message: string, remedy: string): NotComputable {
  return { kind: 'NotComputable', message, remedy };
}

function say(hours: number): string {
  return `${formatNumber(hours)} h`;
}
