import {
  foldName,
  type FlowNode,
  type Quantity,
  type Step,
  type StepKey,
  type StreamMetrics,
  type ValueStream,
} from '../../../domain/index.js';
import { bufferCard, gateCard, stopCard } from './buffer-card.js';
import type { Card } from './card.js';
import { groupBy, type FlowOutline } from './flow-outline.js';
import type { NumberedPain } from './cell.js';
import { SIZES } from './sizes.js';
import { stepCard } from './step-card.js';

/** The end of a block to which no branch leads, because `after` lines take them elsewhere. */
const NOTHING: Card = { width: SIZES.gate, head: 4, height: SIZES.flow, marks: [] };

/** Makes the card of each place. critical: places of the way straight through that have others beside them. */
export function cardMaker(
  stream: ValueStream,
  handedOver: ReadonlySet<StepKey>,
  outline: FlowOutline,
  critical: ReadonlySet<number>,
  pains: readonly NumberedPain[],
): (place: number, step: Step | null) => Card {
  const losses = groupBy(stream.flow.losses, (loss) => loss.node);
  const stops = new Set(stream.flow.stops ?? []);
  const painsOf = groupBy(pains, (pain) => pain.step.key);
  return (place, step) => {
    const node: FlowNode | undefined = outline.nodes[place];
    const lost: readonly Quantity[] = (losses.get(place) ?? []).map((loss) => loss.share);
    const setting = { stream, calendar: stream.calendar, critical: critical.has(place), losses: lost };
    if (step) {
      const numbers = (painsOf.get(step.key) ?? []).map((pain) => pain.number);
      return stepCard(step, { ...setting, handedOver: handedOver.has(step.key), pains: numbers });
    }
    if (node?.kind === 'WAIT' && stops.has(place) && node.time.high === 0 && node.why === null)
      return stopCard();
    if (node?.kind === 'WAIT' || node?.kind === 'STOCK') return bufferCard(node, setting);
    if (!outline.incoming.has(place) && !outline.onward.has(place)) return NOTHING;
    return gateCard(node?.kind === 'FORK' || node?.kind === 'JOIN', setting.critical, lost);
  };
}

/** Steps that work comes to from somebody else: both sides are known, and share nobody. */
export function handOvers({ steps }: ValueStream, metrics: StreamMetrics): ReadonlySet<StepKey> {
  const people = new Map<StepKey, ReadonlySet<string>>(
    steps.map((step) => {
      const outside = step.outside && step.performers.length === 0;
      return [step.key, new Set(outside ? ['(outside)'] : step.performers.map(foldName))];
    }),
  );
  const found = new Set<StepKey>();
  for (const { from, to, kind } of metrics.transfers) {
    const before = people.get(from);
    const after = people.get(to);
    if (kind !== 'NEXT' || !before || !after || before.size === 0 || after.size === 0) continue;
    if (![...after].some((name) => before.has(name))) found.add(to);
  }
  return found;
}
