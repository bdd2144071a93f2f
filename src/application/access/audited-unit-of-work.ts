import type { Actor, AuditedAct, NewAuditEntry, UnitOfWork, World, Writing } from '../ports/index.js';
import { recording } from './recording.js';

/** What the entries of a unit of work say beside what was done. */
export interface AuditGround {
  readonly workspaceId: string;
  readonly world: World;
  /** Who does it; asked when it is done. */
  readonly actor: () => Actor;
}

/** The same units of work, each of which tells the audit log what it wrote: both are kept, or neither. */
export function auditedUnitOfWork(inner: UnitOfWork, ground: AuditGround): UnitOfWork {
  const audited =
    <T>(work: (store: Writing) => Promise<T>) =>
    async (store: Writing): Promise<T> => {
      const acts: AuditedAct[] = [];
      const result = await work(recording(store, (act) => acts.push(act)));
      if (acts.length > 0) await store.addAudit(auditEntries(ground, acts));
      return result;
    };
  return {
    read: (work) => inner.read(work),
    look: (work) => inner.look(work),
    write: (work) => inner.write(audited(work)),
    writeAlone: (work) => inner.writeAlone(audited(work)),
  };
}

/** Entries of what was done at one moment; their ids are in the order of time, and of the acts. */
export function auditEntries(
  { workspaceId, world, actor }: AuditGround,
  acts: readonly AuditedAct[],
): readonly NewAuditEntry[] {
  const doneAt = world.now();
  const unit = world.newId();
  return acts.map((act, nth) => ({
    ...act,
    id: `${doneAt} ${unit} ${String(nth).padStart(6, '0')}`,
    workspaceId,
    doneAt,
    actor: actor(),
  }));
}
