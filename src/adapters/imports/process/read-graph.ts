/** A place of a process that was read from a model. */
export interface ReadNode {
  /** As the model has it; problems name it. */
  readonly id: string;
  readonly kind: ReadNodeKind;
  readonly name: string;
  /** The lines of the notation that say it; empty for starts, ends and gates. */
  readonly lines: readonly string[];
  /** sales or fulfilment, where the model says it. */
  readonly force: string | null;
  /** Of what is put right: how long it takes, as the notation writes it. */
  readonly time: string | null;
  /** Made by an `after` line. */
  readonly after: boolean;
  /** Branches part or meet here even where only one is left. */
  readonly block: boolean;
  /** The model has no gate here, and many ways lead in: branches of either kind may meet. */
  readonly implicit?: boolean;
  readonly line: number;
  readonly column: number;
}

export type ReadNodeKind = 'START' | 'END' | 'STEP' | 'WAIT' | 'PARALLEL' | 'EXCLUSIVE' | 'MEND';

/** A way from one node to another, by their positions. */
export interface ReadWay {
  readonly from: number;
  readonly to: number;
  /** As the notation writes it, with its sign; null where nobody has said. */
  readonly share: string | null;
  readonly lost: boolean;
  /** The model says that it goes back. */
  readonly back: boolean;
  /** Of what goes back: the place whose units it is a share of, and the step that is named; null: to be found. */
  readonly origin: number | null;
  readonly target: number | null;
}

/** What a way is of which nothing more is said. */
export const ORDINARY_WAY = { share: null, lost: false, back: false, origin: null, target: null } as const;

/** What was read, in the order of the model. */
export interface ReadGraph {
  readonly nodes: readonly ReadNode[];
  readonly ways: readonly ReadWay[];
}
