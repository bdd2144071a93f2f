import type { SummedGoal } from '../structure-goals.js';

/** The demands that stay in one role whatever happens: those of a step that go together, or of steps that belong together. */
export interface Atom {
  /** Positions of its steps among the steps done inside, ascending. */
  readonly steps: readonly number[];
  /** Positions of its demands. */
  readonly demands: readonly number[];
  /** Numbers of its capabilities, ascending. */
  readonly capabilities: readonly number[];
  /** Whole working seconds a week; a step of unknown load counts 0. */
  readonly load: number;
  /** The most people that one of its steps needs together. */
  readonly people: number;
  /** 1 sales, 2 fulfilment, 3 both, 0 nobody has said. */
  readonly forces: number;
  /** Sets of duties that must stay apart in which it has a step, and which step it is; or which side of what a check is not of. */
  readonly apart: ReadonlyMap<number, number>;
  /** true where it holds a step and the one that checks it. */
  readonly fourEyes: boolean;
  /** Atoms that hold a step that checks one of its steps, or that one of its steps checks. */
  readonly checks: readonly number[];
}

/** Work that passes between two atoms, both ways together; the weight is a whole number so that sums are exact. */
export interface Arc {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Which sets of atoms may be roles, and what they cost. */
export interface RoleProblem {
  /** The goals that add up, in the order in which they are minimised. */
  readonly order: readonly SummedGoal[];
  readonly atoms: readonly Atom[];
  readonly arcs: readonly Arc[];
  /** For each atom its arcs: the other atom and the weight. */
  readonly neighbours: readonly ReadonlyMap<number, number>[];
  /** Weight units for one transfer a week. */
  readonly scale: number;
  /** Weight of all transfers between different atoms: what no role saves is handed off. */
  readonly totalWeight: number;
  /** Weight between steps that are both shared by several roles, for which the arcs are only an estimate. */
  readonly uncertainWeight: number;
  /** Working seconds a week of one position. */
  readonly capacity: number;
  readonly maxCapabilities: number;
  readonly maxSteps: number;
  readonly maxPositions: number;
  readonly oneForce: boolean;
  /** true where one role may hold both capabilities. */
  fits(a: number, b: number): boolean;
  /** Kinds of work of an atom, by which candidates for one role are looked up. */
  kindsOf(atom: number): readonly string[];
  /** Capabilities so common that many roles hold them. */
  readonly common: ReadonlySet<number>;
}
