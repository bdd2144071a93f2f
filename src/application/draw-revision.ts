import {
  acceptDraft,
  printNapkin,
  type Problem,
  type StreamDraft,
  type StreamKey,
  type ValueStream,
} from '../domain/index.js';
import type { Reading, RemovedStream, StoredStream, World, Writing } from './ports/index.js';
import { problem } from './problems.js';

/** A draft held against what is kept under its key; with an ERROR among the problems it must not be kept. */
export interface PreparedRevision {
  readonly draft: StreamDraft;
  readonly key: StreamKey;
  readonly present: StoredStream | null;
  /** The stream of this key that was removed: where there is one nothing is kept under the key. */
  readonly removed: RemovedStream | null;
  readonly stream: ValueStream;
  readonly problems: readonly Problem[];
}

/** Reads what is kept under the key and finds every problem that the draft would have as its next revision. */
export async function prepareRevision(
  store: Reading,
  draft: StreamDraft,
  key: StreamKey,
): Promise<PreparedRevision> {
  const present = await store.streamByKey(key);
  const removed = present ? null : await store.removedStream(key);
  const known = present ? [...present.steps, ...present.formerSteps] : [];
  const { stream, problems } = acceptDraft(draft, { key, known });
  return { draft, key, present, removed, stream, problems };
}

/** Keeps a prepared draft as the next revision and tells what is kept now. A text that says what the present revision says makes no new one. */
export async function keepRevision(
  store: Writing,
  world: World,
  { draft, key, present, stream }: PreparedRevision,
): Promise<{ readonly stored: StoredStream; readonly problems: readonly Problem[] }> {
  const napkin = printNapkin([draft]);
  if (present && present.napkin === napkin) return { stored: present, problems: [unchanged(present)] };

  await store.addRevision({
    streamId: present?.id ?? world.newId(),
    key,
    name: stream.name,
    revision: (present?.revision ?? 0) + 1,
    napkin,
    drawnAt: world.now(),
    steps: stream.steps.map((step) => ({ key: step.key, name: step.name })),
  });
  const stored = await store.streamByKey(key);
  if (!stored) throw new Error(`The stream ${key} was kept and cannot be read`);
  return { stored, problems: [] };
}

function unchanged({ key, revision }: StoredStream): Problem {
  return problem(
    'INFO',
    'UNCHANGED',
    `Revision ${revision} of "${key}" says exactly this already: no new revision was made.`,
  );
}
