import type { CellFormation, Incidence } from '../../src/domain/structure/cells/index.js';

/** What a formation breaks or tells wrongly, in words; empty where all is well. Counts place by place and knows nothing of the solver. */
export function cellFaultsOf(incidence: Incidence, residual: boolean, formation: CellFormation): string[] {
  const { machines, parts, ones, sizes, loads, room = Infinity } = incidence;
  const faults: string[] = [];
  const told = (side: readonly number[], count: number, name: string): void => {
    const sorted = [...side].sort((a, b) => a - b);
    if (sorted.length !== count || sorted.some((each, at) => each !== at))
      faults.push(`the cells are no partition of the ${name}`);
  };
  told(
    formation.cells.flatMap((cell) => cell.machines),
    machines,
    'machines',
  );
  told(
    formation.cells.flatMap((cell) => cell.parts),
    parts,
    'parts',
  );
  const held = new Map<string, number>();
  for (const [machine, part] of ones) {
    const place = `${machine} ${part}`;
    held.set(place, Math.min((held.get(place) ?? 0) + 1, sizes?.[machine] ?? 1));
  }
  let [inside, places] = [0, 0];
  for (const cell of formation.cells) {
    if (!residual && (cell.machines.length === 0 || cell.parts.length === 0))
      faults.push('a cell lacks one side');
    const load = cell.machines.reduce((sum, machine) => sum + (loads?.[machine] ?? 0), 0);
    if (cell.machines.length > 1 && load > room) faults.push(`a cell takes ${load} of ${room}`);
    for (const machine of cell.machines)
      for (const part of cell.parts) {
        inside += held.get(`${machine} ${part}`) ?? 0;
        places += sizes?.[machine] ?? 1;
      }
  }
  const all = [...held.values()].reduce((sum, each) => sum + each, 0);
  const efficacy = all === 0 ? null : inside / (all + places - inside);
  if (formation.onesInside !== inside) faults.push(`${inside} ones inside, told as ${formation.onesInside}`);
  if (formation.voids !== places - inside)
    faults.push(`${places - inside} voids, told as ${formation.voids}`);
  if (formation.efficacy !== efficacy)
    faults.push(`efficacy ${String(efficacy)}, told as ${String(formation.efficacy)}`);
  faults.push(...boundFaults(formation));
  return faults;
}

function boundFaults({ efficacy, upperBound, gap, proven }: CellFormation): string[] {
  if (efficacy === null || upperBound === null)
    return efficacy === upperBound ? [] : ['a bound without an efficacy'];
  const faults: string[] = [];
  if (upperBound < efficacy || upperBound > 1) faults.push(`bound ${upperBound} for ${efficacy}`);
  if (proven !== (upperBound === efficacy))
    faults.push('proven, and bound and efficacy differ, or the other way round');
  if (Math.abs(gap - (upperBound - efficacy) / upperBound) > 1e-12) faults.push(`gap told as ${gap}`);
  return faults;
}

/** The highest efficacy of any partition, by trying all; null where there are no ones. For tables of a few machines and parts. */
export function bestEfficacyByTryingAll(incidence: Incidence, residual: boolean): number | null {
  const { machines, parts, ones, sizes, loads, room = Infinity } = incidence;
  const size = (machine: number): number => sizes?.[machine] ?? 1;
  const held = Array.from({ length: machines }, (_, machine) =>
    Array.from({ length: parts }, (_, part) =>
      Math.min(size(machine), ones.filter(([m, p]) => m === machine && p === part).length),
    ),
  );
  const all = held.flat().reduce((sum, each) => sum + each, 0);
  if (all === 0) return null;
  let best = 0;
  for (const groups of partitionsOf(machines)) {
    const isRoomy = groups.every(
      (group) =>
        group.length === 1 || group.reduce((sum, machine) => sum + (loads?.[machine] ?? 0), 0) <= room,
    );
    if (!isRoomy) continue;
    for (const choice of choices(parts, groups.length + (residual ? 1 : 0))) {
      if (!residual && groups.some((_, at) => !choice.includes(at))) continue;
      let [inside, places] = [0, 0];
      choice.forEach((at, part) => {
        for (const machine of groups[at] ?? []) {
          inside += held[machine]?.[part] ?? 0;
          places += size(machine);
        }
      });
      best = Math.max(best, inside / (all + places - inside));
    }
  }
  return best;
}

function partitionsOf(count: number): number[][][] {
  if (count === 0) return [[]];
  return partitionsOf(count - 1).flatMap((groups) => [
    ...groups.map((_, at) => groups.map((group, other) => (other === at ? [...group, count - 1] : group))),
    [...groups, [count - 1]],
  ]);
}

function choices(length: number, options: number): number[][] {
  if (length === 0) return [[]];
  return choices(length - 1, options).flatMap((before) =>
    Array.from({ length: options }, (_, option) => [...before, option]),
  );
}
