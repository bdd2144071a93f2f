/** What was made under an id of the asker's making, and whether it was asked for in the same words. */
export interface MadeUnder {
  /** As keepMade was told. */
  readonly made: string;
  readonly isSame: boolean;
}

/** What an act made under an id of the asker's making. */
export interface NewMade {
  readonly id: string;
  /** The act and what it was asked to do, as text. */
  readonly asked: string;
  /** What is needed to tell it again. */
  readonly made: string;
  /** ISO time. */
  readonly madeAt: string;
}
