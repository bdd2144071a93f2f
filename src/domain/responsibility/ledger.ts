import type { StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { clash, type ApartSet, type Duty } from './apart-book.js';
import type { Holder } from './holder.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { gather } from './step-book.js';

/** Two duties of one holder that must stay apart, and by which set. */
export interface Clash {
  readonly set: ApartSet;
  readonly with: Duty;
}

const NONE: ReadonlySet<RaciLetter> = new Set();

/** Who holds what: the letters of the structure, and one by one what was accepted beyond it. */
export class Ledger {
  readonly #letters = new Map<string, Set<RaciLetter>>();
  readonly #duties = new Map<string, Duty[]>();
  readonly #takers = new Map<StepKey, Holder>();

  constructor(private readonly apart: ReadonlyMap<StepKey, readonly ApartSet[]>) {}

  /** Enters a letter; R and A are duties too. */
  enter(holder: Holder, step: Step, letter: RaciLetter): void {
    const place = `${holder.id}\n${step.key}`;
    const letters = this.#letters.get(place) ?? new Set();
    if (letters.has(letter)) return;
    this.#letters.set(place, letters.add(letter));
    if (letter !== 'R' && letter !== 'A') return;
    for (const set of this.apart.get(step.key) ?? []) {
      gather(this.#duties, `${holder.id}\n${set.id}`, { step, letter });
    }
  }

  /** Somebody took the accountability over from the role that has it. */
  enterTaker(holder: Holder, step: Step): void {
    if (!this.#takers.has(step.key)) this.#takers.set(step.key, holder);
  }

  letters(holder: Holder, step: StepKey): ReadonlySet<RaciLetter> {
    return this.#letters.get(`${holder.id}\n${step}`) ?? NONE;
  }

  taker(step: StepKey): Holder | null {
    return this.#takers.get(step) ?? null;
  }

  /** For each set that the step is in, the first duty of the holder that forbids this one; colleagues in one role may check each other. */
  clashes(holder: Holder, duty: Duty): readonly Clash[] {
    return (this.apart.get(duty.step.key) ?? []).flatMap((set) => {
      if (set.kind === 'CHECKS' && holder.kind === 'ROLE') return [];
      const held = this.#duties.get(`${holder.id}\n${set.id}`) ?? [];
      const other = held.find((candidate) => clash(set, duty, candidate));
      return other ? [{ set, with: other }] : [];
    });
  }
}
