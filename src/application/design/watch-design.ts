import { follow, type Following } from '../events/follow.js';
import type { Events, Happening } from '../ports/index.js';
import { isEnded, type DesignJob } from './design-job.js';

/** How a design goes on from now, to its end; whoever is slow is told the latest only. find: as it is kept, null where it is forgotten. */
export function watchDesign(
  events: Events,
  id: string,
  find: (id: string) => Promise<DesignJob | null>,
): Following<DesignJob> {
  return new Watching(events, id, find);
}

const DONE = { done: true, value: undefined } as const;

class Watching implements AsyncIterableIterator<DesignJob> {
  private readonly happened: Following<Happening>;
  private told: DesignJob | null = null;

  constructor(
    events: Events,
    private readonly id: string,
    private readonly find: (id: string) => Promise<DesignJob | null>,
  ) {
    const first = { kind: 'DESIGN', designId: id } as const;
    // What was missed is looked up: a design stands in the database as far as it has come.
    const subscribe: Events['subscribe'] = (listener) =>
      events.subscribe((one) => listener(one.kind === 'MISSED' ? first : one));
    this.happened = follow<Happening>(
      { ...events, subscribe },
      {
        pick: (one) => (one.kind === 'DESIGN' && one.designId === id ? one : null),
        ...{ latest: true, first },
      },
    );
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<DesignJob>> {
    if (this.told && isEnded(this.told)) return this.return();
    for (;;) {
      if ((await this.happened.next()).done === true) return DONE;
      const job = await this.find(this.id);
      if (!job) return this.return();
      if (this.told && sameProgress(this.told, job)) continue;
      this.told = job;
      return { done: false, value: job };
    }
  }

  async return(): Promise<IteratorResult<DesignJob>> {
    await this.happened.return?.();
    return DONE;
  }

  async throw(why: Error): Promise<IteratorResult<DesignJob>> {
    await this.happened.return?.();
    throw why;
  }
}

function sameProgress(before: DesignJob, now: DesignJob): boolean {
  return before.state === now.state && JSON.stringify(before.news) === JSON.stringify(now.news);
}
