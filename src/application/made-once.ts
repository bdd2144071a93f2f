import type { Parts } from './parts.js';
import { Fault } from './ports/index.js';

const USABLE = /^[\x21-\x7e]{1,100}$/;

/** What an act is asked to do; id is one of the asker's making. */
export interface WithOwnId {
  readonly id?: string | null;
}

/** An act, how what it made is named (null: it made nothing, and may be asked again), and how it is told a second time. */
export interface Making<I, R> {
  /** Names the act. */
  readonly act: string;
  readonly make: (input: I) => Promise<R>;
  readonly nameOf: (result: R) => string | null;
  readonly again: (name: string, input: I) => Promise<R>;
}

/**
 * The act, which makes something once under an id of the asker's making: the same id and the same content tell again what
 * was made, as it is now; a Fault CONFLICT where the id stands for something else, BAD_INPUT where it is not usable.
 */
export function madeOnce<I extends object, R>(
  { unitOfWork, world }: Pick<Parts, 'unitOfWork' | 'world'>,
  { act, make, nameOf, again }: Making<I, R>,
): (input: I & WithOwnId) => Promise<R> {
  return async (input) => {
    const id = usableId(input);
    if (id === null) return make(input);
    const asked = askedFor(act, input);
    return unitOfWork.write(async (store) => {
      const known = await store.madeUnder(id, asked);
      if (known) return again(madeBefore(id, known), input);
      const result = await make(input);
      const made = nameOf(result);
      if (made !== null) await store.keepMade({ id, asked, made, madeAt: world.now() });
      return result;
    });
  };
}

/** The id of the asker's making; null where there is none. */
export function usableId({ id = null }: WithOwnId): string | null {
  if (id === null || USABLE.test(id)) return id;
  throw new Fault(
    'BAD_INPUT',
    'An id of your own making is 1 to 100 letters, digits and signs without spaces, such as a UUID.',
  );
}

/** What was made under the id; a Fault CONFLICT where something else was asked for under it. */
export function madeBefore(id: string, known: { readonly made: string; readonly isSame: boolean }): string {
  if (known.isSame) return known.made;
  throw new Fault(
    'CONFLICT',
    `The id "${id}" was used before, for something else: nothing was stored. Send this under an id of its own.`,
  );
}

/** The same text for the same content, in whatever order it is told; nothing is as good as null. */
export function askedFor(act: string, input: object): string {
  return JSON.stringify([act, { ...input, id: null }], (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? inOrder(value) : value,
  );
}

function inOrder(told: object): object {
  const entries = Object.entries(told).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
