import type { PlannedStream } from '../planned-stream.js';
import { requireRevision } from '../problems.js';
import { numbersToTry } from '../structure-outlook.js';
import { Fault, type DesignGround, type StoredStream, type Writing } from '../ports/index.js';
import { isSmall } from './designer-by-size.js';
import { companyGroundOf, companyQuestion, groundOf, questionKey, questionOf } from './design-ground.js';
import type { CompanyInput, DesignJob, JobInput } from './design-job.js';
import type { JobParts } from './job-parts.js';
import { requirePossible, requireSteps, requireStepsOfCompany, requireTimes } from './require-possible.js';
import { streamsOfCompany } from './streams-of-company.js';

/** Designs of a workspace that may be under way or waiting at once. */
const MOST_OPEN = 20;

/** Begins a design of one stream, or gives the one that answers the same question about the stream as it stands. */
export function startDesign(parts: JobParts) {
  return async (input: JobInput): Promise<DesignJob> => {
    numbersToTry(input.most ?? null);
    requirePossible(input.limits);
    if (input.kind === 'GROWTH') requireTimes(input.times);
    if (input.kind === 'COMPANY')
      throw new Fault(
        'BAD_INPUT',
        'A company is one structure over several streams: ask for it with designCompany, which names all of them.',
      );
    return kept(parts, async (store) => {
      const planned = await parts.planner.required(store, input.stream);
      const { stored } = planned;
      requireRevision(stored, input.expectedRevision);
      requireSteps(planned, input.limits);
      const ground = groundOf(stored, await store.learnedAliases(), questionOf(input));
      return { stored, ground, steps: stored.steps.length };
    });
  };
}

/** The same of one structure over several streams; it is kept with the stream whose key comes first, and told with each of them. */
export function startCompany(parts: JobParts) {
  return async (input: CompanyInput): Promise<DesignJob> => {
    const keys = requireStreams(input);
    requirePossible(input.limits);
    return kept(parts, async (store) => {
      const planned: PlannedStream[] = [];
      for (const key of keys) planned.push(await parts.planner.required(store, key));
      const streams = planned.map((one): StoredStream => one.stored);
      for (const stored of streams) requireRevision(stored, expectedOf(input, stored.key));
      requireStepsOfCompany(planned, input.limits);
      const [stored, ...others] = streams;
      if (!stored) throw new Fault('BAD_INPUT', NO_STREAM);
      const aliases = await store.learnedAliases();
      const ground = companyGroundOf(stored, others, aliases, companyQuestion(input));
      return { stored, ground, steps: streams.reduce((sum, one) => sum + one.steps.length, 0) };
    });
  };
}

/** A question about the state of a stream, and of how many steps it is. */
interface AskedHere {
  readonly stored: StoredStream;
  readonly ground: DesignGround;
  readonly steps: number;
}

/** Keeps what is asked where nobody has asked it yet; it has its turn once it is kept. */
async function kept(
  { unitOfWork, world, queue }: JobParts,
  ask: (store: Writing) => Promise<AskedHere>,
): Promise<DesignJob> {
  const job = await unitOfWork.write(async (store) => {
    const { stored, ground, steps } = await ask(store);
    const { id: streamId, revision } = stored;
    const question = questionKey(ground);
    const same = await store.designs.standing(streamId, question);
    if (same) return same;
    requireRoom((await store.designs.open()).length);
    const id = world.newId();
    const size = isSmall({ ...ground.asked, stream: { steps } }) ? 'SMALL' : 'LARGE';
    await store.designs.add({ id, streamId, revision, question, size, ground, askedAt: world.now() });
    await queue.add(id, size);
    return store.designs.find(id);
  });
  queue.wake();
  if (!job) throw new Error('A design that was just kept is not there');
  return job;
}

function requireRoom(open: number): void {
  if (open < MOST_OPEN) return;
  throw new Fault(
    'UNAVAILABLE',
    `${open} designs are under way or wait already. Wait for one of them, or end it with cancelDesign.`,
  );
}

const NO_STREAM = 'A company has no streams here. Name two or more by their keys.';

/** The keys, each once and in their order. */
function requireStreams({ streams, expectedRevisions }: CompanyInput): readonly string[] {
  const keys = streamsOfCompany(streams);
  if (keys.length === 0) throw new Fault('BAD_INPUT', NO_STREAM);
  const stranger = expectedRevisions?.find(({ stream }) => !keys.includes(stream));
  if (stranger)
    throw new Fault(
      'BAD_INPUT',
      `A revision of "${stranger.stream}" is expected, and it is none of the streams. Name it among them, or leave its revision out.`,
    );
  return keys;
}

function expectedOf({ expectedRevisions }: CompanyInput, key: string): number | null {
  return expectedRevisions?.find(({ stream }) => stream === key)?.revision ?? null;
}
