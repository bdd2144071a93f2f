import type { Role, RoleKey } from '../../domain/index.js';
import { shortNames } from './short-names.js';
import { displayWidth, pad, visible, wrap } from './text-layout.js';

const GAP = 2;
const TALLEST_HEAD = 3;

/** A column of the matrix: the role it stands for, and the lines of its head. */
export interface Column {
  readonly role: RoleKey;
  readonly head: readonly string[];
  readonly width: number;
}

/** Columns for all roles, and what their short heads stand for (empty where the heads are the names). */
export interface ColumnPlan {
  readonly columns: readonly Column[];
  readonly legend: string;
}

/** Whole names where they fit into so many columns of the terminal, short ones with a legend where only those do, null where neither does. */
export function columnsFor(roles: readonly Role[], room: number): ColumnPlan | null {
  for (const width of [16, 14, 12, 10, 8]) {
    const heads = roles.map((role) => wrap(role.name, width));
    const columns = roles.map((role, nth) => columnOf(role, heads[nth] ?? []));
    const whole = roles.every(({ name }, nth) => isWhole(name, heads[nth] ?? []));
    if (whole && widthOf(columns) <= room) return { columns, legend: '' };
  }
  const short = shortNames(roles.map((role) => role.name));
  const columns = roles.map((role, nth) => columnOf(role, [short[nth] ?? '']));
  if (widthOf(columns) > room) return null;
  return { columns, legend: roles.map((role, nth) => `${short[nth] ?? ''} ${role.name}`).join(' · ') };
}

/** The heads of all columns, line by line, standing on their cells. */
export function headLines(columns: readonly Column[]): string[] {
  const tall = Math.max(1, ...columns.map(({ head }) => head.length));
  return Array.from({ length: tall }, (_, line) =>
    columns.map(({ head, width }) => pad(head[line - (tall - head.length)] ?? '', width, 'centre')).join(''),
  );
}

function columnOf(role: Role, head: readonly string[]): Column {
  return { role: role.key, head, width: Math.max(3, ...head.map(displayWidth)) + GAP };
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** true where every word of the name stands unbroken in a head that is not too tall. */
function isWhole(name: string, head: readonly string[]): boolean {
  return head.length <= TALLEST_HEAD && head.join(' ') === visible(name).split(' ').filter(Boolean).join(' ');
}
