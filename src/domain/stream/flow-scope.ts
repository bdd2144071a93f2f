/** One branch of one block: the gate that opens the block, which branch, and what lies around it. */
export interface ScopeStep {
  readonly gate: number;
  readonly branch: number;
  /** true in a `meanwhile`, false where one of the branches happens. */
  readonly parallel: boolean;
}

/**
 * Where in the blocks a node stands. Nodes of one sequence share one scope, so that a sequence which an `after` line
 * moves into other branches moves as a whole.
 */
export interface Scope {
  around: Scope | null;
  step: ScopeStep | null;
}

/** The branches that a scope lies in, outermost first. */
export function branchesOf(scope: Scope): readonly ScopeStep[] {
  const path: ScopeStep[] = [];
  for (let at: Scope | null = scope; at !== null; at = at.around) if (at.step) path.push(at.step);
  return path.reverse();
}

/** How many of the outermost branches two paths have in common. */
export function commonDepth(a: readonly ScopeStep[], b: readonly ScopeStep[]): number {
  let depth = 0;
  while (depth < a.length && depth < b.length && sameBranch(a[depth], b[depth])) depth += 1;
  return depth;
}

function sameBranch(a: ScopeStep | undefined, b: ScopeStep | undefined): boolean {
  return a?.gate === b?.gate && a?.branch === b?.branch;
}

/** A scope at the first so many branches of a path. */
export function scopeAt(path: readonly ScopeStep[], depth: number): Scope {
  let scope: Scope = { around: null, step: null };
  for (const step of path.slice(0, depth)) scope = { around: scope, step };
  return scope;
}
