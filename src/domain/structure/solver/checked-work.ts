import type { CapabilityKey, StepKey } from '../../shared/index.js';
import { isOfChecking, type Capability } from '../../capability/index.js';
import type { Step } from '../../stream/index.js';
import type { DesignGround } from '../structure-ground.js';

/** Work in the order of the text up to where it is checked. */
interface Stretch {
  readonly mark: number;
  isChecked: boolean;
}

/** The two ways in which a stream runs: along its flow, and by the calendar. */
interface Stretches {
  flow: Stretch;
  calendar: Stretch;
}

/**
 * Which work checks are of, as marks that a check has in common with it: what comes before the check in its own stream,
 * back to the check before or to the first step, what its own step asks for beside it, and what its `checks` line names.
 * A check along the flow is of no work that is done by the calendar; one by the calendar may be of both.
 */
export function checkedWorkOf(ground: DesignGround): ReadonlyMap<CapabilityKey, ReadonlySet<number>> {
  const marks = new Marks();
  for (const part of ground.parts ?? [ground]) markStream(part, marks);
  return marks.of;
}

class Marks {
  readonly of = new Map<CapabilityKey, Set<number>>();
  private last = 0;

  stretch(): Stretch {
    return { mark: this.next(), isChecked: false };
  }

  next(): number {
    this.last += 1;
    return this.last;
  }

  put(capabilities: readonly Capability[], mark: number): void {
    for (const { key } of capabilities) this.of.set(key, (this.of.get(key) ?? new Set()).add(mark));
  }
}

function markStream({ stream, demands, catalogue }: DesignGround, marks: Marks): void {
  const asked = new Map<StepKey, { readonly checks: Capability[]; readonly others: Capability[] }>();
  for (const { step, capability } of demands) {
    const one = asked.get(step) ?? { checks: [], others: [] };
    (isOfChecking(catalogue, capability.family) ? one.checks : one.others).push(capability);
    asked.set(step, one);
  }
  const now: Stretches = { flow: marks.stretch(), calendar: marks.stretch() };
  for (const step of stream.steps) {
    const { checks, others } = asked.get(step.key) ?? { checks: [], others: [] };
    if (others.length > 0) marks.put(others, unchecked(now, step, marks).mark);
    if (checks.length === 0) continue;
    markCheck(now, step, checks, marks);
    for (const named of step.checks) {
      const mark = marks.next();
      marks.put([...checks, ...(asked.get(named)?.others ?? [])], mark);
    }
  }
}

/** The stretch that the work of a step is in: a new one where what came before is checked already. */
function unchecked(now: Stretches, step: Step, marks: Marks): Stretch {
  const way = wayOf(step);
  if (now[way].isChecked) now[way] = marks.stretch();
  return now[way];
}

function markCheck(now: Stretches, step: Step, checks: readonly Capability[], marks: Marks): void {
  const way = wayOf(step);
  marks.put(checks, now[way].mark);
  now[way].isChecked = true;
  if (way === 'calendar') marks.put(checks, now.flow.mark);
}

function wayOf({ everySeconds }: Step): keyof Stretches {
  return everySeconds === null ? 'flow' : 'calendar';
}
