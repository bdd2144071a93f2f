import type { Examined } from './examine.js';
import type { Holder } from './holder.js';
import type { RaciLetter } from './responsibility-matrix.js';

/** A wish of a known holder for a known step; sound where it would be accepted by itself. */
export interface Candidate {
  readonly holder: Holder;
  readonly step: NonNullable<Examined['step']>;
  readonly letter: RaciLetter;
  readonly sound: boolean;
}

/*
 * A sound wish heeds the sound ones alone, any other heeds all. However often the same is wished for, each of the three
 * below keeps it once, so that many wishes for one place take no longer than as many for many places.
 */

/** The letters that are wished for in one cell. */
export class LettersAsked {
  readonly #sound = new Set<RaciLetter>();
  readonly #all = new Set<RaciLetter>();

  add({ letter, sound }: Candidate): void {
    this.#all.add(letter);
    if (sound) this.#sound.add(letter);
  }

  heededBy({ sound }: Candidate): ReadonlySet<RaciLetter> {
    return sound ? this.#sound : this.#all;
  }
}

/** Who wishes for the accountability of one step: the first who does, and the first who is somebody else. */
export class Takers {
  readonly #sound: Candidate[] = [];
  readonly #all: Candidate[] = [];

  add(candidate: Candidate): void {
    for (const list of candidate.sound ? [this.#sound, this.#all] : [this.#all]) {
      const [first, second] = list;
      if (!first || (!second && first.holder.id !== candidate.holder.id)) list.push(candidate);
    }
  }

  /** The first whom the candidate heeds and who is not the candidate's own holder. */
  besides({ holder, sound }: Candidate): Candidate | undefined {
    return (sound ? this.#sound : this.#all).find((one) => one.holder.id !== holder.id);
  }
}

/** The duties of one holder within one set of duties that must stay apart. */
export class DutiesAsked {
  readonly #sound = new Map<string, Candidate>();
  readonly #all = new Map<string, Candidate>();

  add(candidate: Candidate): void {
    const duty = `${candidate.step.key}\n${candidate.letter}`;
    if (!this.#all.has(duty)) this.#all.set(duty, candidate);
    if (candidate.sound && !this.#sound.has(duty)) this.#sound.set(duty, candidate);
  }

  heededBy({ sound }: Candidate): readonly Candidate[] {
    return [...(sound ? this.#sound : this.#all).values()];
  }
}
