import { foldName, nearestName, type StepKey } from '../shared/index.js';
import type { FlowArc, FlowLoss, Step, ValueStream } from '../stream/index.js';
import type { ChangeProblem } from './check-change.js';
import { isBuffer, type FlowPlaces } from './flow-places.js';

/** The steps, buffers and ways of a stream found by the words of people. */
export class PlaceFinder {
  private readonly byName = new Map<string, Step>();
  private readonly nameByKey: ReadonlyMap<StepKey, string>;
  private readonly beside = {
    BEFORE: new Map<StepKey, readonly number[]>(),
    AFTER: new Map<StepKey, readonly number[]>(),
  };

  constructor(
    readonly stream: ValueStream,
    readonly places: FlowPlaces,
  ) {
    this.nameByKey = new Map(stream.steps.map(({ key, name }) => [key, name]));
    for (const step of stream.steps) this.add(step.name, step);
    for (const step of stream.steps) this.add(step.key, step);
  }

  private add(name: string, step: Step): void {
    const folded = foldName(name);
    if (!this.byName.has(folded)) this.byName.set(folded, step);
  }

  /** The step of that name or key, quotes around it or not; undefined where there is none. */
  step(words: string): Step | undefined {
    return this.byName.get(foldName(unquoted(words)));
  }

  /** The step of that name, or the problem with the nearest name. */
  required(words: string): Step | ChangeProblem {
    const step = this.step(words);
    if (step) return step;
    const name = unquoted(words);
    const nearest = nearestName(
      name,
      this.stream.steps.map((one) => one.name),
    );
    return {
      code: 'NAMES_NOTHING',
      message: `No step is called "${name}".`,
      remedy: nearest === null ? 'Write the name of a step of this stream.' : `Did you mean "${nearest}"?`,
    };
  }

  /** The name of a step in quotes. */
  nameOf(key: StepKey): string {
    return `"${this.nameByKey.get(key) ?? key}"`;
  }

  /** The longest beginning of the words that names a step, and what stands behind it; undefined where none does. */
  begins(words: string): { readonly step: Step; readonly behind: string } | undefined {
    for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
      const step = this.step(words.slice(0, end));
      if (step) return { step, behind: words.slice(end).trim() };
    }
    return undefined;
  }

  /** Two steps with a word between their names, whatever else their names hold; undefined where the words do not name two. */
  pair(words: string, between: string): readonly [Step, Step] | undefined {
    const parts = words.split(new RegExp(`\\s+${between}\\s+`, 'i'));
    for (let at = 1; at < parts.length; at += 1) {
      const first = this.step(parts.slice(0, at).join(` ${between} `));
      const second = this.step(parts.slice(at).join(` ${between} `));
      if (first && second) return [first, second];
    }
    return undefined;
  }

  /**
   * The buffers next to a step with no other step in between, in the order of the nodes: those that stand on its own
   * line of the flow, else those behind the ends or beginnings of the blocks beside it.
   */
  buffersAt(step: StepKey, side: 'BEFORE' | 'AFTER'): readonly number[] {
    const known = this.beside[side].get(step);
    if (known) return known;
    const straight = this.buffersFrom(step, side, false);
    const found = straight.length > 0 ? straight : this.buffersFrom(step, side, true);
    this.beside[side].set(step, found);
    return found;
  }

  private buffersFrom(step: StepKey, side: 'BEFORE' | 'AFTER', pastGates: boolean): readonly number[] {
    const ways = side === 'BEFORE' ? this.places.previous : this.places.next;
    const start = this.places.nodeOf.get(step) ?? -1;
    const found = new Set<number>();
    const waiting = [...(ways[start] ?? [])];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const here = this.places.flow.nodes[node];
      if (here?.kind === 'STEP' || found.has(node) || (!pastGates && !isBuffer(here))) continue;
      found.add(node);
      waiting.push(...(ways[node] ?? []));
    }
    return [...found].filter((node) => this.isPlaceOfWork(node)).sort((a, b) => a - b);
  }

  /** A buffer that holds something; a place that was left behind by an earlier change holds nothing. */
  private isPlaceOfWork(index: number): boolean {
    const node = this.places.flow.nodes[index];
    if (!isBuffer(node)) return false;
    return node.line !== null || (node.kind === 'STOCK' ? node.units : node.time).high > 0;
  }

  /** The returns that lead to a step, and come from another where it is told. */
  returns(to: StepKey, from: StepKey | null): readonly FlowArc[] {
    const target = this.places.nodeOf.get(to);
    return this.places.flow.arcs.filter(
      (arc) =>
        arc.kind === 'RETURN' &&
        (arc.target ?? arc.to) === target &&
        (from === null || this.places.stepBefore(arc.origin ?? arc.from) === from),
    );
  }

  /** The losses of a step: on the line below it, or below a wait that follows it. */
  losses(step: StepKey): readonly FlowLoss[] {
    return this.places.flow.losses.filter(({ node }) => this.places.stepBefore(node) === step);
  }
}

/** A name without the quotes around it. */
export function unquoted(words: string): string {
  const trimmed = words.trim();
  const inside = /^(["'“„‘])(.*)(["'”“’])$/.exec(trimmed)?.[2];
  return inside === undefined ? trimmed : inside.replaceAll(/\\(["\\])/g, '$1').trim();
}
