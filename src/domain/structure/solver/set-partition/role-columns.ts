/** Sets of atoms that may be roles, in long lists: what each holds and what it adds to the goals. */
export class RoleColumns {
  readonly positions: number[] = [];
  /** Weight of the transfers that stay inside. */
  readonly saved: number[] = [];
  readonly holdings: number[] = [];
  readonly utilisation: number[] = [];
  private readonly members: number[] = [];
  private readonly ends: number[] = [];
  private readonly known = new Map<string, number>();

  get size(): number {
    return this.ends.length;
  }

  /** The atoms of a column, ascending. */
  atomsOf(column: number): number[] {
    return this.members.slice(this.startOf(column), this.ends[column]);
  }

  startOf(column: number): number {
    return column === 0 ? 0 : (this.ends[column - 1] ?? 0);
  }

  /** Calls back with each atom of a column. */
  eachAtom(column: number, visit: (atom: number) => void): void {
    const end = this.ends[column] ?? 0;
    for (let at = this.startOf(column); at < end; at += 1) visit(this.members[at] ?? 0);
  }

  /** The column of these atoms (ascending), put in where it is new. */
  add(atoms: readonly number[], of: NewColumn): number {
    for (const atom of atoms) this.members.push(atom);
    this.ends.push(this.members.length);
    this.positions.push(of.positions);
    this.saved.push(of.saved);
    this.holdings.push(of.holdings);
    this.utilisation.push(of.utilisation);
    return this.size - 1;
  }

  /** The number of the column of these atoms; undefined where there is none. */
  find(atoms: readonly number[]): number | undefined {
    if (this.known.size < this.size) {
      for (let at = this.known.size; at < this.size; at += 1) this.known.set(this.atomsOf(at).join(' '), at);
    }
    return this.known.get([...atoms].sort((a, b) => a - b).join(' '));
  }
}

/** What one role adds to the goals. */
export interface NewColumn {
  readonly positions: number;
  readonly saved: number;
  readonly holdings: number;
  readonly utilisation: number;
}
