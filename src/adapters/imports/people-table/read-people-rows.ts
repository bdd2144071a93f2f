import { cellName } from '../../../domain/chart/index.js';
import type { PeopleTableProblem, StaffMember } from '../../../domain/people/index.js';
import { foldName, formatNumber, type Quantity } from '../../../domain/shared/index.js';
import type { StatedCapability } from '../../../domain/stream/index.js';
import { filledColumns, nameIn, placeOf, textAt, type Grid } from '../grid/grid.js';
import type { PeopleColumns } from './find-columns.js';
import type { PeopleColumn } from './people-heads.js';
import { isMoreThanAWeek, readFteCell, readHoursCell } from './read-hours-cell.js';
import { readLevel, readMatrixCell, readSkillsCell } from './read-skills-cell.js';

/** The people of a list, each once: rows of one name add up. */
export interface PeopleRows {
  readonly people: readonly StaffMember[];
  readonly problems: readonly PeopleTableProblem[];
}

type Tell = (
  code: PeopleTableProblem['code'],
  severity: PeopleTableProblem['severity'],
  column: number,
  message: string,
) => void;

/** Reads every row under the heads; what a cell cannot say is told with its place. */
export function readPeopleRows(grid: Grid, columns: PeopleColumns, paidHoursPerWeek: number): PeopleRows {
  const people = new Map<string, StaffMember>();
  const problems: PeopleTableProblem[] = [];
  for (let row = columns.headRow + 1; row < grid.rows.length; row += 1) {
    const [first] = filledColumns(grid, row);
    if (first === undefined) continue;
    const tell: Tell = (code, severity, column, message) =>
      problems.push({ code, severity, cell: cellName(placeOf(row, column)), message });
    const at = (column: PeopleColumn): string => {
      const place = columns.places.get(column);
      return place === undefined ? '' : textAt(grid, row, place);
    };
    const name = nameIn(at('name')) || [at('first'), at('last')].map(nameIn).filter(Boolean).join(' ');
    if (name === '') {
      const place = columns.places.get('name') ?? columns.places.get('last') ?? first;
      tell('NO_NAME', 'ERROR', place, 'This row names nobody, so it is not read. Write whose row it is.');
      continue;
    }
    const person: StaffMember = {
      name,
      hoursPerWeek: hoursOf(at, columns, paidHoursPerWeek, tell),
      capabilities: capabilitiesOf(grid, row, at, columns, tell),
      roles: rolesOf(at('roles')),
      wishes: nameIn(at('wishes')) || null,
      toldBy: 'LIST',
    };
    const before = people.get(foldName(name));
    people.set(foldName(name), before ? together(before, person, columns, tell) : person);
  }
  return { people: [...people.values()], problems };
}

function hoursOf(
  at: (column: PeopleColumn) => string,
  { places }: PeopleColumns,
  paid: number,
  tell: Tell,
): Quantity | null {
  for (const column of ['hours', 'fte'] as const) {
    const text = at(column).trim();
    if (text === '' || /^[-–—?]$/.test(text)) continue;
    const hours = column === 'hours' ? readHoursCell(text, paid) : readFteCell(text, paid);
    if (hours) return hours;
    tell(
      'UNREADABLE_HOURS',
      'ERROR',
      places.get(column) ?? 0,
      `${whyNoHours(text, column, paid)} The row tells no hours; hours that the napkin gives still hold.`,
    );
    return null;
  }
  return null;
}

function whyNoHours(text: string, column: 'hours' | 'fte', paid: number): string {
  if (isMoreThanAWeek(text, paid, column))
    return `"${nameIn(text)}" is more than the 168 hours that a week has.`;
  const expected =
    column === 'hours'
      ? 'hours a week were expected, such as 32, 37.5 h or 80 %'
      : 'a share of a full position was expected, such as 0.8 or 80 %';
  return `"${nameIn(text)}" cannot be read as hours; ${expected}.`;
}

function capabilitiesOf(
  grid: Grid,
  row: number,
  at: (column: PeopleColumn) => string,
  { places, matrix }: PeopleColumns,
  tell: Tell,
): StatedCapability[] {
  const stated = readSkillsCell(at('capabilities'));
  const held = readSkillsCell(at('licences'), true);
  const lost = [
    ...stated.unreadable.map((text) => ({ text, column: places.get('capabilities') ?? 0 })),
    ...held.unreadable.map((text) => ({ text, column: places.get('licences') ?? 0 })),
  ];
  for (const { text, column } of lost) {
    const message = `"${text}" has a level that is none: levels are 1 to 5. Nothing of it is taken.`;
    tell('UNREADABLE_LEVEL', 'ERROR', column, message);
  }
  const listed = levelled(stated.skills, at('level'), places.get('level') ?? 0, tell);
  const ticked = matrix.flatMap(({ capability, column }): StatedCapability[] => {
    const text = textAt(grid, row, column);
    const cell = readMatrixCell(text);
    if (cell === null) {
      const message = `"${nameIn(text)}" is no level of ${capability}: 1 to 5, x, licence or nothing was expected. Nothing of it is taken.`;
      tell('UNREADABLE_LEVEL', 'ERROR', column, message);
    }
    return cell?.can ? [{ name: capability, level: cell.level, licence: cell.licence }] : [];
  });
  return [...listed, ...held.skills, ...ticked];
}

/** A level in a column of its own belongs to the capabilities of its row that have none. */
function levelled(
  skills: readonly StatedCapability[],
  text: string,
  column: number,
  tell: Tell,
): readonly StatedCapability[] {
  if (text.trim() === '' || skills.length === 0) return skills;
  const level = readLevel(text);
  if (level === null) {
    const message = `"${nameIn(text)}" is no level: 1 to 5 was expected. The level counts as not told.`;
    tell('UNREADABLE_LEVEL', 'ERROR', column, message);
    return skills;
  }
  return skills.map((skill) => ({ ...skill, level: skill.level ?? level }));
}

function rolesOf(text: string): string[] {
  const cut = /[;\n|]/.test(text) ? /[;\n|]+/ : /,/;
  return text
    .split(cut)
    .map(nameIn)
    .filter((role) => role !== '' && !/^[-–—]$/.test(role));
}

function together(
  before: StaffMember,
  more: StaffMember,
  { places }: PeopleColumns,
  tell: Tell,
): StaffMember {
  const [had, has] = [before.hoursPerWeek?.likely, more.hoursPerWeek?.likely];
  if (had !== undefined && has !== undefined && had !== has)
    tell(
      'HOURS_DIFFER',
      'WARNING',
      places.get('hours') ?? places.get('fte') ?? 0,
      `${before.name} has ${formatNumber(had)} h a week in an earlier row and ${formatNumber(has)} h here; the earlier row counts.`,
    );
  return {
    ...before,
    hoursPerWeek: before.hoursPerWeek ?? more.hoursPerWeek,
    capabilities: [...before.capabilities, ...more.capabilities],
    roles: [...new Set([...before.roles, ...more.roles])],
    wishes: [...new Set([before.wishes, more.wishes])].filter((text) => text !== null).join(' ') || null,
  };
}
