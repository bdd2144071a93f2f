/** Sets of atoms that may be roles, each once: what they hold, the positions that they take, and what they cost in all. */
export class RolePool {
  readonly positions: number[] = [];
  /** Positions, a little less where work stays inside. */
  readonly costs: number[] = [];
  private readonly members: number[] = [];
  private readonly ends: number[] = [];
  private readonly keys: string[] = [];
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

  /** How many of the atoms of a role are marked. */
  countOf(role: number, marked: Uint8Array): number {
    let count = 0;
    const end = this.ends[role] ?? 0;
    for (let at = this.startOf(role); at < end; at += 1) count += marked[this.members[at] ?? 0] ?? 0;
    return count;
  }

  sizeOf(role: number): number {
    return (this.ends[role] ?? 0) - this.startOf(role);
  }

  /** What the atoms of a role leave of its cost at these prices. */
  leftOf(role: number, prices: Float64Array): number {
    let left = this.costs[role] ?? 0;
    const end = this.ends[role] ?? 0;
    for (let at = this.startOf(role); at < end; at += 1) left -= prices[this.members[at] ?? 0] ?? 0;
    return left;
  }

  /** Puts a set in; false where it was there. */
  add(atoms: readonly number[], positions: number, kept: number): boolean {
    const sorted = [...atoms].sort((a, b) => a - b);
    return this.put(sorted, sorted.join(' '), positions, positions - kept);
  }

  /** Puts a role of another pool in as it is. */
  take(from: RolePool, role: number): void {
    const cost = from.costs[role] ?? 0;
    this.put(from.atomsOf(role), from.keys[role] ?? '', from.positions[role] ?? 0, cost);
  }

  private put(sorted: readonly number[], key: string, positions: number, cost: number): boolean {
    if (this.known.has(key)) return false;
    this.known.add(key);
    this.keys.push(key);
    for (const atom of sorted) this.members.push(atom);
    this.ends.push(this.members.length);
    this.positions.push(positions);
    this.costs.push(cost);
    return true;
  }
}
