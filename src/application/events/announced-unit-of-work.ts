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

/** The same units of work; what they wrote is told once it is kept, and never where it was taken back. */
export function announcedUnitOfWork(inner: UnitOfWork, events: InProcessEvents): UnitOfWork {
  const announced =
    <T>(work: (store: Writing) => Promise<T>) =>
    (store: Writing): Promise<T> => {
      const tell = (happening: Happening) => store.whenKept(() => events.publish(happening));
      return work({
        ...recording(store, (act) => happeningsOf(act).forEach(tell)),
        designs: toldDesigns(store.designs, (designId) => tell({ kind: 'DESIGN', designId })),
      });
    };
  return {
    read: (work) => inner.read(work),
    look: (work) => inner.look(work),
    write: (work) => inner.write(announced(work)),
    writeAlone: (work) => inner.writeAlone(announced(work)),
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
