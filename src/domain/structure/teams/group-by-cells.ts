import {
  QUICK_CELL_LIMITS,
  formCells,
  rateCells,
  type CellFormation,
  type Incidence,
} from '../cells/index.js';
import type { ShapedRoles } from '../role-shape.js';
import { groupByHandOffs, handOffTies, joinGroups, type Tie } from './group-by-hand-offs.js';
import { smallTeam, type RoleGroups } from './role-groups.js';

export interface CellTeams {
  readonly groups: RoleGroups;
  /** The best cells of any size. */
  readonly formation: CellFormation;
  /** What the groups reach: less where small cells had to be joined. */
  readonly reached: Pick<CellFormation, 'efficacy' | 'onesInside' | 'voids'>;
}

/**
 * Roles with the capabilities that they share in one team: cells of steps × capabilities, the steps of a role together
 * and a step that roles share once in each. A role whose capabilities are at home elsewhere stands outside all cells;
 * such roles are grouped by hand-offs. Where there are more positions than one team may have, small cells are joined.
 */
export function groupByCells(shaped: ShapedRoles): CellTeams {
  const incidence = incidenceOf(shaped);
  const formation = formCells(incidence, { residualCells: true }, QUICK_CELL_LIMITS);
  const whole = formation.cells.filter(({ machines, parts }) => machines.length > 0 && parts.length > 0);
  const placed = new Set(whole.flatMap(({ machines }) => machines));
  const loose = shaped.roles.map((_, at) => at).filter((at) => !placed.has(at));
  const cells = [...whole.map(({ machines }) => machines), ...groupByHandOffs(shaped, loose)];
  const positions = shaped.roles.reduce((sum, role) => sum + role.positions, 0);
  const groups =
    positions > shaped.limits.teamSize
      ? joinGroups(shaped, cells, tiesOf(shaped, incidence), smallTeam(shaped.limits))
      : cells;
  return { groups, formation, reached: groups === cells ? formation : rateCells(incidence, groups) };
}

/** Shared capabilities first, then hand-offs. Holders of a capability are tied in a row, so that ties stay few. */
function tiesOf(shaped: ShapedRoles, { ones }: Incidence): Tie[] {
  const handOffs = handOffTies(shaped);
  const strength = 1 + handOffs.reduce((sum, tie) => sum + tie.strength, 0);
  const last = new Map<number, number>();
  const shared = ones.flatMap(([role, capability]): Tie[] => {
    const before = last.get(capability);
    last.set(capability, role);
    return before === undefined || before === role ? [] : [{ a: before, b: role, strength }];
  });
  return [...shared, ...handOffs];
}

function incidenceOf({ ground, roles, limits }: ShapedRoles): Incidence {
  const parts = new Map<string, number>();
  const ones = roles.flatMap((role, machine) =>
    role.demands.flatMap((at): (readonly [number, number])[] => {
      const key = ground.demands[at]?.capability.key;
      if (key === undefined) return [];
      const part = parts.get(key) ?? parts.size;
      parts.set(key, part);
      return [[machine, part]];
    }),
  );
  return {
    machines: roles.length,
    parts: parts.size,
    ones,
    sizes: roles.map(({ steps }) => steps.length),
    loads: roles.map(({ positions }) => positions),
    room: limits.teamSize,
  };
}
