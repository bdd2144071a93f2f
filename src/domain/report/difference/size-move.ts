import { formatNumber, type Figure } from '../../shared/index.js';
import { sayFigure } from '../measures.js';
import type { SizeMove } from './plan-difference.js';

/** A figure with the words for it, and for a part of it. */
export interface Size {
  /** null: nobody knows. */
  readonly value: number | null;
  readonly text: string;
  readonly say: (part: number) => string;
}

/** So much of a figure, relative to it, is what reckoning in binary fractions leaves over. */
const RESIDUE = 1e-9;

/** Two figures side by side; where they differ and print alike, the later one says by how much: `7 d 6 h (20 min 40 s more)`. */
export function sizeMove(name: string, before: Size, after: Size): SizeMove {
  const texts = { name, before: before.text, after: after.text };
  if (before.text !== after.text || before.value === null || after.value === null) return texts;
  const more = after.value - before.value;
  if (Math.abs(more) <= RESIDUE * Math.max(Math.abs(before.value), Math.abs(after.value))) return texts;
  return { ...texts, after: `${after.text} (${after.say(Math.abs(more))} ${more > 0 ? 'more' : 'less'})` };
}

/** A figure as a size; parts of it are hours a week or plain numbers unless words for them are given. */
export function sizeOf(figure: Figure, say?: (part: number) => string): Size {
  const words = figure.unit === 'HOURS_PER_WEEK' ? sayHours : formatNumber;
  return { value: figure.value, text: sayFigure(figure), say: say ?? words };
}

/** A count; null: nobody knows. */
export function plainSize(value: number | null): Size {
  return { value, text: value === null ? '?' : String(value), say: formatNumber };
}

/** Hours of a week, where the week is said already. */
export function sayHours(hours: number): string {
  return `${formatNumber(hours)} h`;
}
