import {
  takesPart,
  type ChartActivity,
  type ChartCell,
  type ChartRole,
  type RaciTable,
  type TableReadingOptions,
} from '../../../domain/chart/index.js';
import { headKind, roleLikeness } from './head-words.js';
import { findColumnUse } from './column-use.js';
import { plain } from '../grid/grid.js';
import { readLabelledGrid, type LabelledGrid } from './labelled-grid.js';
import { gatherEvidence } from './role-evidence.js';
import { enumerated, joined, slashed } from './split-names.js';
import type { SheetReading } from './sheet-reading.js';
import type { Told } from './told.js';

/** What a chart holds once its roles and activities are told apart. */
export type ChartContent = Pick<RaciTable, 'title' | 'layout' | 'roles' | 'activities'>;

type Axis = 'COLUMNS' | 'ROWS';

/** Reads a grid of letters; null where there is none. */
export function readGridChart(
  sheet: SheetReading,
  options: TableReadingOptions,
  told: Told,
): ChartContent | null {
  const use = findColumnUse(sheet);
  if (!use) return null;
  const grid = readLabelledGrid(sheet, use, told);
  const roles = options.roles ?? whereRolesStand(grid, told);
  return chartOf(grid, roles, told);
}

/** Roles stand where the corner says, else where names look like roles and one A stands across them. */
function whereRolesStand(grid: LabelledGrid, told: Told): Axis {
  const corner = headKind(grid.corner);
  if (corner === 'ACTIVITY') return 'COLUMNS';
  if (corner === 'ROLE') return 'ROWS';
  const oneA = oneAccountable(grid);
  const names = (named: LabelledGrid['heads']): string[] =>
    named.filter((each) => !each.unnamed).map((each) => each.name);
  const likeness = roleLikeness(names(grid.heads)) - roleLikeness(names(grid.lines));
  const score =
    1.5 * likeness + (oneA.lines - oneA.heads) + 0.25 * Math.sign(grid.lines.length - grid.heads.length);
  const axis: Axis = score >= 0 ? 'COLUMNS' : 'ROWS';
  if (Math.abs(score) < 0.75) {
    const [is, other] = axis === 'COLUMNS' ? ['columns', 'rows'] : ['rows', 'columns'];
    const at = grid.heads[0]?.at ?? { row: 1, column: 1 };
    const message = `The chart does not say where its roles stand; the ${is} are read as roles. Write "Activity" or "Role" over the first column, or say that the roles stand in ${other}.`;
    told.tell('ORIENTATION_GUESSED', { row: at.row, column: 1 }, message);
  }
  return axis;
}

/** The share of lines, and of columns, that hold exactly one A. */
function oneAccountable(grid: LabelledGrid): { readonly lines: number; readonly heads: number } {
  const perHead = grid.heads.map(() => 0);
  let lines = 0;
  for (const line of grid.lines) {
    const cells = line.cells.filter(({ reading }) => reading.letters.includes('A'));
    if (cells.length === 1) lines += 1;
    for (const { head } of cells) perHead[head] = (perHead[head] ?? 0) + 1;
  }
  const heads = perHead.filter((count) => count === 1).length;
  return { lines: lines / Math.max(1, grid.lines.length), heads: heads / Math.max(1, grid.heads.length) };
}

function chartOf(grid: LabelledGrid, rolesIn: Axis, told: Told): ChartContent {
  const [roleNames, activityNames] =
    rolesIn === 'COLUMNS' ? [grid.heads, grid.lines] : [grid.lines, grid.heads];
  const { roles, position } = takeRoles(roleNames, told);
  tellTwoInHead(roles, rolesIn, told);
  const cells: ChartCell[][] = activityNames.map(() => []);
  const outside = new Set<number>();
  grid.lines.forEach((line, lineAt) => {
    for (const { head, reading, text, at } of line.cells) {
      const [activity, role] = rolesIn === 'COLUMNS' ? [lineAt, head] : [head, lineAt];
      const of = { activity: activityNames[activity]?.name ?? '', role: roleNames[role]?.name ?? '' };
      if (reading.kind === 'EMPTY_MARK') {
        told.tellEmptyMark(plain(text), at);
        if (reading.outside) outside.add(activity);
        continue;
      }
      for (const { code, message } of reading.oddities) told.tell(code, at, message, of);
      const { letters, others } = reading;
      cells[activity]?.push({ role: position[role] ?? 0, letters, others, text, at: [at] });
    }
  });
  const activities = activityNames.map(({ name, at, unnamed, ...more }, nth): ChartActivity => {
    if (unnamed)
      told.tell(
        'ACTIVITY_WITHOUT_NAME',
        at,
        `The letters of "${name}" stand beside no activity. Write what they are for.`,
        { activity: name },
      );
    const section = 'section' in more && typeof more.section === 'string' ? more.section : null;
    const own = (cells[nth] ?? []).toSorted((a, b) => a.role - b.role);
    return { name, section, at, cells: own, outside: outside.has(nth) && !own.some(takesPart) };
  });
  return { title: grid.title, layout: `ROLES_IN_${rolesIn}`, roles, activities };
}

/** Roles in their order; one name in two parts of a chart is one role, twice in one part is told and kept apart. */
function takeRoles(
  names: LabelledGrid['heads'],
  told: Told,
): { readonly roles: readonly ChartRole[]; readonly position: readonly number[] } {
  const roles: ChartRole[] = [];
  const met = new Map<string, { readonly part: number; readonly position: number }>();
  const position = names.map(({ name, at, unnamed, part }) => {
    const known = met.get(name);
    if (known && known.part !== part) return known.position;
    if (unnamed)
      told.tell(
        'ROLE_WITHOUT_NAME',
        at,
        `The letters of "${name}" stand under no role. Write whose they are.`,
        { role: name },
      );
    if (known)
      told.tell(
        'DUPLICATE_ROLE',
        at,
        `"${name}" stands in the chart twice; the two are kept apart. Put them together, or name what tells them apart.`,
        { role: name },
      );
    roles.push({ name, at });
    if (!known) met.set(name, { part, position: roles.length - 1 });
    return roles.length - 1;
  });
  return { roles, position };
}

/** A head with two roles stays one role; what parts it is told, an "and" or a comma only where the other heads show that its sides are roles. */
function tellTwoInHead(roles: readonly ChartRole[], rolesIn: Axis, told: Told): void {
  const evidence = gatherEvidence(roles.flatMap(({ name }) => enumerated(name)));
  for (const { name, at } of roles) {
    const listed = enumerated(name);
    const parts = listed.length > 1 && evidence.areRoles(listed) ? listed : [plain(name)];
    const named = parts.flatMap(slashed).flatMap((side) => {
      const sides = joined(side);
      return evidence.areRoles(sides) ? sides : [side];
    });
    if (named.length < 2) continue;
    const [own, where] = rolesIn === 'COLUMNS' ? ['column', 'head'] : ['row', 'name'];
    const message = `"${plain(name)}" names ${named.length} roles in one ${where}; its letters are kept together, because they may be of either. Give each role a ${own} of its own, or name the one that is meant.`;
    told.tell('TWO_ROLES_IN_HEAD', at, message, { role: name });
  }
}
