import type { LetterScheme, SchemeLetter } from './letter-scheme.js';

type Fields = Readonly<Record<string, unknown>>;

/** A scheme of somebody's own, from the content of a JSON file; every complaint at once, each with its place, where it is none. */
export function readScheme(
  content: unknown,
): { readonly scheme: LetterScheme } | { readonly complaints: readonly string[] } {
  if (!isObject(content)) return { complaints: ['An object with name and letters was expected.'] };
  const complaints: string[] = [];
  const name = textAt(content, 'name', 'name', complaints);
  const told = content['rows'] ?? 'STEPS';
  const rows = told === 'STEPS' || told === 'DECISIONS' ? told : null;
  if (rows === null) complaints.push('rows: STEPS or DECISIONS was expected.');
  const letters = listAt(content, 'letters', complaints).flatMap((one, nth) =>
    letterFrom(one, `letters[${nth}]`, complaints),
  );
  if (letters.length === 0 && complaints.length === 0) complaints.push('letters: at least one was expected.');
  const known = new Set<string>();
  for (const { letter } of letters) {
    if (known.has(letter)) complaints.push(`letters: "${letter}" is there twice.`);
    known.add(letter);
  }
  const contradicts = listAt(content, 'contradicts', complaints, true).flatMap((pair, nth) =>
    pairFrom(pair, `contradicts[${nth}]`, known, complaints),
  );
  if (complaints.length > 0 || rows === null) return { complaints };
  return { scheme: { name, rows, letters, contradicts } };
}

function letterFrom(one: unknown, at: string, complaints: string[]): SchemeLetter[] {
  if (!isObject(one)) {
    complaints.push(`${at}: an object with letter and name was expected.`);
    return [];
  }
  const letter = textAt(one, 'letter', `${at}.letter`, complaints).toUpperCase();
  if (letter !== '' && !/^\p{L}$/u.test(letter)) complaints.push(`${at}.letter: one letter was expected.`);
  const name = textAt(one, 'name', `${at}.name`, complaints);
  const meaning = one['meaning'] === undefined ? '' : textAt(one, 'meaning', `${at}.meaning`, complaints);
  const atLeast = countAt(one, 'atLeast', at, complaints) ?? 0;
  const atMost = countAt(one, 'atMost', at, complaints);
  if (atMost !== null && atMost < atLeast) complaints.push(`${at}: atMost is below atLeast.`);
  return [{ letter, name, meaning, atLeast, atMost }];
}

function pairFrom(
  pair: unknown,
  at: string,
  known: ReadonlySet<string>,
  complaints: string[],
): (readonly [string, string])[] {
  const both: readonly unknown[] = Array.isArray(pair) ? pair : [];
  const [a, b] = both.map((one) => (typeof one === 'string' ? one.toUpperCase() : ''));
  if (both.length === 2 && a !== undefined && b !== undefined && known.has(a) && known.has(b))
    return [[a, b]];
  complaints.push(`${at}: two letters of the scheme were expected.`);
  return [];
}

function textAt(fields: Fields, key: string, at: string, complaints: string[]): string {
  const value = fields[key];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  complaints.push(`${at}: a text was expected.`);
  return '';
}

function countAt(fields: Fields, key: string, at: string, complaints: string[]): number | null {
  const value = fields[key] ?? null;
  if (value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  complaints.push(`${at}.${key}: a whole number from 0 was expected.`);
  return null;
}

function listAt(fields: Fields, key: string, complaints: string[], optional = false): readonly unknown[] {
  const value = fields[key];
  if (Array.isArray(value)) return value;
  if (!(optional && value === undefined)) complaints.push(`${key}: a list was expected.`);
  return [];
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
