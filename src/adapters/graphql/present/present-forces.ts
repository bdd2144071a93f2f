import { carriersBy, type BalanceBy } from '../../../application/index.js';
import {
  balanceWork,
  spreadsOf,
  tellSeam,
  weighForces,
  type CarrierBalance,
  type Plan,
  type Spread,
} from '../../../domain/index.js';
import { once } from './once.js';
import type { StepBook } from './step-book.js';

/** The two forces and their seam, with the steps that they name. */
export function presentForces(book: StepBook, { stream, metrics }: Plan) {
  const forces = weighForces(stream, metrics);
  const { seam } = forces;
  const ends = <T extends { readonly from: Parameters<StepBook['step']>[0]; readonly to: T['from'] }>(
    one: T,
  ) => ({
    ...one,
    from: book.step(one.from),
    to: book.step(one.to),
  });
  return {
    ...forces,
    seam: {
      ...seam,
      crossings: () =>
        seam.crossings.map(({ wait, ...crossing }) => ({ ...ends(crossing), waitSeconds: wait })),
      returns: () => seam.returns.map(ends),
      text: () => tellSeam(forces, stream),
    },
  };
}

/** Work content against takt of the steps, the performers or the roles. */
export function presentBalance(book: StepBook, plan: Plan, by: BalanceBy) {
  const balance = balanceWork(plan.stream, plan.metrics, carriersBy(plan, by));
  const present = (carrier: CarrierBalance) => ({
    ...carrier,
    steps: () => carrier.steps.map((key) => book.step(key)),
  });
  return {
    ...balance,
    carriers: () => balance.carriers.map(present),
    bottleneck: balance.bottleneck && present(balance.bottleneck),
  };
}

/** The spreads of the measures; they are worked out when the first of them is asked for. */
export function presentSpreads(book: StepBook, { stream, metrics }: Plan) {
  const spreads = once(() => spreadsOf(stream, metrics));
  const present = (spread: Spread) => ({
    ...spread,
    parts: () => spread.parts.map((part) => ({ ...part, step: part.step && book.step(part.step) })),
  });
  return {
    leadTimeSpread: () => present(spreads().leadTime),
    totalEffortSpread: () => present(spreads().totalEffort),
  };
}
