import { keyFromName, readNapkin, type Problem, type StreamDraft, type StreamKey } from '../domain/index.js';
import { keepRevision, prepareRevision, type PreparedRevision } from './draw-revision.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import type { StoredStream } from './ports/index.js';
import { byPlace, hasErrors, problem, revisionProblem } from './problems.js';
import { wellFormed } from './well-formed.js';

export interface DrawInput {
  readonly napkin: string;
  /** Names the stream where the text holds one; null takes it from the stream's name. */
  readonly key?: string | null;
  /** The revision that the text was made from, 0 for a new stream; null does not ask. */
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
}

/** Keeps every stream of a text as its next revision, in one write: all of them or none. */
export function drawStream({ unitOfWork, world, planner }: Parts) {
  return async (input: DrawInput): Promise<DrawnStreams> => {
    const { drafts, problems: written } = readNapkin(wellFormed(input.napkin));
    const drawings = drawingsOf(drafts, input.key ?? null);
    const asked = requestProblems(drawings, input);

    return unitOfWork.write(async (store) => {
      const prepared: PreparedRevision[] = [];
      for (const { draft, key } of drawings) prepared.push(await prepareRevision(store, draft, key));
      const outOfDate = prepared.flatMap(
        ({ key, present }) => revisionProblem(key, present?.revision ?? null, input.expectedRevision) ?? [],
      );
      const found = [...asked, ...outOfDate, ...written, ...prepared.flatMap(({ problems }) => problems)];
      if (hasErrors(found)) return { streams: [], problems: byPlace(found) };

      const streams: StoredStream[] = [];
      for (const one of prepared) {
        const { stored, problems } = await keepRevision(store, world, one);
        streams.push(stored);
        found.push(...problems);
      }
      const aliases = await store.learnedAliases();
      return {
        streams: streams.map((stored) => planner.planned(stored, aliases)),
        problems: byPlace(found),
      };
    });
  };
}

function drawingsOf(drafts: readonly StreamDraft[], key: string | null): readonly Drawing[] {
  const given = drafts.length === 1 ? key : null;
  return drafts.map((draft) => ({ draft, key: (given ?? keyFromName(draft.name)) as StreamKey }));
}

function requestProblems(drawings: readonly Drawing[], input: DrawInput): readonly Problem[] {
  const problems: Problem[] = [];
  const given = input.key ?? null;
  if (drawings.length > 1 && (given !== null || (input.expectedRevision ?? null) !== null)) {
    problems.push(
      problem(
        'ERROR',
        'SEVERAL_STREAMS',
        `The text holds ${drawings.length} streams, and a key or an expected revision can speak of one only.`,
        'Draw each stream on its own, or leave key and expected revision out.',
      ),
    );
  }
  if (given !== null && keyFromName(given) !== given) {
    const message = `"${given}" cannot be the key of a stream: a key holds small letters, digits and single hyphens.`;
    problems.push(problem('ERROR', 'BAD_KEY', message, `Did you mean "${keyFromName(given)}"?`));
  }
  const first = new Map<string, Drawing>();
  for (const drawing of drawings) {
    const other = first.get(drawing.key);
    if (other && other.draft.name !== drawing.draft.name) problems.push(sameKey(other, drawing));
    first.set(drawing.key, other ?? drawing);
  }
  return problems;
}

function sameKey(first: Drawing, second: Drawing): Problem {
  const message = `"${first.draft.name}" and "${second.draft.name}" would both get the key "${second.key}".`;
  return {
    ...problem('ERROR', 'SAME_KEY', message, 'Give one of the two another name.'),
    place: second.draft.at,
  };
}
