import { recording } from '../access/recording.js';
import type { AuditedAct, Events, Happening, UnitOfWork, Writing } from '../ports/index.js';

type Work<T> = (store: Writing) => Promise<T>;

/** The same units of work; what they wrote is told once it is kept, and never where it was taken back. */
export function announcedUnitOfWork(inner: UnitOfWork, events: Events): UnitOfWork {
  // Within a write that nobody else writes beside, further writes are kept together with it.
  let outer: Happening[] | null = null;

  /** Work that lost against another begins again: only what its last run wrote is told. */
  async function telling<T>(run: (work: Work<T>) => Promise<T>, work: Work<T>, isOuter: boolean): Promise<T> {
    let mine: Happening[] = [];
    const around: { list: Happening[] | null } = { list: null };
    const result = await run(async (store) => {
      mine = [];
      around.list = outer;
      const noted = recording(store, (act) => mine.push(...happeningsOf(act)));
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

function happeningsOf({ act, streamId, revision, verdicts }: AuditedAct): Happening[] {
  if (streamId === null) return [];
  if (act === 'REVISION_DRAWN') return [{ kind: 'REVISED', streamId, revision: revision ?? 0 }];
  return verdicts.length > 0 ? [{ kind: 'VERDICTS', streamId, act, verdicts }] : [];
}
