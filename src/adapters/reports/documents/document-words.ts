import type { StructureHead } from '../../../domain/index.js';
import { overridesCounted } from '../report-words.js';

/** What stands under the title of a report about a structure. */
export function headFacts({ stream, revision, date, structure, owners, overrides }: StructureHead): string[] {
  const status = { ADOPTED: 'adopted structure', SUGGESTED: 'suggested structure', NONE: 'no structure yet' };
  return [
    revision === null ? 'not stored, so without a revision' : `revision ${revision}`,
    date,
    ...(stream.customer === null ? [] : [`for ${stream.customer}`]),
    stream.steps === 1 ? '1 step' : `${stream.steps} steps`,
    status[structure.status],
    ...overridesCounted(overrides),
    owners.length === 0 ? 'nobody is named as owner' : `owners: ${owners.join(', ')}`,
  ];
}

/** `1 step`, `3 steps`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Price the job (line 14)`. */
export function withLine(name: string, line: number | null): string {
  return line === null ? name : `${name} (line ${line})`;
}

/** `R A*`: letters in their order, with a star behind what was accepted beyond the stream. */
export function starred(letters: readonly string[], accepted: readonly string[]): string {
  return letters.map((letter) => (accepted.includes(letter) ? `${letter}*` : letter)).join(' ');
}

/** A figure as a cell of a table: unknown is a question mark. */
export function briefly(text: string): string {
  return text.startsWith('not known') ? '?' : text;
}
