import { foldName } from '../../shared/index.js';
import type { BuiltProblem } from '../solver/build-problem.js';

/** Steps that stay together whatever happens, with the atoms that hold them. */
export interface WorkUnit {
  readonly atoms: readonly number[];
  readonly steps: readonly number[];
}

/** All that one performer does today. */
export interface PerformerGroup {
  readonly performer: string;
  readonly units: readonly WorkUnit[];
}

/** Who does what today; sure: no unit could be counted for another performer just as well. */
export interface PerformerGroups {
  readonly groups: readonly PerformerGroup[];
  readonly sure: boolean;
}

/**
 * Units by who does them today, in stream order. A unit of several performers counts for the one who does most by
 * themselves, the first named of equals; one of which nobody is known to do it is in no group.
 */
export function performerGroups(built: BuiltProblem): PerformerGroups {
  const units = unitsOf(built);
  const names = units.map((unit) => performersOf(built, unit));
  const alone = new Map<string, number>();
  names.forEach((own, at) => {
    const [only, ...others] = own.keys();
    if (only !== undefined && others.length === 0)
      alone.set(only, (alone.get(only) ?? 0) + (units[at]?.steps.length ?? 0));
  });
  const groups = new Map<string, { performer: string; units: WorkUnit[] }>();
  names.forEach((own, at) => {
    const [best] = [...own].sort(([a], [b]) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0));
    const unit = units[at];
    if (!best || !unit) return;
    const group = groups.get(best[0]) ?? { performer: best[1], units: [] };
    group.units.push(unit);
    groups.set(best[0], group);
  });
  return { groups: [...groups.values()], sure: names.every((own) => own.size < 2) };
}

/** Atoms that share a step are one unit. */
function unitsOf({ problem, steps }: BuiltProblem): WorkUnit[] {
  const unitOf = new Map<number, { atoms: number[]; steps: Set<number> }>();
  const units = new Set<{ atoms: number[]; steps: Set<number> }>();
  problem.atoms.forEach((atom, id) => {
    const known = atom.steps.flatMap((step) => unitOf.get(step) ?? [])[0];
    const unit = known ?? { atoms: [], steps: new Set<number>() };
    unit.atoms.push(id);
    for (const step of atom.steps) {
      unit.steps.add(step);
      unitOf.set(step, unit);
    }
    units.add(unit);
  });
  return [...units]
    .map((unit) => ({ atoms: unit.atoms, steps: [...unit.steps].sort((a, b) => a - b) }))
    .filter((unit) => unit.steps.every((step) => steps.steps[step] !== undefined))
    .sort((a, b) => (a.steps[0] ?? 0) - (b.steps[0] ?? 0));
}

/** Who does any of its steps, by folded name, as written first. */
function performersOf({ steps }: BuiltProblem, unit: WorkUnit): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const step of unit.steps)
    for (const name of steps.steps[step]?.performers ?? [])
      if (!names.has(foldName(name))) names.set(foldName(name), name);
  return names;
}
