import { formatPercent, type Quantity, type StepKey } from '../shared/index.js';
import type { FlowArc, ValueStream } from '../stream/index.js';

/** The flow as it is asked where work comes from. */
export interface FlowSources {
  readonly stream: ValueStream;
  readonly numbers: ReadonlyMap<StepKey, number>;
  /** The lines that lead on to each node. */
  readonly into: ReadonlyMap<number, readonly FlowArc[]>;
}

/** One way to a step: the step or gate it leaves, and its share of what leaves a choice. */
export interface Way {
  readonly from: number;
  readonly share: Quantity | null;
}

/** Told by number; beyond so many the numbers help nobody. */
const MOST_SOURCES = 4;
/** So many gates are looked at on the way back. */
const MOST_GATES = 64;

/** What stands on the arrow to a step, and whether the work comes from the step above it at all. */
export function wordsOfWays(
  { from, share }: Way,
  position: number,
  flow: FlowSources,
): { readonly words: readonly string[]; readonly fromAbove: boolean } {
  const sources = sourcesOf(from, flow);
  const fromAbove = sources === null || sources.includes(position - 1);
  const plain = sources === null || sources.length === 0 || (sources.length === 1 && fromAbove);
  const kind = flow.stream.flow.nodes[from]?.kind;
  const after = plain ? '' : `after ${listed(sources, kind === 'JOIN' ? 'and' : 'or')}`;
  switch (kind) {
    case 'FORK':
      return { words: [after === '' ? 'meanwhile' : `meanwhile, ${after}`], fromAbove };
    case 'CHOICE':
      return {
        words: [`${share === null ? '? %' : formatPercent(share.likely)} ${after}`.trim()],
        fromAbove,
      };
    case 'STEP':
    case 'JOIN':
    case 'MERGE':
    case 'WAIT':
    case 'STOCK':
    case undefined:
      return { words: after === '' ? [] : [after], fromAbove };
  }
}

/** The numbers of the steps from which work comes to a node over gates and buffers alone; null where they are too many to tell. */
function sourcesOf(node: number, { stream, numbers, into }: FlowSources): readonly number[] | null {
  const open = [node];
  const met = new Set<number>(open);
  const found = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const here = stream.flow.nodes[at];
    const number = here?.kind === 'STEP' ? numbers.get(here.step) : undefined;
    if (number !== undefined) found.add(number);
    else {
      for (const { from } of into.get(at) ?? []) {
        if (!met.has(from)) open.push(from);
        met.add(from);
      }
    }
    if (found.size > MOST_SOURCES || met.size > MOST_GATES) return null;
  }
  return [...found].toSorted((a, b) => a - b);
}

function listed(numbers: readonly number[], word: 'and' | 'or'): string {
  const last = numbers.at(-1);
  return numbers.length < 2 ? `${last ?? ''}` : `${numbers.slice(0, -1).join(', ')} ${word} ${last}`;
}
