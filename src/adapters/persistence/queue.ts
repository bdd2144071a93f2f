/** Does one thing after the other, in the order in which they were asked for. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** A failure goes to whoever asked for that work, and holds up nobody behind. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
