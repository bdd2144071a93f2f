import type { FindingContext, FindingRule } from '../finding-rule.js';

/** Families whose work wins the order, and those that both forces have. */
const WINNING: ReadonlySet<string> = new Set(['selling', 'marketing']);
const EITHER: ReadonlySet<string> = new Set(['office', 'leading', 'legal']);

/** A napkin without `sales:` and `fulfilment:` gets no roles; the names of its steps often tell where the line runs. */
export const forcesNotTold: FindingRule = {
  code: 'FORCES_NOT_TOLD',
  severity: 'INFO',
  norm: 'The steps that win the work stand under `sales:`, those that keep the promise under `fulfilment:`.',
  check: (context) => {
    const { steps } = context.stream;
    if (steps.some(({ force }) => force !== null)) return [];
    const turn = turnOf(context);
    const [first, lastWon, next] = [steps[0], steps[turn - 1], steps[turn]];
    if (!first || !lastWon || !next) return [];
    const message =
      `By their names, the steps up to "${lastWon.name}" win the work and those from "${next.name}" on keep the promise. ` +
      `Where that is so, write \`sales:\` above "${first.name}" and \`fulfilment:\` above "${next.name}"; roles are proposed from then on.`;
    return [{ message, steps: [next.key] }];
  },
};

/** How many steps stand before the turn from winning to fulfilling, as the kinds of work tell it best; 0 where they do not. */
function turnOf({ stream, demands }: FindingContext): number {
  const families = new Map(
    demands.map(({ step, capability, suggestions }) => [
      step,
      capability.family ?? suggestions[0]?.capability.family ?? null,
    ]),
  );
  let [sum, best, turn] = [0, 0, 0];
  stream.steps.forEach(({ key }, nth) => {
    const family = families.get(key) ?? null;
    if (family !== null && !EITHER.has(family)) sum += WINNING.has(family) ? 1 : -1;
    if (sum <= best) return;
    best = sum;
    turn = nth + 1;
  });
  return turn;
}
