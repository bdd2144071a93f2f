import type { Suggestions } from '../suggest-structure.js';
import type { WeighedAlternatives } from '../structure-alternatives.js';
import type { DesignJob } from './design-job.js';

/** What was designed to the end is remembered beside what was asked for within a request, as far as the two are the same question. */
export function keepDesigned(keepSuggested: Suggestions['keep'], keepFront: WeighedAlternatives['keep']) {
  return ({ planned, answer, kind, limits, effort }: DesignJob): void => {
    if (answer?.kind === 'StructureProposal') keepSuggested(planned, limits, effort, answer);
    if (answer?.kind === 'StructureFront' && kind === 'ALTERNATIVES' && effort === 'QUICK')
      keepFront(planned, limits, answer);
  };
}
