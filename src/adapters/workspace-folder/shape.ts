import { Fault } from '../../application/index.js';

/** Where in a file a value stands, in words. */
export interface Spot {
  readonly file: string;
  readonly path: readonly string[];
}

/** Gives the value back as what it is to be, or throws a Fault BAD_INPUT that says where it stands and what was expected. */
export type Shape<T> = (value: unknown, at: Spot) => T;

/** The longest part of a file that is told back. */
const LONGEST_SHOWN = 60;

/** A Fault that tells the file, the place in it, and what would put it right. */
export function notExpected({ file, path }: Spot, message: string): Fault {
  return new Fault('BAD_INPUT', `${file}: ${path.length > 0 ? `${path.join(', ')}: ` : ''}${message}`);
}

/** The place of something within what stands at a place. */
export function within({ file, path }: Spot, ...further: readonly string[]): Spot {
  return { file, path: [...path, ...further] };
}

function unlike(expected: string, value: unknown, at: Spot): Fault {
  return notExpected(at, `expected ${expected}, found ${shown(value)}.`);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = Array.from(JSON.stringify(value));
  return text.length <= LONGEST_SHOWN ? text.join('') : `${text.slice(0, LONGEST_SHOWN).join('')}…`;
}

/** What not every database can hold: a NUL, and half a character pair. */
const UNHOLDABLE = /\0|\p{Surrogate}/u;

/** Any text that a database can hold. */
export const text: Shape<string> = (value, at) => {
  if (typeof value !== 'string') throw unlike('a text', value, at);
  if (UNHOLDABLE.test(value)) throw unlike('text that a database can hold', value, at);
  return value;
};

/** Text in which something else stands than white space. */
export const filled: Shape<string> = (value, at) => {
  if (typeof value !== 'string' || value.trim() === '') throw unlike('a text that is not empty', value, at);
  return text(value, at);
};

/** Text of one form, told in words. */
export function like(form: RegExp, expected: string): Shape<string> {
  return (value, at) => {
    if (typeof value !== 'string' || !form.test(value)) throw unlike(expected, value, at);
    return value;
  };
}

/** One of these texts. */
export function oneOf<T extends string>(...known: readonly T[]): Shape<T> {
  return (value, at) => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw unlike(known.map((one) => `"${one}"`).join(' or '), value, at);
    return found;
  };
}

/** A whole number from 1 on. */
export const wholeNumber: Shape<number> = (value, at) => {
  if (!Number.isSafeInteger(value) || Number(value) < 1) throw unlike('a whole number from 1 on', value, at);
  return Number(value);
};

/** The same, or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, at) => (value === null ? null : shape(value, at));
}

/** The same, or nothing at all. */
export function orAbsent<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, at) => (value === undefined ? undefined : shape(value, at));
}

/** A list; what one of its entries is called stands in the places that are told. */
export function list<T>(shape: Shape<T>, noun = 'entry'): Shape<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw unlike('a list in [ ]', value, at);
    return value.map((one: unknown, nth) => shape(one, within(at, `${noun} ${nth + 1}`)));
  };
}

/** A list that is not empty; why is what an empty one lacks. */
export function filledList<T>(shape: Shape<T>, noun: string, why: string): Shape<readonly [T, ...T[]]> {
  const any = list(shape, noun);
  return (value, at) => {
    const [first, ...others] = any(value, at);
    if (first === undefined) throw notExpected(at, `expected at least one ${noun}, found none: ${why}`);
    return [first, ...others];
  };
}

/** A record of exactly these fields, in this order. */
export function record<T extends object>(fields: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> {
  const names = Object.keys(fields);
  return (value, at) => {
    const told = asRecord(value, at);
    const unknown = Object.keys(told).find((name) => !names.includes(name));
    if (unknown !== undefined)
      throw notExpected(at, `expected only ${names.join(', ')}, found "${shortened(unknown)}".`);
    const read = Object.entries<Shape<unknown>>(fields).map(([name, shape]) => {
      return [name, shape(told[name], within(at, name))] as const;
    });
    return Object.fromEntries(read) as T;
  };
}

/** One of two records: the first where it has that field. */
export function either<A extends object, B extends object>(
  field: string,
  first: Shape<A>,
  second: Shape<B>,
): Shape<A | B> {
  return (value, at) => (field in asRecord(value, at) ? first : second)(value, at);
}

/** A record that has at least these fields, as it stands: what else is in it is kept. */
export function recordWith<T extends object>(fields: {
  readonly [K in keyof T]?: Shape<unknown>;
}): Shape<T> {
  return (value, at) => {
    const told = asRecord(value, at);
    for (const [name, shape] of Object.entries<Shape<unknown> | undefined>(fields))
      shape?.(told[name], within(at, name));
    return told as T;
  };
}

function asRecord(value: unknown, at: Spot): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unlike('a record in { }', value, at);
  return value as Readonly<Record<string, unknown>>;
}

function shortened(name: string): string {
  return Array.from(name).slice(0, LONGEST_SHOWN).join('');
}
