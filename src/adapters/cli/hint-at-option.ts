import type { Command } from 'commander';
import { wrap } from './text-layout.js';

const UNKNOWN = /unknown option '(-[^'=]*)/;
const GUESS = /\n\(Did you mean [^\n]*\)/;
/** Why a command has not an option that one would expect of it, by its words and the option. */
const WHY_NOT: ReadonlyMap<string, string> = new Map([
  ['plan --stream', 'plan tells every stream of a file, one after the other.'],
  ['check --stream', 'check looks at every stream of a file.'],
  ['format --stream', 'format writes the whole file.'],
]);

/**
 * What is told of an unknown option, with the commands that have one of that name in place of a guess at one that sounds
 * like it; any other complaint as it stands. path: the words of the command, each with a blank behind it.
 */
export function hintAtOption(
  complaint: string,
  path: string,
  commands: readonly (readonly [Command, string])[],
  width: number,
): string {
  const option = UNKNOWN.exec(complaint)?.[1];
  if (option === undefined) return complaint;
  const having = commands
    .filter(([{ options }]) => options.some(({ long, short }) => long === option || short === option))
    .map(([, words]) => words.trim());
  const why = WHY_NOT.get(`${path}${option}`);
  const hints = [
    ...(why === undefined ? [] : [why]),
    ...(having.length === 0 ? [] : [`${option} is an option of ${having.join(', ')}.`]),
  ];
  if (hints.length === 0) return complaint;
  const told = wrap(`(${hints.join(' ')})`, width).join('\n');
  return complaint.replace(GUESS, '').replace(/\n$/, `\n${told}\n`);
}
