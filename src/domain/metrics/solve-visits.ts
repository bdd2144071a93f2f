/** A way from one place of a chain to another, with the share of units that take it. */
export interface ChainArc {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Shares that add up to all units but for rounding leave nothing over. */
const ROUNDING = 1e-12;

/**
 * Expected visits of every place of an absorbing chain: v = inflow + Pᵀ v, solved directly by eliminating places from
 * the last to the first. Places are numbered in flow order, so all that an elimination leaves are the returns that
 * are still open there; their rows are passed on or merged small into large, which keeps chains with many returns
 * about linear. Null where a loop lets no unit leave.
 */
export function solveVisits(
  size: number,
  arcs: readonly ChainArc[],
  inflow: readonly number[],
): Float64Array | null {
  return new Elimination(size, arcs, inflow).solve();
}

interface Way {
  readonly place: number;
  readonly share: number;
}

const NONE: ReadonlyMap<number, number> = new Map();
const NO_WAYS: readonly Way[] = [];

/** Where the ways onward into each place begin, in a list of them by place. */
function startsOf(size: number, arcs: readonly ChainArc[]): Int32Array {
  const starts = new Int32Array(size + 1);
  for (const { from, to, share } of arcs)
    if (share !== 0 && from < to) starts[to + 1] = (starts[to + 1] ?? 0) + 1;
  for (let place = 0; place < size; place += 1)
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  return starts;
}

/**
 * Ways onward stay as they are told; ways back (and what elimination adds) stand in rows. A row has a scale, and an
 * owner that can change, so that it passes from a place to its only predecessor without being copied.
 */
class Elimination {
  /** The ways onward into each place: those of a place stand from its start to that of the next. */
  private readonly starts: Int32Array;
  private readonly froms: Int32Array;
  private readonly shares: Float64Array;
  private readonly rows: (Map<number, number> | undefined)[];
  private readonly scale: Float64Array;
  /** The rows that lead to a place. */
  private readonly into: (Set<number> | undefined)[];
  private readonly rowOf: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly inflow: Float64Array;
  private readonly left: Float64Array;
  private readonly rest: Float64Array;
  /** What else leads to a place when it is eliminated. */
  private readonly added: (Way[] | undefined)[];

  constructor(
    private readonly size: number,
    arcs: readonly ChainArc[],
    inflow: readonly number[],
  ) {
    this.starts = startsOf(size, arcs);
    this.froms = new Int32Array(arcs.length);
    this.shares = new Float64Array(arcs.length);
    this.rows = Array.from({ length: size });
    this.into = Array.from({ length: size });
    this.added = Array.from({ length: size });
    this.scale = new Float64Array(size).fill(1);
    this.rowOf = Int32Array.from({ length: size }, (_, index) => index);
    this.placeOf = Int32Array.from(this.rowOf);
    this.inflow = Float64Array.from(inflow);
    this.left = new Float64Array(size).fill(1);
    this.rest = new Float64Array(size);
    const filled = this.starts.slice();
    for (const arc of arcs) this.read(arc, filled);
    for (let place = 0; place < size; place += 1) {
      if (Math.abs(this.left[place] ?? 0) < ROUNDING) this.left[place] = 0;
    }
  }

  solve(): Float64Array | null {
    for (let place = this.size - 1; place >= 0; place -= 1) if (!this.eliminate(place)) return null;
    const visits = new Float64Array(this.size);
    for (let place = 0; place < this.size; place += 1) {
      let arriving = this.inflow[place] ?? 0;
      this.eachBefore(place, (before, share) => (arriving += (visits[before] ?? 0) * share));
      visits[place] = arriving / (this.rest[place] ?? 1);
    }
    return visits;
  }

  private read({ from, to, share }: ChainArc, filled: Int32Array): void {
    if (share === 0) return;
    if (from < to) {
      const at = filled[to] ?? 0;
      this.froms[at] = from;
      this.shares[at] = share;
      filled[to] = at + 1;
    } else this.add(from, to, share);
    this.left[from] = (this.left[from] ?? 0) - share;
  }

