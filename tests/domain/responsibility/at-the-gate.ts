import {
  judge,
  type GateContext,
  type RaciLetter,
  type RefusalReason,
  type Verdict,
  type Wish,
} from '../../../src/domain/responsibility/index.js';
import { gateContext, kept, withAssignments } from '../../support/gate-builder.js';
import { CABINET_SHOP } from './cabinet-case.js';

/** The shop at the gate, nothing accepted yet. */
export const shop = gateContext(CABINET_SHOP);

/** A wish on one line. */
export function wish(
  holder: string,
  letter: RaciLetter,
  step: string | null,
  reason: string | null = null,
): Wish {
  return { holder, letter, step, reason };
}

/** The verdict on one wish. */
export function judged(
  holder: string,
  letter: RaciLetter,
  step: string | null,
  context = shop,
  reason?: string,
): Verdict {
  const [verdict] = judge(context, [wish(holder, letter, step, reason ?? null)]);
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

/** Why a wish was refused; empty where it was not. */
export function reasonsOf(verdict: Verdict | undefined): readonly RefusalReason[] {
  return verdict?.kind === 'RefusedWish' ? verdict.reasons : [];
}

/** The context in which what is accepted of these wishes is kept. */
export function after(context: GateContext, ...wishes: readonly Wish[]): GateContext {
  return withAssignments(context, [...context.assignments, ...kept(context, judge(context, wishes))]);
}
