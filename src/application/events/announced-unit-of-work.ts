import { recording } from '../access/recording.js';
import {
  happeningOf,
  type AuditedAct,
  type DesignWriting,
  type Happening,
  type UnitOfWork,
  type Writing,
} from '../ports/index.js';
import type { InProcessEvents } from './in-process-events.js';

type Work<T> = (store: Writing) => Promise<T>;

/** The same units of work; what they wrote is told once it is kept, and never where it was taken back. */
export function announcedUnitOfWork(inner: UnitOfWork, events: InProcessEvents): UnitOfWork {
  // Within a write that nobody else writes beside, further writes are kept together with it.
  let outer: Happening[] | null = null;

  /** Work that lost against another begins again: only what its last run wrote is told. */
  async function telling<T>(run: (work: Work<T>) => Promise<T>, work: Work<T>, isOuter: boolean): Promise<T> {
    let mine: Happening[] = [];
    const around: { list: Happening[] | null } = { list: null };
    const result = await run(async (store) => {
      mine = [];
      around.list = outer;
      const noted = {
        ...recording(store, (act) => mine.push(...happeningsOf(act))),
        designs: toldDesigns(store.designs, (designId) => mine.push({ kind: 'DESIGN', designId })),
      };
      if (!isOuter || around.list !== null) return work(noted);
      outer = mine;
      try {
        return await work(noted);
      } finally {
        outer = null;
      }
    });
    if (around.list === null) for (const happening of mine) events.publish(happening);
    else around.list.push(...mine);
    return result;
  }

  return {
    read: (work) => inner.read(work),
    write: (work) => telling((told) => inner.write(told), work, false),
    writeAlone: (work) => telling((told) => inner.writeAlone(told), work, true),
  };
}

function happeningsOf({ verdicts, ...act }: AuditedAct): Happening[] {
  const happening = happeningOf({ ...act, count: verdicts.length }, () => Promise.resolve(verdicts));
  return happening ? [happening] : [];
}

/** The same writes, each of which tells whose it was. */
function toldDesigns(designs: DesignWriting, tell: (designId: string) => void): DesignWriting {
  return {
    ...designs,
    async begin(id) {
      await designs.begin(id);
      tell(id);
    },
    async tell(id, news) {
      await designs.tell(id, news);
      tell(id);
    },
    async cancel(id) {
      await designs.cancel(id);
      tell(id);
    },
    async handBack(id) {
      await designs.handBack(id);
      tell(id);
    },
    async end(id, end) {
      const isEnded = await designs.end(id, end);
      tell(id);
      return isEnded;
    },
  };
}
