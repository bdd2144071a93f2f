import { judge, type Plan, type RefusedWish, type Wish } from '../../domain/index.js';

/** What the gate says when everybody wishes to go on doing what they do today. */
export interface TodayAtTheGate {
  readonly asked: number;
  readonly accepted: number;
  readonly refused: readonly RefusedWish[];
}

/** Who does a step today is evidence and no claim: each such mark is judged as a wish, and nothing comes of it. */
export function todayAtTheGate(plan: Plan): TodayAtTheGate {
  if (plan.structure === null) return { asked: 0, accepted: 0, refused: [] };
  const wishes = plan.stream.steps
    .filter((step) => !step.outside)
    .flatMap((step) =>
      step.performers.map((holder): Wish => ({ holder, step: step.name, letter: 'R', reason: null })),
    );
  const verdicts = judge(plan.gate, wishes);
  const refused = verdicts.flatMap((verdict) => (verdict.kind === 'RefusedWish' ? [verdict] : []));
  return { asked: wishes.length, accepted: verdicts.length - refused.length, refused };
}

/** How many of them pass, or that nobody can know yet: no number where nobody has said what anybody can do. */
export function todayInWords({ stream }: Plan, { accepted, asked }: TodayAtTheGate): string {
  return stream.people.length === 0
    ? 'nobody has said yet what the people of today can do (no person lines)'
    : `what is done today, held against the steps: ${accepted} of ${asked} could stay where they are`;
}