  /** Every way into a place from one before it. */
  private eachBefore(place: number, tell: (before: number, share: number) => void): void {
    const end = this.starts[place + 1] ?? 0;
    for (let at = this.starts[place] ?? 0; at < end; at += 1) tell(this.froms[at] ?? 0, this.shares[at] ?? 0);
    for (const way of this.added[place] ?? NO_WAYS) tell(way.place, way.share);
  }

  private eliminate(place: number): boolean {
    const row = this.rowOf[place] ?? 0;
    const scale = this.scale[row] ?? 1;
    const self = (this.rows[row]?.get(place) ?? 0) * scale;
    this.drop(row, place);
    const ways = this.rows[row] ?? NONE;
    const rest = this.restOf(place, ways, scale, self);
    if (!(rest > 0)) return false;
    this.rest[place] = rest;
    const inflow = this.inflow[place] ?? 0;
    if (inflow !== 0) for (const [to, share] of ways) this.pour(to, (inflow * share * scale) / rest);
    this.added[place] = this.waysInto(place);
    const told = (this.starts[place + 1] ?? 0) - (this.starts[place] ?? 0);
    const only = told + (this.added[place]?.length ?? 0) === 1;
    this.eachBefore(place, (before, share) => {
      this.left[before] = (this.left[before] ?? 0) + ((this.left[place] ?? 0) * share) / rest;
      if (only) this.inherit(before, row, share / rest);
      else for (const [to, weight] of ways) this.add(before, to, (weight * scale * share) / rest);
    });
    if (!only) this.clear(row);
    return true;
  }

  /** Takes the ways that rows have to a place out of them. */
  private waysInto(place: number): Way[] | undefined {
    const rows = this.into[place];
    if (!rows || rows.size === 0) return undefined;
    return [...rows].map((row) => {
      const share = (this.rows[row]?.get(place) ?? 0) * (this.scale[row] ?? 1);
      this.drop(row, place);
      return { place: this.placeOf[row] ?? 0, share };
    });
  }

  /** 1 − self; where little is left, summed from what leaves, which loses no digits. */
  private restOf(place: number, ways: ReadonlyMap<number, number>, scale: number, self: number): number {
    const left = this.left[place] ?? 0;
    if (self < 0.5 || left < 0) return 1 - self;
    let others = 0;
    for (const share of ways.values()) others += share;
    return left + others * scale;
  }

  private pour(place: number, amount: number): void {
    this.inflow[place] = (this.inflow[place] ?? 0) + amount;
  }

  /** Adds a way to the row of a place. */
  private add(place: number, to: number, share: number): void {
    const row = this.rowOf[place] ?? 0;
    const ways = (this.rows[row] ??= new Map<number, number>());
    ways.set(to, (ways.get(to) ?? 0) + share / (this.scale[row] ?? 1));
    (this.into[to] ??= new Set<number>()).add(row);
  }

  private drop(row: number, place: number): void {
    if (this.rows[row]?.delete(place)) this.into[place]?.delete(row);
  }

  private clear(row: number): void {
    const ways = this.rows[row];
    if (!ways) return;
    for (const to of ways.keys()) this.into[to]?.delete(row);
    ways.clear();
  }

  /** Gives a place the row of the one eliminated behind it, times a factor; its own row is merged in. */
  private inherit(place: number, row: number, factor: number): void {
    const large = this.rows[row];
    if (!large || large.size === 0) return;
    const own = this.rowOf[place] ?? 0;
    const scaled = (this.scale[row] ?? 1) * factor;
    const small = this.rows[own];
    if (large.size <= (small?.size ?? 0) || scaled < 1e-150) {
      for (const [to, share] of large) this.add(place, to, share * scaled);
      this.clear(row);
      return;
    }
    const moved = [...(small ?? NONE)].map(([to, share]) => [to, share * (this.scale[own] ?? 1)] as const);
    this.clear(own);
    this.scale[row] = scaled;
    this.rowOf[place] = row;
    this.placeOf[row] = place;
    for (const [to, share] of moved) this.add(place, to, share);
  }
}
