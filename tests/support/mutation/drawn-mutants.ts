import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant as Stryker names it; lines and columns count from 0. */
export interface KnownMutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** A mutant that the domain could have, with the text that it takes the place of. */
export interface PossibleMutant extends KnownMutant {
  readonly key: string;
  readonly room: string;
  readonly original: string;
}

/** The same mutant has the same key in every run on the same text. */
export function keyOfMutant({ fileName, mutatorName, replacement, location }: KnownMutant): string {
  const { start, end } = location;
  const file = fileName.slice(Math.max(0, fileName.lastIndexOf('src/domain/')));
  return `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column} ${mutatorName} ${replacement}`;
}

const silent = {
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
  ...{ trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, fatal: () => {} },
};

/** Every mutant that Stryker would make of these source files. */
export async function possibleMutants(files: readonly string[]): Promise<PossibleMutant[]> {
  const texts = new Map(files.map((name) => [name, readFileSync(name, 'utf8')]));
  const asked = [...texts].map(([name, content]) => ({ name, content, mutate: true }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants } = await new Instrumenter(silent).instrument(asked, options);
  return mutants.map((mutant) => ({
    ...mutant,
    key: keyOfMutant(mutant),
    room: /src\/domain\/([^/]+)\//.exec(mutant.fileName)?.[1] ?? 'top',
    original: textAt(texts.get(mutant.fileName) ?? '', mutant),
  }));
}

function textAt(text: string, { location: { start, end } }: KnownMutant): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column);
  lines[0] = (lines[0] ?? '').slice(start.column);
  return lines.join('\n');
}

/** So many of each room, each mutant as likely as the next; the draw follows from the seed and the texts, and an edit elsewhere does not change it. */
export function drawMutants(
  all: readonly PossibleMutant[],
  ofEachRoom: number,
  seed: number,
): PossibleMutant[] {
  const times = new Map<string, number>();
  const ranked = all.map((mutant) => {
    const { fileName, mutatorName, original, replacement } = mutant;
    const file = fileName.slice(fileName.lastIndexOf('src/domain/'));
    const what = [file, mutatorName, original, replacement].join('\0');
    const nth = times.get(what) ?? 0;
    times.set(what, nth + 1);
    return { mutant, rank: createHash('sha256').update(`${seed}\0${what}\0${nth}`).digest('hex') };
  });
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const taken = new Map<string, number>();
  const drawn = ranked.filter(({ mutant: { room } }) => {
    taken.set(room, (taken.get(room) ?? 0) + 1);
    return (taken.get(room) ?? 0) <= ofEachRoom;
  });
  return drawn.map(({ mutant }) => mutant);
}
