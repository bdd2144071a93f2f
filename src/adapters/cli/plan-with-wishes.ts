import {
  judge,
  planStream,
  type Assignment,
  type Plan,
  type RefusedWish,
  type Wish,
} from '../../domain/index.js';

/** The plan as it is with those wishes that the gate accepts, and those that it refuses. */
export function withAcceptedWishes(
  plan: Plan,
  wishes: readonly Wish[],
): { readonly plan: Plan; readonly refused: readonly RefusedWish[] } {
  const names = new Map<string, string>(plan.stream.steps.map((step) => [step.key, step.name]));
  const accepted = new Map<string, Assignment>();
  const refused: RefusedWish[] = [];
  for (const verdict of judge(plan.gate, wishes)) {
    if (verdict.kind === 'RefusedWish') {
      refused.push(verdict);
    } else if (!verdict.inForce) {
      const { holder, letter, step, because } = verdict;
      const kept = { key: step, name: names.get(step) ?? step };
      accepted.set(JSON.stringify([holder, letter, step]), {
        holder,
        letter,
        step: kept,
        because,
        revision: null,
      });
    }
  }
  if (accepted.size === 0) return { plan, refused };
  const kept = { adopted: null, assignments: [...accepted.values()], formerSteps: [] };
  return { plan: planStream<Assignment>(plan.understanding, kept), refused };
}
