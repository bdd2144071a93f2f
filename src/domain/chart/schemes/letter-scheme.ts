/** One letter of a scheme: what it stands for, and how many of an activity's or a decision's roles may hold it. */
export interface SchemeLetter {
  readonly letter: string;
  readonly name: string;
  readonly meaning: string;
  readonly atLeast: number;
  /** null: as many as there are. */
  readonly atMost: number | null;
}

/** A way of saying who has which part: letters, how many of each, and which contradict each other in one cell. */
export interface LetterScheme {
  readonly name: string;
  /** What a row of its charts is: work that is done, or something that is decided. */
  readonly rows: 'STEPS' | 'DECISIONS';
  readonly letters: readonly SchemeLetter[];
  readonly contradicts: readonly (readonly [string, string])[];
}

/** What cells may hold in a chart of the scheme: its letters and their names. */
export function schemeWords({ letters }: LetterScheme): readonly string[] {
  return letters.flatMap(({ letter, name }) => [letter, name]);
}
