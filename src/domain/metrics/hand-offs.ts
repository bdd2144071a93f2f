import {
  foldName,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type StepKey,
} from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { isPerUnit } from './reckon-flow.js';
import type { Transfer } from './stream-metrics.js';

/** Expected hand-offs of one unit between today's performers; a floor where performers or shares are unknown. */
export function figureHandOffs(stream: ValueStream, transfers: readonly Transfer[]): Figure {
  const performers = new Map<StepKey, ReadonlySet<string>>(
    stream.steps.map((step) => [step.key, performersOf(step)]),
  );
  const onPath = stream.steps.filter(isPerUnit);
  const known = onPath.filter((step) => (performers.get(step.key)?.size ?? 0) > 0);
  let count = 0;
  let open = false;
  for (const transfer of transfers) {
    const from = performers.get(transfer.from) ?? new Set();
    const to = performers.get(transfer.to) ?? new Set();
    if (from.size === 0 || to.size === 0 || transfer.shareUnknown) open = true;
    else if (sharesNobody(from, to)) count += transfer.perUnit;
  }
  const ground: FigureGround = {
    unit: 'COUNT',
    convention: CONVENTIONS.handOffs,
    measuredSteps: known.length,
    ofSteps: onPath.length,
    atLeast: open,
    measuredWord: 'steps say who does them',
  };
  if (known.length === 0)
    return unknownFigure('nobody has said who does any of the steps today (`@Name` behind a step)', ground);
  return knownFigure(count, ground);
}

/** A step done outside with nobody named is done by the outside, which is nobody of ours. */
function performersOf(step: Step): ReadonlySet<string> {
  if (step.performers.length === 0 && step.outside) return OUTSIDE;
  return new Set(step.performers.map(foldName));
}

const OUTSIDE: ReadonlySet<string> = new Set(['(outside)']);

function sharesNobody(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return false;
  return true;
}
