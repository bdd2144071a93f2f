import { watchStream } from '../events/watch-stream.js';
import type { Parts } from '../parts.js';
import type { Designers, Events } from '../ports/index.js';
import { structureAlternatives } from '../structure-alternatives.js';
import { suggestStructure } from '../suggest-structure.js';
import { designJobs } from './design-jobs.js';
import { jobQuestion } from './job-question.js';
import { keepDesigned } from './keep-designed.js';

/** What is designed within a request and what takes longer, with what remembers both; and what tells of it. */
export function longWork(parts: Parts & { readonly events: Events }, designers: Designers) {
  const { suggest, keep: keepSuggested } = suggestStructure(designers.atOnce);
  const { alternatives, keep: keepFront } = structureAlternatives(designers.atOnce);
  const jobs = designJobs({
    ...parts,
    designer: designers.inTurn,
    ask: jobQuestion(suggest),
    keep: keepDesigned(keepSuggested, keepFront),
  });
  const watch = watchStream(parts);
  return {
    suggest,
    alternatives,
    jobs,
    startDesign: jobs.start,
    design: jobs.find,
    designsOfStream: jobs.ofStream,
    cancelDesign: jobs.cancel,
    watchDesign: jobs.watch,
    watchRevisions: watch.revisions,
    watchVerdicts: watch.verdicts,
  };
}
