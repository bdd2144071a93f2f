/** How the fields of one kind of answer come about, each from what the answer is told from. */
export interface FieldsFrom<Ground> {
  /** Values that are at hand. */
  readonly values: Readonly<Record<string, (ground: Ground) => unknown>>;
  /** What is worked out for whoever asks, of what they ask it with. */
  readonly workedOut: Readonly<Record<string, (ground: Ground, asked: never) => unknown>>;
}

/**
 * Answers of one kind, all of which share their fields: an answer is one small object whatever it can be asked, and nothing
 * is worked out before it is asked for. A list has hundreds of them, of which three fields in forty are asked for.
 */
export function answersFrom<Ground>({ values, workedOut }: FieldsFrom<Ground>): (ground: Ground) => object {
  class Answer {
    constructor(readonly ground: Ground) {}
  }
  for (const [name, valueOf] of Object.entries(values))
    Object.defineProperty(Answer.prototype, name, {
      enumerable: true,
      get(this: Answer) {
        return valueOf(this.ground);
      },
    });
  for (const [name, work] of Object.entries(workedOut))
    Object.defineProperty(Answer.prototype, name, {
      enumerable: true,
      value(this: Answer, asked: never) {
        return work(this.ground, asked);
      },
    });
  return (ground) => new Answer(ground);
}
