import { existsSync, readFileSync } from 'node:fs';
import { describe } from '@jest/globals';
import { measureByConvention, type ConventionName } from '../../src/domain/metrics/index.js';
import { draw } from './draw.js';

const TRUTHS = '../shared/truths/value-stream-maps/worked-examples.json';

/** Skips with a clear word where the published examples are not at hand. */
export const describeWhereTold = existsSync(TRUTHS) ? describe : describe.skip;

export const HOUR = 3600;

/** What was asked of the examples, as `id path`. */
const ASKED = new Set<string>();

/** All published examples. */
export function examples(): readonly unknown[] {
  const file: unknown = JSON.parse(readFileSync(TRUTHS, 'utf8'));
  const all = inside(file, 'examples');
  return Array.isArray(all) ? all : [];
}

/** Whether a test of this file has asked for a value, or for a list or an object that it stands in. */
export function wasAsked(id: string, path: readonly (string | number)[]): boolean {
  return path.some((_, at) => ASKED.has(`${id} ${path.slice(0, at + 1).join('.')}`));
}

/** A value somewhere in the published examples, by the example's id and the way to it. */
export function told(id: string, ...path: (string | number)[]): unknown {
  ASKED.add(`${id} ${path.join('.')}`);
  const example = examples().find((one) => inside(one, 'id') === id);
  if (example === undefined) throw new Error(`${id} is no example`);
  return path.reduce<unknown>((value, key) => inside(value, key), example);
}

export function inside(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

export function number(id: string, ...path: (string | number)[]): number {
  const value = told(id, ...path);
  if (typeof value !== 'number') throw new Error(`${id} ${path.join('.')} is no number`);
  return value;
}

export function rows(id: string, ...path: (string | number)[]): readonly unknown[] {
  const value = told(id, ...path);
  if (!Array.isArray(value)) throw new Error(`${id} ${path.join('.')} is no list`);
  return value;
}

/** A fraction as a napkin writes it. */
export const percent = (fraction: unknown): string => `${Math.round(Number(fraction) * 1e8) / 1e6}%`;

/** A number to as many decimals as the source printed. */
export function printedTo(decimals: number, value: number | null | undefined): number {
  return Number((value ?? Number.NaN).toFixed(decimals));
}

/** How many decimals a number was printed with. */
export function decimalsOf(printed: unknown): number {
  return (/\.(\d+)/.exec(String(printed))?.[1] ?? '').length;
}

/** The values of a convention on a napkin, in the order of the text. */
export function byName(text: string, name: ConventionName): readonly (number | null)[] {
  return measureByConvention(draw(text).stream, [name]).map(({ figure }) => figure.value);
}

/** The one value of a convention that is about the whole stream (or its first). */
export function oneByName(text: string, name: ConventionName): number {
  return byName(text, name)[0] ?? Number.NaN;
}
