import { expect } from '@jest/globals';
import { standingMoves, type StandingCause, type Wish } from '../../src/domain/index.js';
import { acceptedUnderIds, keptPlan, type KeptPlan, type KeptUnderIds } from '../support/kept-plan.js';
import { wish } from '../support/planned-napkin.js';

export const BAKER = 'Baker';
/** The names of the case, so that how roles are named elsewhere does not matter here. */
export const pins = [
  { role: 'Order Clerk', steps: ['Take the order'] },
  { role: BAKER, steps: ['Mix the dough'] },
];
export const BAKERY = `stream Order to loaf
owner: Ada
demand: 10/week
sales:
Take the order @Bo 30m {order taking} asks Cy
Price the cake @Bo 30m {estimating 2}
fulfilment:
Mix the dough @Cy 1h {baking} tells Bo
Bake the loaf @Cy 1h {baking}
back to "Mix the dough" 10%
lost 5%
Carry it out @Di 30m {driving}
person Bo 30h {order taking, estimating 3}
person Cy 30h {baking, hygiene (licence)}
person Di 10h {driving}
`;

/** The plan of a napkin with the roles of the case. */
export const plan = (napkin: string, kept: KeptUnderIds = {}): KeptPlan =>
  keptPlan(napkin, { limits: { pins }, ...kept });

/** What is told of the change from one napkin to another, of what was accepted under the first. */
export function told(from: string, to: string, wishes: readonly Wish[], cause: StandingCause = 'REVISION') {
  const assignments = acceptedUnderIds(plan(from), ...wishes);
  expect(assignments).toHaveLength(wishes.length);
  const before = plan(from, { assignments });
  return standingMoves(before, plan(to, { before, assignments }), cause);
}

/** What is told as the cause of each move. */
export const changesOf = (...given: Parameters<typeof told>) => told(...given).map(({ changes }) => changes);
export const DI = wish('Di', 'R', 'Carry it out');
