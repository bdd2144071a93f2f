import type { StepKey } from '../shared/index.js';
import type { FlowPlaces } from './flow-places.js';

/** So many of those who take work up behind one place are named; more would be asked in vain. */
export const MOST_RECEIVERS = 20;

/**
 * Who takes up what lies at a node: the steps behind it with no other step in between, in the order of the text, at
 * most MOST_RECEIVERS of them. Behind the beginning of a block these are the first steps of all of its branches.
 * All nodes together take about linear time.
 */
export function receiversIn({ flow, next }: FlowPlaces): (node: number) => readonly StepKey[] {
  const known = new Map<number, readonly number[]>();
  const open = new Set<number>();
  const settle = (node: number): void => {
    const here = flow.nodes[node];
    if (here?.kind === 'STEP') {
      known.set(node, [node]);
      return;
    }
    const found = new Set((next[node] ?? []).flatMap((onward) => known.get(onward) ?? []));
    known.set(node, [...found].sort((a, b) => a - b).slice(0, MOST_RECEIVERS));
  };
  return (from) => {
    const waiting = [from];
    for (let node = waiting.at(-1); node !== undefined; node = waiting.at(-1)) {
      const isStep = flow.nodes[node]?.kind === 'STEP';
      const ahead = isStep ? [] : (next[node] ?? []).filter((one) => !known.has(one) && !open.has(one));
      open.add(node);
      if (ahead.length > 0 && !known.has(node)) {
        waiting.push(...ahead);
        continue;
      }
      if (!known.has(node)) settle(node);
      waiting.pop();
    }
    open.clear();
    return (known.get(from) ?? []).flatMap((node) => {
      const here = flow.nodes[node];
      return here?.kind === 'STEP' ? [here.step] : [];
    });
  };
}
