/** Sets of atoms that may be roles, each once: what they hold, the positions that they take, and what they cost in all. */
export class RolePool {
  readonly positions: number[] = [];
  /** Positions, a little less where work stays inside. */
  readonly costs: number[] = [];
  private readonly members: number[] = [];
  private readonly ends: number[] = [];
  private readonly known = new Set<string>();

  get size(): number {
    return this.ends.length;
  }

  startOf(role: number): number {
    return role === 0 ? 0 : (this.ends[role - 1] ?? 0);
  }

  /** All atoms of all roles, one role after the other. */
  flat(): Int32Array {
    return Int32Array.from(this.members);
  }

  atomsOf(role: number): number[] {
    return this.members.slice(this.startOf(role), this.ends[role]);
  }

  /** Puts a set in; false where it was there. */
  add(atoms: readonly number[], positions: number, kept: number): boolean {
    const sorted = [...atoms].sort((a, b) => a - b);
    const key = sorted.join(' ');
    if (this.known.has(key)) return false;
    this.known.add(key);
    for (const atom of sorted) this.members.push(atom);
    this.ends.push(this.members.length);
    this.positions.push(positions);
    this.costs.push(positions - kept);
    return true;
  }
}
