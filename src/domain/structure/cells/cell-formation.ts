/** Which machine works on which part: for a stream, which step demands which capability. */
export interface Incidence {
  readonly machines: number;
  readonly parts: number;
  /** Pairs of machine and part, both counted from 0. */
  readonly ones: readonly (readonly [number, number])[];
  /** How many things that must stay together a machine stands for; 1 each where left out. */
  readonly sizes?: readonly number[];
  /** What a machine takes of the room of its cell; nothing where left out. */
  readonly loads?: readonly number[];
  /** No cell of several machines takes more than this. */
  readonly room?: number;
}

export interface CellOptions {
  /** true lets a cell have machines only, or parts only; false asks every cell for at least one of each. */
  readonly residualCells: boolean;
}

/** Limits in steps of work, the same on every machine. */
export interface CellLimits {
  /** Places looked at while searching. */
  readonly search: number;
  /** Places looked at while proving. */
  readonly proof: number;
}

export interface Cell {
  readonly machines: readonly number[];
  readonly parts: readonly number[];
}

/** Machines and parts in cells, and how good that is. */
export interface CellFormation {
  /** In the order of their first machine, cells without machines last. */
  readonly cells: readonly Cell[];
  /** Ones inside cells / (all ones + empty places inside cells); null where there are no ones. */
  readonly efficacy: number | null;
  readonly onesInside: number;
  /** Empty places inside cells. */
  readonly voids: number;
  /** No partition has a higher efficacy. */
  readonly upperBound: number | null;
  /** (bound − efficacy) / bound, 0 where they are equal. */
  readonly gap: number;
  readonly proven: boolean;
  readonly method: string;
  /** Places looked at. */
  readonly work: number;
}
