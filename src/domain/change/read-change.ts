import type { ValueStream } from '../stream/index.js';
import type { Change } from './change.js';
import type { ChangeProblem } from './check-change.js';
import { PlaceFinder } from './find-places.js';
import { placesOf } from './flow-places.js';
import { readSetting } from './read-setting.js';
import { readTaking } from './read-taking.js';

/** A change as people write it, in the words of the notation: what to set, or what to take out. */
export interface ChangeWording {
  readonly kind: 'SET' | 'WITHOUT';
  readonly text: string;
}

/** The change that the words ask for in this stream, or what is wrong with them and what would put it right. */
export function readChange(stream: ValueStream, { kind, text }: ChangeWording): Change | ChangeProblem {
  return readWords(new PlaceFinder(stream, placesOf(stream)), { kind, text });
}

function readWords(finder: PlaceFinder, { kind, text }: ChangeWording): Change | ChangeProblem {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words === '') {
    return {
      code: 'UNREADABLE',
      message: 'Nothing is said.',
      remedy: 'Write what to change, such as "wait before Price the job 1d".',
    };
  }
  return kind === 'SET' ? readSetting(finder, words) : readTaking(finder, words);
}

/** The first of these words that ask for just this change; null where none does. */
export function wordingOf(
  finder: PlaceFinder,
  change: Change,
  kind: ChangeWording['kind'],
  words: readonly string[],
): ChangeWording | null {
  const meant = meaningOf(change);
  const found = words.find((text) => meaningOf(readWords(finder, { kind, text })) === meant);
  return found === undefined ? null : { kind, text: found };
}

/** A change as text, its numbers but for rounding and for where they come from. */
function meaningOf(change: Change | ChangeProblem): string {
  return JSON.stringify(change, (name, value: unknown) => {
    if (name === 'source') return undefined;
    return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  });
}
