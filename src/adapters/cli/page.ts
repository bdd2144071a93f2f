import type { Figure } from '../../domain/index.js';
import type { Paint } from './paint.js';
import { displayWidth, pad, wrap } from './text-layout.js';

/** What is printed on: so many columns, with or without colour. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
}

/** One part of a print: a title over its lines. */
export function section(page: Page, title: string, aside: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const room = page.width - displayWidth(title) - 2;
  const [first = '', ...more] = aside === '' ? [''] : wrap(aside, room);
  const head = `${page.paint.bold(page.paint.cyan(title))}${first === '' ? '' : `  ${page.paint.dim(first)}`}`;
  const rest = more.map((line) => ' '.repeat(displayWidth(title) + 2) + page.paint.dim(line));
  return ['', head, ...rest, ...lines];
}

/** A text behind a label of fixed width; further lines hang under the first. */
export function labelled(
  page: Page,
  label: string,
  text: string,
  indent: number,
  paint: { readonly label?: (text: string) => string; readonly text?: (text: string) => string } = {},
): string[] {
  const same = (line: string): string => line;
  const space = ' '.repeat(Math.max(0, indent - displayWidth(label)));
  return wrap(text, page.width - Math.max(indent, displayWidth(label))).map((line, nth) =>
    nth === 0
      ? (paint.label ?? same)(label) + space + (paint.text ?? same)(line)
      : ' '.repeat(indent) + (paint.text ?? same)(line),
  );
}

/** A row of a table: cells in columns of the given widths, two spaces between them. */
export function columns(
  cells: readonly (readonly [text: string, width: number, side?: 'left' | 'right' | 'centre'])[],
): string {
  return cells
    .map(([text, width, side]) => pad(text, width, side))
    .join('  ')
    .trimEnd();
}

/** What a figure says, or a question mark where nobody knows it yet. */
export function figureText(figure: Figure): string {
  return figure.value === null ? '?' : figure.text;
}

/** "1 step", "3 steps": a number with its word. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** A whole number with commas between its thousands. */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
