import type { Problem, Severity } from '../domain/index.js';
import { Fault, type RemovedReading, type StoredStream } from './ports/index.js';

/** A problem of the request as a whole: it has no place in the text. */
export function problem(
  severity: Severity,
  code: string,
  message: string,
  suggestion: string | null = null,
): Problem {
  return { code, severity, message, place: null, suggestion, fix: null };
}

/** true where one of them forbids storing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'ERROR');
}

/** In the order of the text; what has no place comes first, and those of one place stay in the order in which they were found. */
export function byPlace(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => {
    const [first, second] = [a.place?.sheet ?? '', b.place?.sheet ?? ''];
    if (first !== second) return first < second ? -1 : 1;
    const lines = (a.place?.line ?? 0) - (b.place?.line ?? 0);
    return lines !== 0 ? lines : (a.place?.column ?? 0) - (b.place?.column ?? 0);
  });
}

/** Says that the stream has moved on (or is not there) since the caller read it; null where it has not. act: what they came to do, such as "draw it". */
export function revisionProblem(
  key: string,
  present: number | null,
  expected: number | null | undefined,
  act = 'draw it',
): Problem | null {
  if (expected === null || expected === undefined || expected === (present ?? 0)) return null;
  if (present === null) {
    return problem(
      'ERROR',
      'REVISION_OUT_OF_DATE',
      `Revision ${expected} of "${key}" was expected, and there is no stream of that key yet: nothing was stored.`,
      'Leave the expected revision out, or expect 0, to draw a new stream.',
    );
  }
  return problem(
    'ERROR',
    'REVISION_OUT_OF_DATE',
    `Revision ${expected} of "${key}" was expected, and the present one is ${present}: nothing was stored.`,
    `Read revision ${present} again, see whether it still says what you meant, and ${act} with expected revision ${present}.`,
  );
}

/** Throws a Fault CONFLICT where the stream has another revision than the expected one. */
export function requireRevision(
  { key, revision }: Pick<StoredStream, 'key' | 'revision'>,
  expected: number | null | undefined,
): void {
  if (expected === null || expected === undefined || expected === revision) return;
  const message = `Revision ${expected} of "${key}" was expected, and the present one is ${revision}: nothing was stored. Read it again, then decide.`;
  throw new Fault('CONFLICT', message);
}

/** The Fault NOT_FOUND of a key that no stream has: it says so where that stream was removed. */
export async function noSuchStream(store: RemovedReading, key: string): Promise<Fault> {
  const removed = await store.removedStream(key);
  const message = removed
    ? `"${removed.name}", the stream with the key "${key}", was removed at ${removed.removedAt}. Restore it to go on with it: restoreValueStream does.`
    : `There is no value stream with the key "${key}".`;
  return new Fault('NOT_FOUND', message);
}
