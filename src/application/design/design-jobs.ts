import type { Following } from '../events/follow.js';
import { Fault, type DesignReading, type JobAnswer } from '../ports/index.js';
import { isEnded, type CompanyInput, type DesignJob, type FoundDesign, type JobInput } from './design-job.js';
import type { JobParts } from './job-parts.js';
import { startCompany, startDesign } from './start-design.js';
import { watchDesign } from './watch-design.js';

/** Designs that are made while whoever asked goes on; they are kept, and any server of the database makes them. */
export interface DesignJobs {
  /** Begins a design, or gives the one that answers the same question about the stream as it stands. */
  start(input: JobInput): Promise<DesignJob>;
  /** The same of one structure over several streams, of any number of steps. */
  startCompany(input: CompanyInput): Promise<DesignJob>;
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
    startCompany: startCompany(parts),
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
      const [answer, state] = [answers.get(job.id), told.get(job.id)];
      const planned = state?.asked.get(job.streamKey);
      return answer && state && planned ? [{ job, answer, planned, ...state }] : [];
    });
  });
  // The plans of a company's streams are waited for only where somebody asks for their steps.
  for (const { job, planned } of found) if (job.kind !== 'COMPANY') await planned.ready();
  return new Map(found.map((one) => [one.job.id, one]));
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

async function required(designs: DesignReading, id: string): Promise<DesignJob> {
  return (await designs.find(id)) ?? forgotten();
}

function forgotten(): never {
  throw new Fault(
    'NOT_FOUND',
    'There is no such design: it was never asked for, or it ended so long ago that it is forgotten. Ask for it anew.',
  );
}
