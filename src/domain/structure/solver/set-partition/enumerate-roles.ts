import { allFit, isNarrowEnough, mayMeet, positionsOf, unionOf, widestRole, type Bundle } from '../bundle.js';
import { holdingsOf } from '../cost.js';
import type { RoleProblem } from '../role-problem.js';
import { RoleColumns } from './role-columns.js';

type Draft = Pick<Bundle, 'capabilities' | 'steps' | 'load' | 'people' | 'forces' | 'fourEyes' | 'widest'> & {
  readonly saved: number;
};

/** All sets of atoms that may be roles, smaller ones before those that they grow into; null where there are more. */
export function enumerateRoles(problem: RoleProblem, most: number): RoleColumns | null {
  const growing = new Growing(problem, most);
  const complete = problem.atoms.every((_, atom) => growing.growFrom(atom));
  return complete ? growing.columns : null;
}

class Growing {
  readonly columns = new RoleColumns();
  private readonly widestOfAll: number;
  /** For each atom those after it that one role may hold beside it, however wide. */
  private readonly partners: readonly ReadonlySet<number>[];
  private readonly members: number[] = [];
  private tried = 0;

  constructor(
    private readonly problem: RoleProblem,
    private readonly most: number,
  ) {
    this.widestOfAll = widestRole(problem);
    this.partners = problem.atoms.map((_, atom) => new Set(partnersOf(problem, atom)));
  }

  growFrom(id: number): boolean {
    const atom = this.problem.atoms[id];
    if (!atom) return true;
    const { capabilities, load, people, forces, fourEyes } = atom;
    const widest = capabilities.length;
    const draft = {
      capabilities,
      steps: atom.steps.length,
      load,
      people,
      forces,
      fourEyes,
      widest,
      saved: 0,
    };
    this.members.push(id);
    const complete = this.grow(draft, [...(this.partners[id] ?? [])]);
    this.members.pop();
    return complete;
  }

  private grow(draft: Draft, candidates: readonly number[]): boolean {
    this.tried += 1;
    if (this.tried > this.most) return false;
    // A wider atom may still join and raise the limit, so a set over it is grown on, but is no role.
    if (isNarrowEnough(this.problem, draft.capabilities, draft.widest)) this.keep(draft);
    for (const [at, id] of candidates.entries()) {
      const next = this.extend(draft, id);
      if (!next) continue;
      const partners = this.partners[id];
      const left = candidates.slice(at + 1).filter((other) => partners?.has(other));
      this.members.push(id);
      const complete = this.grow(next, left);
      this.members.pop();
      if (!complete) return false;
    }
    return true;
  }

  private keep(draft: Draft): void {
    const positions = positionsOf(this.problem, draft);
    this.columns.add(this.members, {
      positions,
      saved: draft.saved,
      holdings: holdingsOf(this.problem, draft.capabilities),
      utilisation: draft.load / (positions * this.problem.capacity),
    });
  }

  private extend(draft: Draft, id: number): Draft | null {
    const { problem, members } = this;
    const atom = problem.atoms[id];
    if (!atom) return null;
    const steps = draft.steps + atom.steps.length;
    const load = draft.load + atom.load;
    const people = Math.max(draft.people, atom.people);
    const fourEyes = draft.fourEyes || atom.fourEyes || atom.checks.some((other) => members.includes(other));
    if (steps > problem.maxSteps || positionsOf(problem, { load, people, fourEyes }) > problem.maxPositions)
      return null;
    const forces = draft.forces | atom.forces;
    if (problem.oneForce && forces === 3) return null;
    const capabilities = unionOf(draft.capabilities, atom.capabilities);
    if (capabilities.length > this.widestOfAll) return null;
    const near = problem.neighbours[id];
    const saved = members.reduce((sum, other) => sum + (near?.get(other) ?? 0), draft.saved);
    const widest = Math.max(draft.widest, atom.capabilities.length);
    return { capabilities, steps, load, people, forces, fourEyes, widest, saved };
  }
}

function partnersOf(problem: RoleProblem, id: number): number[] {
  const atom = problem.atoms[id];
  if (!atom) return [];
  return problem.atoms.flatMap((other, at) => {
    if (at <= id || (problem.oneForce && (atom.forces | other.forces) === 3)) return [];
    return mayMeet(atom.apart, other.apart) && allFit(problem, atom.capabilities, other.capabilities)
      ? [at]
      : [];
  });
}
