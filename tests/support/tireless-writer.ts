import { openDatabase } from '../../src/adapters/persistence/index.js';
import type { Writing } from '../../src/application/ports/index.js';
import type { StreamKey } from '../../src/domain/index.js';
import { knownSteps, newRevision, storedAssignment } from './stored-streams.js';

/** Steps of every revision that is written. */
const STEPS = knownSteps('mix', ...Array.from({ length: 199 }, (_, index) => `step-${index}`));

/** The next revision of a stream, with one assignment that is justified by it. */
async function drawNext(store: Writing, key: string): Promise<number> {
  const present = await store.streamByKey(key);
  const revision = (present?.revision ?? 0) + 1;
  await store.addRevision(
    newRevision({ key: key as StreamKey, revision, steps: STEPS, napkin: `${revision} `.repeat(2_000) }),
  );
  await store.addAssignments(`id-of-${key}`, [storedAssignment({ id: `${key}-${revision}`, revision })]);
  return revision;
}

/** Draws two streams in each unit of work, as fast as it can and until it is killed, and tells each revision once it is kept. */
async function writeForEver(address: string): Promise<never> {
  const { unitOfWork } = await openDatabase(address);
  for (;;) {
    const revision = await unitOfWork.write(async (store) => {
      await drawNext(store, 'left');
      return drawNext(store, 'right');
    });
    process.stdout.write(`${revision}\n`);
  }
}

await writeForEver(process.argv[2] ?? '');
