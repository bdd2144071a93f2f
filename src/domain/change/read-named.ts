import type { ChangeProblem } from './check-change.js';
import type { PlaceFinder } from './find-places.js';
import { readStepWords, type ReadStep } from './words-of-notation.js';

const NAME = 'Words';
/** Marks that count only behind another one. */
const NEEDS_A_MARK = /^(?:lead|every|uptime|changeover|batch) /i;

/** A step line whose name is that of a step, whatever words it holds, and its marks; else as the notation reads it. */
export function readNamed(finder: PlaceFinder, words: string): ReadStep | ChangeProblem {
  const { calendar } = finder.stream;
  const named = finder.begins(words);
  if (!named) return readStepWords(words, calendar);
  const read = readMarks(finder, named.behind, named.step.name);
  if ('code' in read) return read;
  if (read.step.name === NAME) return { ...read, step: { ...read.step, name: named.step.name } };
  return {
    code: 'UNREADABLE',
    message: `"${named.behind}" behind "${named.step.name}" cannot be read.`,
    remedy: 'Write marks as in a napkin: 30m, lead 2d, 90%, x2, @Dana, every 1w, {estimating 3}.',
  };
}

/** Marks without a name: its name is a stand-in, unless words among them are no marks. called: what problems name in its place. */
export function readMarks(finder: PlaceFinder, marks: string, called: string): ReadStep | ChangeProblem {
  const ahead = NEEDS_A_MARK.test(marks) ? `${NAME} @?` : NAME;
  const read = readStepWords(`${ahead} ${marks}`, finder.stream.calendar);
  if (!('code' in read)) return read;
  const message = read.message.replace(`"${ahead} ${marks}"`, `"${called} ${marks}"`);
  return { ...read, message: message.replaceAll(`"${NAME}"`, `"${called}"`) };
}

/** Words without the number that was asked for. */
export function noNumber(words: string, form: string): ChangeProblem {
  return {
    code: 'UNREADABLE',
    message: `"${words}" says no number.`,
    remedy: `Write it with its unit or sign, such as "${form}".`,
  };
}
