import { faultError } from './fault-code.js';

/** The list itself; throws BAD_USER_INPUT where it is longer than most. */
export function boundedList<T>(name: string, list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  throw faultError(
    'BAD_USER_INPUT',
    `${name} has ${list.length} entries; one request takes ${most}. Send several requests.`,
  );
}
