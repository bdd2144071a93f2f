import type { UnitOfWork } from '../../application/ports/index.js';
import type { Snapshots } from './snapshots.js';
import { readingStore, writingStore } from './store.js';
import type { createUnits } from './units.js';

/** The units of work of one workspace. */
export function createUnitOfWork(
  units: ReturnType<typeof createUnits>,
  snapshots: Snapshots,
  workspaceId: string,
): UnitOfWork {
  return units({
    reading: (manager) => readingStore(manager, snapshots, workspaceId),
    writing: (manager, whenKept) => ({ ...writingStore(manager, snapshots, workspaceId), whenKept }),
  });
}
