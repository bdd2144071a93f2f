import type { StepKey } from '../shared/index.js';
import type { FlowPlaces } from './flow-places.js';
import { receiversIn } from './receivers.js';

/** A step beside a buffer, and on which side of it the buffer stands. */
export interface BesideStep {
  readonly side: 'BEFORE' | 'AFTER';
  readonly step: StepKey;
}

/**
 * The step by which people find a buffer: the one that it alone leads to, else the one that alone leads to it; where
 * ways part or meet on both sides the nearest step behind it, else the nearest before. Null where there is no step.
 */
export function besideStep(places: FlowPlaces, node: number): BesideStep | null {
  const receiver = places.straightBehind(node);
  if (receiver) return { side: 'BEFORE', step: receiver };
  const sender = places.straightBefore(node);
  if (sender) return { side: 'AFTER', step: sender };
  const [behind, before] = [places.stepBehind(node), places.stepBefore(node)];
  if (behind) return { side: 'BEFORE', step: behind };
  return before ? { side: 'AFTER', step: before } : null;
}

const MOST_NAMED = 3;

/** Tells where a buffer stands: `before "Price the job"`, `after "Order the parts"`, `before "Send it" and "Store it"`. */
export function buffersIn(places: FlowPlaces, nameOf: (step: StepKey) => string): (node: number) => string {
  const receiversOf = receiversIn(places);
  return (node) => {
    const beside = besideStep(places, node);
    if (!beside) return 'between no steps';
    if (beside.side === 'AFTER') return `after ${nameOf(beside.step)}`;
    const receivers = receiversOf(node);
    if (receivers.length < 2) return `before ${nameOf(beside.step)}`;
    const shown = receivers.slice(0, MOST_NAMED).map(nameOf);
    if (receivers.length > MOST_NAMED) return `before ${shown.join(', ')} and others`;
    return `before ${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
  };
}
