/** One run of a compiled operation: how much of its answer is there, and what is to be done where it cannot go on. */
export interface CompiledRun {
  objects: number;
  /** Objects from which on the reference executor has to count the fields of the answer. */
  readonly mostObjects: number;
  readonly giveUp: () => void;
}

/** Thrown where the compiled code meets what it was not made for. */
export class NotCompiledForThis extends Error {}

let current: CompiledRun | null = null;

/** The run whose code is at work now. */
export function currentRun(): CompiledRun | null {
  return current;
}

/** Lets code of a run work, up to where it waits for something; undefined where it threw, and then the run has given up. */
export function within<T>(run: CompiledRun, work: () => T): T | undefined {
  const before = current;
  current = run;
  try {
    return work();
  } catch {
    run.giveUp();
    return undefined;
  } finally {
    current = before;
  }
}

/** What the compiled code waits for: it goes on within its run, and nothing that it throws is lost. */
export function awaited(run: CompiledRun, value: PromiseLike<unknown>): PromiseLike<unknown> {
  const then = (go: (value: unknown) => unknown, fail: (error: unknown) => unknown): void => {
    value.then(
      (told) => void within(run, () => go(told)),
      (error: unknown) => void within(run, () => fail(error)),
    );
  };
  // The compiled code looks for then and uses nothing of what it gives back.
  return { then } as unknown as PromiseLike<unknown>;
}

/** Whether there is something to wait for. */
export function isAwaitable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Lets an object become part of the answer; throws where it is none, or one too many. */
export function countObject(value: unknown): true {
  const run = current;
  if (!run || typeof value !== 'object' || isAwaitable(value)) throw new NotCompiledForThis();
  run.objects += 1;
  if (run.objects > run.mostObjects) throw new NotCompiledForThis();
  return true;
}
