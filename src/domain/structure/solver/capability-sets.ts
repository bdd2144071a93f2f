import { unionOf } from './bundle.js';
import { holdingsOf } from './cost.js';
import type { Atom, RoleProblem } from './role-problem.js';

const UNKNOWN = -1;
/** What joins to more capabilities than any role may hold. */
const TOO_WIDE = -2;

/** Sets of capabilities by number, so that what an atom adds to a set is worked out once. */
export class CapabilitySets {
  private readonly sets: (readonly number[])[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly after: Int32Array[] = [];
  private readonly holdings: number[] = [];

  constructor(
    private readonly problem: RoleProblem,
    private readonly atoms: readonly Atom[],
    private readonly widest: number,
  ) {}

  /** The set of one atom alone. */
  of(atom: number): number {
    return this.numberOf(this.atoms[atom]?.capabilities ?? []);
  }

  /** The set with the atom's capabilities; below 0 where no role may hold so many. */
  join(set: number, atom: number): number {
    const after = this.after[set];
    const known = after?.[atom] ?? UNKNOWN;
    if (known !== UNKNOWN || !after) return known;
    const union = unionOf(this.sets[set] ?? [], this.atoms[atom]?.capabilities ?? []);
    const number = union.length > this.widest ? TOO_WIDE : this.numberOf(union);
    after[atom] = number;
    return number;
  }

  sizeOf(set: number): number {
    return this.sets[set]?.length ?? 0;
  }

  /** The capabilities that count towards fragmentation. */
  holdingsOf(set: number): number {
    return this.holdings[set] ?? 0;
  }

  private numberOf(capabilities: readonly number[]): number {
    const key = capabilities.join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.sets.length;
    this.numbers.set(key, number);
    this.sets.push(capabilities);
    this.after.push(new Int32Array(this.atoms.length).fill(UNKNOWN));
    this.holdings.push(holdingsOf(this.problem, capabilities));
    return number;
  }
}
