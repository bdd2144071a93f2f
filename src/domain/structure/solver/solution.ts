/** One goal: what was reached, and what no structure falls below. */
export interface SolvedLevel {
  readonly value: number;
  readonly lowerBound: number;
  readonly proven: boolean;
}

/** The goals. handOffs is in weight units. */
export type Levels = Readonly<Record<'positions' | 'handOffs' | 'fragmentation' | 'unevenness', SolvedLevel>>;

/** Roles as sets of atoms. */
export type Roles = readonly (readonly number[])[];

/** Roles as sets of atoms, with what is proven about them. */
export interface Solution {
  readonly roles: Roles;
  readonly levels: Levels;
  readonly method: string;
}
