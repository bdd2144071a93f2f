import { knownFigure, type Figure } from '../shared/index.js';
import type { Transfer } from '../metrics/index.js';
import type { ShapedRoles } from './role-shape.js';

const CONVENTION =
  'expected transfers over flow lines, returns included, between steps that no role holds both of; steps done outside are left out';

/** A transfer between two steps done inside, with its expected number a week (for one unit where demand is unknown). */
export interface InsideTransfer {
  readonly transfer: Transfer;
  readonly from: number;
  readonly to: number;
  readonly times: number;
}

/** The transfers between different steps that are done inside, in the order of the metrics. */
export function insideTransfers({ ground, steps }: Pick<ShapedRoles, 'ground' | 'steps'>): InsideTransfer[] {
  const demand = ground.stream.demandPerWeek?.likely ?? 1;
  return ground.metrics.transfers.flatMap((transfer) => {
    const [from, to] = [steps.numberOf.get(transfer.from), steps.numberOf.get(transfer.to)];
    return from === undefined || to === undefined || from === to
      ? []
      : [{ transfer, from, to, times: transfer.perUnit * demand }];
  });
}

/** true where one role holds both ends. */
export function staysInside({ rolesOfStep }: ShapedRoles, { from, to }: InsideTransfer): boolean {
  const [a, b] = [rolesOfStep[from], rolesOfStep[to]];
  return a !== undefined && b !== undefined && [...a].some((role) => b.has(role));
}

/** Expected hand-offs a week between the roles. */
export function handOffsOf(shaped: ShapedRoles): Figure {
  const demand = shaped.ground.stream.demandPerWeek;
  const handOffs = insideTransfers(shaped).filter((transfer) => !staysInside(shaped, transfer));
  const value = handOffs.reduce((sum, { times }) => sum + times, 0);
  const rests = {
    convention: CONVENTION,
    measuredSteps: shaped.steps.steps.length,
    ofSteps: shaped.steps.steps.length,
  };
  if (!demand) {
    return knownFigure(value, {
      ...rests,
      unit: 'COUNT',
      note: 'for one unit (nobody has said how many units enter)',
    });
  }
  const at = (units: number): number => (demand.likely > 0 ? (value / demand.likely) * units : 0);
  return knownFigure(value, { ...rests, unit: 'PER_WEEK', low: at(demand.low), high: at(demand.high) });
}
