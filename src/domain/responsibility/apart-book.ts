import type { StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { gather } from './step-book.js';
import type { RaciLetter } from './responsibility-matrix.js';

/** Steps of which nobody may do two: told to stay apart, or one approves or checks the other. */
export interface ApartSet {
  readonly id: number;
  readonly kind: 'NEVER_TOGETHER' | 'APPROVES' | 'CHECKS';
  /** The step that is approved or checked; null where all are told to stay apart. */
  readonly controlled: StepKey | null;
  readonly members: readonly StepKey[];
}

/** One holder's R or A for a step. */
export interface Duty {
  readonly step: Step;
  readonly letter: RaciLetter;
}

/** The sets that each step belongs to. */
export function openApartBook({ apart, steps }: ValueStream): ReadonlyMap<StepKey, readonly ApartSet[]> {
  const sets = new Map<StepKey, ApartSet[]>();
  let id = 0;
  const add = (kind: ApartSet['kind'], members: readonly StepKey[], controlled: StepKey | null): void => {
    const set = { id: id++, kind, controlled, members };
    for (const member of new Set(members)) gather(sets, member, set);
  };
  for (const members of apart) add('NEVER_TOGETHER', members, null);
  for (const step of steps) {
    for (const approved of step.approves) add('APPROVES', [step.key, approved], approved);
    for (const checked of step.checks) add('CHECKS', [step.key, checked], checked);
  }
  return sets;
}

/**
 * Two duties of one set that one holder must not have. To be accountable for both is to do neither; and who approves a
 * step is accountable for it, that is what approving means. Who does a step that is approved does not answer for it
 * too. A check is four eyes on the doing alone.
 */
export function clash({ kind, controlled }: ApartSet, one: Duty, other: Duty): boolean {
  const same = one.step.key === other.step.key;
  if (kind === 'CHECKS') return !same && one.letter === 'R' && other.letter === 'R';
  if (same) return one.step.key === controlled && one.letter !== other.letter;
  if (one.letter === 'A' && other.letter === 'A') return false;
  return !approvesIt(one, other) && !approvesIt(other, one);
}

function approvesIt(approval: Duty, accountable: Duty): boolean {
  return (
    approval.letter === 'R' &&
    accountable.letter === 'A' &&
    approval.step.approves.includes(accountable.step.key)
  );
}
