import type { StepKey } from '../shared/index.js';
import { headsOn } from '../metrics/index.js';
import type { Step } from '../stream/index.js';
import type { Gate } from './gate.js';
import { fitOf, type Holder } from './holder.js';
import { gather } from './step-book.js';

/** Hours a week; guessed where they rest on a guess. */
export interface Hours {
  readonly hours: number;
  readonly guessed: boolean;
}

/** What one step takes of a holder: its whole load, and by how many it is shared. */
export interface Share extends Hours {
  readonly whole: number;
  readonly among: number;
}

/** Somebody's R for a step. */
export interface Doing {
  readonly holder: Holder;
  readonly step: Step;
}

/** The hours that accepted responsibilities take beyond the structure, where the people who do each step are known. */
export class Workload {
  readonly #hours = new Map<string, Hours>();
  readonly #doers: ReadonlyMap<StepKey, ReadonlySet<string>>;

  constructor(
    private readonly gate: Gate,
    doings: readonly Doing[],
  ) {
    const people = doings.filter(({ holder }) => holder.kind !== 'ROLE');
    const doers = new Map<StepKey, string[]>();
    for (const { holder, step } of people) gather(doers, step.key, holder.id);
    this.#doers = new Map([...doers].map(([step, ids]) => [step, new Set(ids)]));
  }

  /** A person's share of a step's load, or the share of the capabilities that a role takes over; null where it is not measured. */
  shareOf(holder: Holder, step: Step): Share | null {
    const { book, context } = this.gate;
    const load = context.metrics.steps.get(step.key)?.loadPerWeek;
    if (load === undefined || load.value === null) return null;
    const whole = load.value;
    const guessed = load.source === 'GUESS';
    if (holder.kind !== 'ROLE') {
      const among = this.#sharers(step);
      return { hours: whole / among, guessed, whole, among };
    }
    const demands = book.demands.get(step.key) ?? [];
    const taken = demands.filter((demand) => fitOf(holder, demand) === 'FITS').length;
    return { hours: demands.length === 0 ? 0 : (whole * taken) / demands.length, guessed, whole, among: 1 };
  }

  add(holder: Holder, { hours, guessed }: Hours): void {
    const before = this.takenBy(holder);
    this.#hours.set(holder.id, { hours: before.hours + hours, guessed: before.guessed || guessed });
  }

  /** Hours a week of what was accepted for a holder beyond the structure. */
  takenBy(holder: Holder): Hours {
    return this.#hours.get(holder.id) ?? { hours: 0, guessed: false };
  }

  /** As many as are known to share the step: on it together, responsible for it, in positions for it, or doing it today. */
  #sharers(step: Step): number {
    const carriers = this.gate.roleBook.carriers.get(step.key) ?? [];
    const positions = carriers.reduce((sum, { role }) => sum + (role.positions ?? 0), 0);
    return headsOn(step, Math.max(this.#doers.get(step.key)?.size ?? 0, positions));
  }
}
