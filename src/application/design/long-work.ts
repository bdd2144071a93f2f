import { watchStream } from '../events/watch-stream.js';
import type { Parts } from '../parts.js';
import type { Designers, DesignQueue, Events } from '../ports/index.js';
import { structureAlternatives } from '../structure-alternatives.js';
import { suggestStructure } from '../suggest-structure.js';
import { askedStates } from './asked-states.js';
import { designedBefore } from './designed-before.js';
import { designJobs } from './design-jobs.js';
import { jobQuestion } from './job-question.js';
import { makeDesigns } from './make-designs.js';
import { tableQueue } from './table-queue.js';

/** What is designed within a request and what takes longer; and what tells of it. */
export function longWork(parts: Parts & { readonly events: Events }, designers: Designers) {
  const before = designedBefore(parts);
  const suggest = suggestStructure(designers.atOnce, before);
  const alternatives = structureAlternatives(designers.atOnce, before);
  const states = askedStates(parts.planner);
  const queue = parts.designQueue ?? queueOfItsOwn(parts);
  const jobs = designJobs({ ...parts, states, queue });
  const ask = jobQuestion(suggest);
  queue.serve(makeDesigns({ ...parts, states, queue, ask, designer: designers.inTurn }));
  const watch = watchStream(parts);
  return {
    suggest,
    alternatives,
    jobs,
    startDesign: jobs.start,
    startCompanyDesign: jobs.startCompany,
    design: jobs.find,
    designsByIds: jobs.findAll,
    designsFound: jobs.found,
    designsOfStream: async (id: string) => (await jobs.ofStreams([id])).get(id) ?? [],
    designsOfStreams: jobs.ofStreams,
    cancelDesign: jobs.cancel,
    watchDesign: jobs.watch,
    watchRevisions: watch.revisions,
    watchVerdicts: watch.verdicts,
  };
}

/** Where nobody spreads designs over workspaces and servers, those of this one are all begun at once. */
function queueOfItsOwn({ unitOfWork, keepError }: Parts): DesignQueue {
  const workspaceId = 'this one';
  const all = Number.POSITIVE_INFINITY;
  const queue = tableQueue({
    open: async () =>
      (await unitOfWork.read(({ designs }) => designs.open())).map((ticket) => ({ ...ticket, workspaceId })),
    openWorkspace: () => undefined,
    places: { SMALL: all, LARGE: all },
    keepError,
  });
  return queue.queueOf(workspaceId);
}
