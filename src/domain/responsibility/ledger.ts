import type { StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { clash, type ApartSet, type Duty } from './apart-book.js';
import type { Holder } from './holder.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { gather } from './step-book.js';

/** Hours a week; guessed where they rest on a guess. */
export interface Hours {
  readonly hours: number;
  readonly guessed: boolean;
}

const NONE: ReadonlySet<RaciLetter> = new Set();

/** Who holds what: the letters of the structure, and one by one what was accepted beyond it. */
export class Ledger {
  readonly #letters = new Map<string, Set<RaciLetter>>();
  readonly #duties = new Map<string, Duty[]>();
  readonly #takers = new Map<StepKey, Holder>();
  readonly #hours = new Map<string, Hours>();

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

  addHours(holder: Holder, { hours, guessed }: Hours): void {
    const before = this.hoursOf(holder);
    this.#hours.set(holder.id, { hours: before.hours + hours, guessed: before.guessed || guessed });
  }

  letters(holder: Holder, step: StepKey): ReadonlySet<RaciLetter> {
    return this.#letters.get(`${holder.id}\n${step}`) ?? NONE;
  }

  taker(step: StepKey): Holder | null {
    return this.#takers.get(step) ?? null;
  }

  /** Hours a week of what was accepted for a holder beyond the structure. */
  hoursOf(holder: Holder): Hours {
    return this.#hours.get(holder.id) ?? { hours: 0, guessed: false };
  }

  /** For each set that the step is in, the first duty of the holder that forbids this one. */
  clashes(holder: Holder, duty: Duty): readonly { readonly set: ApartSet; readonly with: Duty }[] {
    return (this.apart.get(duty.step.key) ?? []).flatMap((set) => {
      const held = this.#duties.get(`${holder.id}\n${set.id}`) ?? [];
      const other = held.find((candidate) => clash(duty, candidate));
      return other ? [{ set, with: other }] : [];
    });
  }
}
