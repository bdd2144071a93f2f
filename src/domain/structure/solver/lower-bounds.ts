import { joined, bundleOfAtom, positionsOf, widestRole } from './bundle.js';
import type { RoleProblem } from './role-problem.js';
import { unite } from './step-ground.js';

/** Numbers that no feasible structure of these atoms falls below. */
export interface Bounds {
  readonly positions: number;
  /** Weight of the arcs inside the set that every structure cuts. */
  readonly cut: number;
  readonly holdings: number;
}

/** Members of a clique, and holders looked at for one: more would cost more than linear time. */
const CLIQUE_MEMBERS = 200;
const HOLDERS_LOOKED_AT = 60;

/** Bounds that hold for every feasible structure, whatever else it minimises. */
export function boundsOf(problem: RoleProblem, ids: readonly number[]): Bounds {
  // A default limit yields to the widest atom, so no role of any structure is wider than this.
  const wide = { ...problem, maxCapabilities: widestRole(problem) };
  const loners = clique(wide, ids);
  const load = ids.reduce((sum, id) => sum + (problem.atoms[id]?.load ?? 0), 0);
  const byLoad = ids.length === 0 ? 0 : positionsOf(problem, { load, people: 1, fourEyes: false });
  const roles = Math.max(fewestRoles(wide, ids), Math.ceil(byLoad / problem.maxPositions), loners.length);
  return {
    positions: Math.max(
      byLoad,
      roles,
      sumOf(loners, (id) => positionsAt(problem, id)),
      largest(problem, ids),
    ),
    cut: leastCut(wide, ids, roles),
    holdings: fewestHoldings(wide, ids),
  };
}

/** Capabilities over the widest role that is allowed, steps over the step limit. */
function fewestRoles(wide: RoleProblem, ids: readonly number[]): number {
  const capabilities = new Set(ids.flatMap((id) => wide.atoms[id]?.capabilities ?? [])).size;
  const steps = new Set(ids.flatMap((id) => wide.atoms[id]?.steps ?? [])).size;
  return Math.max(Math.ceil(capabilities / wide.maxCapabilities), Math.ceil(steps / wide.maxSteps));
}

function largest(problem: RoleProblem, ids: readonly number[]): number {
  return ids.reduce((most, id) => Math.max(most, positionsAt(problem, id)), 0);
}

function positionsAt(problem: RoleProblem, id: number): number {
  const atom = problem.atoms[id];
  return atom ? positionsOf(problem, atom) : 0;
}

function sumOf(ids: readonly number[], of: (id: number) => number): number {
  return ids.reduce((sum, id) => sum + of(id), 0);
}

/** Atoms of which no two may ever share a role, the most demanding first; found greedily, so not always the most. */
function clique(wide: RoleProblem, ids: readonly number[]): number[] {
  const apart = (id: number): number => wide.atoms[id]?.apart.size ?? 0;
  const order = [...ids].sort(
    (a, b) => positionsAt(wide, b) - positionsAt(wide, a) || apart(b) - apart(a) || a - b,
  );
  const members: number[] = [];
  for (const id of order) {
    if (members.length >= CLIQUE_MEMBERS) break;
    if (members.every((member) => neverTogether(wide, member, id))) members.push(id);
  }
  return members;
}

/** Two atoms that no role can hold: they do not go together, must stay apart, or are too much for one role by any limit. */
export function neverTogether(wide: RoleProblem, a: number, b: number): boolean {
  const [x, y] = [wide.atoms[a], wide.atoms[b]];
  if (!x || !y || a === b) return false;
  return joined(wide, bundleOfAtom(x, a), bundleOfAtom(y, b)) === null;
}

/**
 * Arcs between atoms that are never together are cut; and k roles on a connected flow cut at least k − 1 arcs that
 * connect them, which weigh no less than the lightest such arcs of a spanning forest that holds the forced ones
 * (matroid greedy).
 */
function leastCut(wide: RoleProblem, ids: readonly number[], roles: number): number {
  const inside = new Set(ids);
  const parent = wide.atoms.map((_, at) => at);
  const arcs = wide.arcs.filter(({ a, b }) => inside.has(a) && inside.has(b));
  const forced = arcs.map(({ a, b }) => neverTogether(wide, a, b));
  let [cut, links] = [0, 0];
  arcs.forEach((arc, at) => {
    if (!forced[at]) return;
    cut += arc.weight;
    if (unite(parent, arc.a, arc.b)) links += 1;
  });
  const free = arcs
    .filter((_, at) => !forced[at])
    .sort((x, y) => x.weight - y.weight || x.a - y.a || x.b - y.b);
  const joins = free.filter((arc) => unite(parent, arc.a, arc.b));
  const parts = ids.length - links - joins.length;
  const missing = Math.max(0, roles - parts - links);
  return joins.slice(0, missing).reduce((sum, { weight }) => sum + weight, cut);
}

/** Every capability is held once; and by as many roles as there are holders of it of which no two may share one. */
function fewestHoldings(wide: RoleProblem, ids: readonly number[]): number {
  const holders = new Map<number, number[]>();
  for (const id of ids) {
    for (const capability of wide.atoms[id]?.capabilities ?? []) {
      if (wide.common.has(capability)) continue;
      const list = holders.get(capability);
      if (!list) holders.set(capability, [id]);
      else if (list.length < HOLDERS_LOOKED_AT) list.push(id);
    }
  }
  return [...holders.values()].reduce(
    (total, list) => total + (list.length === 1 ? 1 : clique(wide, list).length),
    0,
  );
}
