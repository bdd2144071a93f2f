import { faultError } from './fault-code.js';

/** The number itself, or what it is where nobody told it; throws BAD_USER_INPUT where it is not from 1 to 100. */
export function boundedCount(name: string, told: number | null | undefined, usual: number): number {
  const count = told ?? usual;
  if (count >= 1 && count <= 100) return count;
  throw faultError('BAD_USER_INPUT', `${name} is ${count}; it goes from 1 to 100.`);
}

/** The list itself; throws BAD_USER_INPUT where it is longer than most. */
export function boundedList<T>(name: string, list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  throw faultError(
    'BAD_USER_INPUT',
    `${name} has ${list.length} entries; one request takes ${most}. Send several requests.`,
  );
}
