import { Fault, type Events, type Happening } from '../ports/index.js';

/** What is told one after the other to whoever asks for the next; return ends it at once. */
export type Following<T> = AsyncIterableIterator<T>;

/** So many may wait to be asked for; whoever is further behind is told to begin again. */
const MOST_WAITING = 1_000;

/** What to tell of what happens, and when that was all. */
export interface FollowParts<T> {
  /** What is told of a happening; null where it is of no concern. */
  readonly pick: (happening: Happening) => T | null;
  /** true where only the latest counts: whoever is slow misses what was in between. */
  readonly latest: boolean;
  /** true where nothing comes after this one. */
  readonly isLast?: (told: T) => boolean;
  /** What is told before anything happens. */
  readonly first?: T;
}

/** Follows what happens from now on. */
export function follow<T>(events: Events, parts: FollowParts<T>): Following<T> {
  return new Follower(events, parts);
}

type Waiting<T> = {
  readonly resolve: (next: IteratorResult<T>) => void;
  readonly reject: (why: Error) => void;
};

class Follower<T> implements AsyncIterableIterator<T> {
  private readonly told: T[] = [];
  private readonly waiting: Waiting<T>[] = [];
  private readonly end: () => void;
  private isEnded = false;
  /** Why not all can be told any more; null while it can, and once that was told. */
  private missed: string | null = null;

  constructor(
    events: Events,
    private readonly parts: FollowParts<T>,
  ) {
    this.end = events.subscribe((happening) => {
      if (happening.kind === 'MISSED') return this.miss(MISSED);
      const one = parts.pick(happening);
      if (one !== null) this.tell(one);
    });
    if (parts.first !== undefined) this.tell(parts.first);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T>> {
    const why = this.missed;
    this.missed = null;
    if (why !== null) return this.throw(new Fault('UNAVAILABLE', why));
    const [value] = this.told.splice(0, 1);
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.isEnded) return Promise.resolve(DONE);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<T>> {
    this.told.length = 0;
    this.close();
    return Promise.resolve(DONE);
  }

  throw(why: Error): Promise<IteratorResult<T>> {
    this.told.length = 0;
    this.close();
    return Promise.reject(why);
  }

  private tell(one: T): void {
    if (this.isEnded) return;
    const asked = this.waiting.shift();
    if (asked) asked.resolve({ done: false, value: one });
    else if (this.parts.latest) this.told.splice(0, this.told.length, one);
    else if (this.told.length < MOST_WAITING) this.told.push(one);
    else return this.miss(BEHIND);
    if (this.parts.isLast?.(one) ?? false) this.close();
  }

  /** Whoever waits for the next is told at once, and whoever asks later as soon as they do. */
  private miss(why: string): void {
    if (this.isEnded) return;
    const [first, ...others] = this.waiting.splice(0);
    if (first) first.reject(new Fault('UNAVAILABLE', why));
    else this.missed = why;
    for (const asked of others) asked.resolve(DONE);
    this.close();
  }

  private close(): void {
    this.isEnded = true;
    this.end();
    for (const asked of this.waiting.splice(0)) asked.resolve(DONE);
  }
}

const DONE = { done: true, value: undefined } as const;
const BEHIND = 'So much has happened that it cannot all be told any more. Subscribe again to go on from now.';
const MISSED =
  'The database was out of reach for a while, so some of what happened may not have been told. Subscribe again to go on from now.';
