import type { Following } from '../events/follow.js';
import type { Parts } from '../parts.js';
import { requireRevision } from '../problems.js';
import { numbersToTry } from '../structure-outlook.js';
import { Fault, type DesignQueue, type DesignReading, type Events, type JobAnswer } from '../ports/index.js';
import type { AskedStates } from './asked-states.js';
import { isSmall } from './designer-by-size.js';
import { groundOf, questionKey, questionOf } from './design-ground.js';
import { isEnded, type DesignJob, type FoundDesign, type JobInput } from './design-job.js';
import { watchDesign } from './watch-design.js';

/** Designs that are made while whoever asked goes on; they are kept, and any server of the database makes them. */
export interface DesignJobs {
  /** Begins a design, or gives the one that answers the same question about the stream as it stands. */
  start(input: JobInput): Promise<DesignJob>;
  /** null where there is none of that id, or no longer. */
  find(id: string): Promise<DesignJob | null>;
  /** Those of these ids that there are. */
  findAll(ids: readonly string[]): Promise<readonly DesignJob[]>;
  /** What these have found (so far as they have), and the states of streams that they are about, by their ids. */
  found(ids: readonly string[]): Promise<ReadonlyMap<string, FoundDesign>>;
  /** What it found alone. */
  answer(id: string): Promise<JobAnswer | null>;
  /** Those of streams that are remembered, by the ids of the streams, each the latest first. */
  ofStreams(streamIds: readonly string[]): Promise<ReadonlyMap<string, readonly DesignJob[]>>;
  /** Ends a design; resolves once it has ended, with the best so far. One that has ended stays as it is. */
  cancel(id: string): Promise<DesignJob>;
  /** How it goes on from now, to its end. */
  watch(id: string): Promise<Following<DesignJob>>;
}

/** Designs of a workspace that may be under way or waiting at once. */
const MOST_OPEN = 20;

/** What the designs of a workspace are made of. */
export interface JobParts extends Pick<Parts, 'planner' | 'unitOfWork' | 'world'> {
  readonly events: Events;
  readonly queue: DesignQueue;
  readonly states: AskedStates;
}

/** The designs of one workspace. */
export function designJobs(parts: JobParts): DesignJobs {
  const { unitOfWork, events } = parts;
  const find = (id: string) => unitOfWork.read(({ designs }) => designs.find(id));
  const watch = async (id: string): Promise<Following<DesignJob>> => {
    await unitOfWork.read(({ designs }) => required(designs, id));
    return watchDesign(events, id, find);
  };
  return {
    start: startDesign(parts),
    find,
    findAll: (ids) => unitOfWork.read(({ designs }) => designs.findAll(ids)),
    found: (ids) => foundDesigns(parts, ids),
    answer: (id) => unitOfWork.read(async ({ designs }) => (await designs.answers([id])).get(id) ?? null),
    ofStreams: (ids) => unitOfWork.read(({ designs }) => designs.ofStreams(ids)),
    async cancel(id) {
      const following = await watch(id);
      await askToEnd(parts, id);
      let last: DesignJob | null = null;
      for await (const job of following) last = job;
      return (await find(id)) ?? last ?? forgotten();
    },
    watch,
  };
}

async function foundDesigns(
  { unitOfWork, states }: JobParts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundDesign>> {
  const found = await unitOfWork.read(async (store) => {
    const answers = await store.designs.answers(ids);
    const jobs = await store.designs.findAll([...answers.keys()]);
    const told = await states.told(store, jobs);
    return jobs.flatMap((job): FoundDesign[] => {
      const [answer, planned] = [answers.get(job.id), told.get(job.id)];
      return answer && planned ? [{ job, answer, planned }] : [];
    });
  });
  for (const { planned } of found) await planned.ready();
  return new Map(found.map((one) => [one.job.id, one]));
}

function startDesign({ planner, unitOfWork, world, queue }: JobParts): DesignJobs['start'] {
  return async (input) => {
    numbersToTry(input.most ?? null);
    const job = await unitOfWork.write(async (store) => {
      const { stored } = await planner.required(store, input.stream);
      requireRevision(stored, input.expectedRevision);
      const ground = groundOf(stored, await store.learnedAliases(), questionOf(input));
      const { id: streamId, revision } = stored;
      const question = questionKey(ground);
      const same = await store.designs.standing(streamId, question);
      if (same) return same;
      requireRoom((await store.designs.open()).length);
      const id = world.newId();
      const size = isSmall({ ...ground.asked, stream: { steps: stored.steps.length } }) ? 'SMALL' : 'LARGE';
      await store.designs.add({ id, streamId, revision, question, size, ground, askedAt: world.now() });
      await queue.add(id, size);
      return required(store.designs, id);
    });
    queue.wake();
    return job;
  };
}

/** Ends what nobody makes yet, and tells whoever makes it that what there is by then is enough. */
function askToEnd({ unitOfWork, world, queue }: JobParts, id: string): Promise<void> {
  return unitOfWork.write(async ({ designs }) => {
    const job = await designs.find(id);
    if (!job || isEnded(job)) return;
    await designs.cancel(id);
    if (job.state !== 'WAITING' || !(await queue.finish(id))) return;
    const nothing = { news: null, answer: null, failure: null };
    await designs.end(id, { ...nothing, state: 'CANCELLED', endedAt: world.now() });
  });
}

function requireRoom(open: number): void {
  if (open < MOST_OPEN) return;
  throw new Fault(
    'UNAVAILABLE',
    `${open} designs are under way or wait already. Wait for one of them, or end it with cancelDesign.`,
  );
}

async function required(designs: DesignReading, id: string): Promise<DesignJob> {
  return (await designs.find(id)) ?? forgotten();
}

function forgotten(): never {
  throw new Fault(
    'NOT_FOUND',
    'There is no such design: it was never asked for, or it ended so long ago that it is forgotten. Ask for it anew.',
  );
}
