import {
  foldName,
  LONGEST_KEY,
  keyFromName,
  printNapkin,
  readNapkin,
  type Problem,
  type StreamDraft,
  type StreamKey,
} from '../domain/index.js';
import { logStanding } from './log-standing.js';
import { keepRevision, prepareRevision, type PreparedRevision } from './draw-revision.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import type { RemovedStream, StoredStream } from './ports/index.js';
import { byPlace, hasErrors, problem, revisionProblem } from './problems.js';

export interface DrawInput {
  readonly napkin: string;
  /** Names the stream where the text holds one; null takes it from the stream's name. */
  readonly key?: string | null;
  /** The revision that the text was made from, 0 where all of its streams are new; null does not ask. */
  readonly expectedRevision?: number | null;
}

/** streams is empty where an error forbade storing: then nothing at all was stored. */
export interface DrawnStreams {
  readonly streams: readonly PlannedStream[];
  readonly problems: readonly Problem[];
}

interface Drawing {
  readonly draft: StreamDraft;
  readonly key: StreamKey;
  /** true where the key was made from the name, so that it may be that of another stream by chance. */
  readonly derived: boolean;
}

/** Keeps every stream of a text as its next revision, in one write: all of them or none. */
export function drawStream({ unitOfWork, world, planner }: Parts) {
  return async (input: DrawInput): Promise<DrawnStreams> => {
    const { drafts, problems: written } = readNapkin(input.napkin);
    const drawings = drawingsOf(drafts, input.key ?? null);
    const asked = requestProblems(drawings, input);

    return unitOfWork.write(async (store) => {
      const prepared: PreparedRevision[] = [];
      const found = [...asked];
      for (const { draft, key, derived } of drawings) {
        const one = await prepareRevision(store, draft, key);
        const inTheWay = hasErrors(asked) ? null : presentProblem(one, derived, input.expectedRevision);
        if (inTheWay) found.push(inTheWay);
        prepared.push(one);
      }
      found.push(...written, ...prepared.flatMap(({ problems }) => problems));
      if (hasErrors(found)) return { streams: [], problems: byPlace(found) };

      const aliases = await store.learnedAliases();
      const drawn: { readonly before: PlannedStream | null; readonly key: StreamKey }[] = [];
      for (const one of prepared) {
        drawn.push({ before: one.present && planner.planned(one.present, aliases), key: one.key });
        found.push(...(await keepRevision(store, world, one)).problems);
      }
      // Streams of one text may serve each other: each is seen with all of them drawn.
      const streams: PlannedStream[] = [];
      for (const { before, key } of drawn) {
        const after = await planner.required(store, key);
        if (before) await logStanding(store, world, [before, after], 'REVISION');
        streams.push(after);
      }
      return { streams, problems: byPlace(found) };
    });
  };
}

function drawingsOf(drafts: readonly StreamDraft[], key: string | null): readonly Drawing[] {
  const given = drafts.length === 1 ? key : null;
  return drafts.map((draft) => ({
    draft,
    key: (given ?? keyFromName(draft.name)) as StreamKey,
    derived: given === null,
  }));
}

/** What is kept under the key, where the text must not become its next revision. */
function presentProblem(
  { draft, key, present, removed }: PreparedRevision,
  derived: boolean,
  expectedRevision: number | null | undefined,
): Problem | null {
  if (removed) return { ...keyRemoved(removed), place: draft.at };
  if (derived && present && !speaksOf(draft, present)) return { ...keyTaken(present), place: draft.at };
  return revisionProblem(key, present?.revision ?? null, expectedRevision);
}

/** A text without a stream line speaks of no kept stream, unless it says what that one says. */
function speaksOf(draft: StreamDraft, present: StoredStream): boolean {
  const named = draft.at !== null && foldName(draft.name) === foldName(present.name);
  return named || printNapkin([draft]) === present.napkin;
}

function keyTaken({ key, name, revision }: StoredStream): Problem {
  return problem(
    'ERROR',
    'KEY_TAKEN',
    `"${key}" is the key of "${name}" (revision ${revision}), and this text does not say that it is that stream: nothing was stored.`,
    `Give the key "${key}" to draw "${name}" again; give another key, or another name behind \`stream\`, to keep both.`,
  );
}

function keyRemoved({ key, name, revision, removedAt }: RemovedStream): Problem {
  return problem(
    'ERROR',
    'STREAM_REMOVED',
    `"${key}" is the key of "${name}" (revision ${revision}), which was removed at ${removedAt}: nothing was stored.`,
    `Restore "${name}" with restoreValueStream to draw it again; give another key, or another name behind \`stream\`, to keep it removed.`,
  );
}

function requestProblems(drawings: readonly Drawing[], input: DrawInput): readonly Problem[] {
  const problems: Problem[] = [];
  const given = input.key ?? null;
  if (drawings.length > 1 && (given !== null || (input.expectedRevision ?? 0) !== 0)) {
    problems.push(
      problem(
        'ERROR',
        'SEVERAL_STREAMS',
        `The text holds ${drawings.length} streams, and a key or an expected revision can speak of one only.`,
        'Draw each stream on its own, or leave key and expected revision out (expected revision 0 says that all are new).',
      ),
    );
  }
  if (given !== null && keyFromName(given) !== given) problems.push(badKey(given));
  const first = new Map<string, Drawing>();
  for (const drawing of drawings) {
    const other = first.get(drawing.key);
    if (other && other.draft.name !== drawing.draft.name) problems.push(sameKey(other, drawing));
    first.set(drawing.key, other ?? drawing);
  }
  return problems;
}

/** Long texts that were given as a key by mistake are not told back. */
function badKey(given: string): Problem {
  const shown = given.length <= LONGEST_KEY ? `"${given}"` : `This text of ${given.length} characters`;
  return problem(
    'ERROR',
    'BAD_KEY',
    `${shown} cannot be the key of a stream: a key holds small letters, digits and single hyphens, at most ${LONGEST_KEY} characters.`,
    `Did you mean "${keyFromName(given)}"?`,
  );
}

function sameKey(first: Drawing, second: Drawing): Problem {
  const message = `"${first.draft.name}" and "${second.draft.name}" would both get the key "${second.key}".`;
  return {
    ...problem('ERROR', 'SAME_KEY', message, 'Give one of the two another name.'),
    place: second.draft.at,
  };
}
