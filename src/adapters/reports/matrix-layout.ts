import type { RaciReport } from '../../domain/index.js';

type Row = RaciReport['matrix']['rows'][number];
type Letter = Row['cells'][number]['letters'][number];

/** Beyond this a matrix of columns helps nobody; the roles are then listed behind each letter. */
const MOST_COLUMNS = 48;
const COLUMNS_OF_A_TABLE = 12;
/** With narrow upright heads a page of 1200 px, or A4 on its side, takes as many as these. */
export const COLUMNS_OF_A_PAGE = 14;

/** true where the roles are listed by letter instead of having a column each. */
export function isListed(roles: readonly string[], mostColumns = MOST_COLUMNS): boolean {
  return roles.length > mostColumns;
}

/** The roles in groups of about the same size, none larger than a page is wide. */
export function columnGroups(roles: readonly string[], most = COLUMNS_OF_A_TABLE): string[][] {
  const groups = Math.max(1, Math.ceil(roles.length / most));
  const size = Math.ceil(roles.length / groups);
  return Array.from({ length: groups }, (_, group) => roles.slice(group * size, (group + 1) * size));
}

/** The letters of a role for a step: `R A`, with a star behind what was accepted beyond the stream, and ! behind an override. */
export function lettersOf(row: Row, role: string): string {
  const cell = row.cells.find((candidate) => candidate.role === role);
  return (cell?.letters ?? []).map((letter) => mark(letter, cell)).join(' ');
}

/** Stands in every cell of a step that is done outside and of which nobody has a letter: readers of charts know the word. */
export const OUTSIDE = 'outside';

/** What a table says of a role and a step: its letters, or that the step is done outside. */
export function cellOf(row: Row, role: string): string {
  return row.outside && row.cells.length === 0 ? OUTSIDE : lettersOf(row, role);
}

/** The roles that have a letter for a step, with a star behind what was accepted beyond the stream. */
export function rolesWith(row: Row, letter: Letter): string[] {
  return row.cells
    .filter(({ letters }) => letters.includes(letter))
    .map((cell) => `${cell.role}${signOf(letter, cell)}`);
}

/** The force of a row, as people say it. */
export function forceName({ force }: Row): string {
  switch (force) {
    case 'SALES':
      return 'Sales and marketing';
    case 'FULFILMENT':
      return 'Process and fulfilment';
    case null:
      return 'Force not told';
  }
}

/** Who answers, what is done outside, and what no cell can say. */
export function notesOf({ outside, notes }: Row): string[] {
  return outside ? ['Done outside the firm.', ...notes] : [...notes];
}

/** What stands behind a letter: ! for an override, a star for what was accepted beyond the stream. */
export function signOf(letter: Letter, cell: Row['cells'][number] | undefined): '' | '*' | '!' {
  if (cell?.overridden.includes(letter)) return '!';
  return cell?.accepted.includes(letter) ? '*' : '';
}

function mark(letter: Letter, cell: Row['cells'][number] | undefined): string {
  return `${letter}${signOf(letter, cell)}`;
}
