import { keyFromName, readNapkin, type StreamKey } from '../domain/index.js';
import { keepRevision, prepareRevision } from './draw-revision.js';
import type { Parts } from './parts.js';
import type { Reading } from './ports/index.js';
import { hasErrors } from './problems.js';

/**
 * Draws sample napkins into an empty database, in one write, and tells the keys of the streams it made. A database that
 * holds anything is left as it is, and so is a sample with errors.
 */
export function loadSamples({ unitOfWork, world }: Pick<Parts, 'unitOfWork' | 'world'>) {
  return (napkins: readonly string[]): Promise<readonly StreamKey[]> =>
    unitOfWork.write(async (store) => {
      if (await holdsAny(store)) return [];
      const keys: StreamKey[] = [];
      for (const text of napkins) {
        const { drafts, problems } = readNapkin(text);
        if (hasErrors(problems)) continue;
        for (const draft of drafts) {
          const prepared = await prepareRevision(store, draft, keyFromName(draft.name) as StreamKey);
          if (prepared.present || hasErrors(prepared.problems)) continue;
          const { stored } = await keepRevision(store, world, prepared);
          keys.push(stored.key);
        }
      }
      return keys;
    });
}

/** What was removed is there as well. */
async function holdsAny(store: Reading): Promise<boolean> {
  const { totalCount } = await store.streams({ first: 1 });
  return totalCount > 0 || (await store.removedStreams({ first: 1 })).totalCount > 0;
}
