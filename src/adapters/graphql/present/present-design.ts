import { deriveMatrix, tellSearch, type SearchNews, type StructureProposal } from '../../../domain/index.js';
import type { DesignJob, PlannedStream } from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { presentFront, presentStructureIn } from './present-alternatives.js';
import { presentGrowth, presentSensitivity } from './present-outlook.js';
import { presentNoStructure, presentProposal } from './present-structure.js';
import { stepBookOf } from './step-book.js';

/** A design as it stands now. */
export function presentDesign(job: DesignJob) {
  const { id, planned, kind, effort, state, news, failure, askedAt, endedAt } = job;
  const of = (one: DesignJob['kind']) => () => (kind === one ? presentAnswer(job) : null);
  return {
    __typename: 'DesignJob',
    id: globalId({ type: 'DesignJob', id }),
    stream: planned.stored.key,
    revision: planned.stored.revision,
    ...{ kind, effort, state, failure, askedAt, endedAt },
    progress: news && presentProgress(news),
    structure: of('STRUCTURE'),
    alternatives: of('ALTERNATIVES'),
    growth: of('GROWTH'),
    sensitivity: of('SENSITIVITY'),
  };
}

function presentProgress(news: SearchNews) {
  const { part, stage, goals, work } = news;
  return { part: part === '' ? null : part, stage, goals, work, text: tellSearch(news) };
}

function presentAnswer(job: DesignJob) {
  const { answer, planned, plan } = job;
  if (!plan) return null;
  const book = stepBookOf(plan);
  switch (answer?.kind) {
    case 'StructureProposal':
      return presentDesigned(job, plan, answer);
    case 'StructureFront':
      return presentFront(planned, (alternative) => idOf(job, alternative), answer);
    case 'Growth':
      return presentGrowth(book, answer);
    case 'GrowthNotPossible':
      return { __typename: answer.kind, ...answer };
    case 'Sensitivity':
      return presentSensitivity(book, answer);
    case 'StreamNotReady':
    case 'LimitsContradict':
      return presentNoStructure(book, answer);
    case undefined:
      return null;
  }
}

function presentDesigned(job: DesignJob, plan: PlannedStream['plan'], proposal: StructureProposal) {
  const matrix = () => deriveMatrix({ ...plan.gate, structure: proposal });
  return presentProposal(stepBookOf(plan), proposal, idOf(job, null), matrix);
}

function idOf({ id: design }: DesignJob, alternative: string | null): string {
  return globalId({ type: 'DesignedStructure', design, alternative });
}

/** The structure that a design found, or one of its alternatives; null where it found none of that id. */
export function presentDesignedStructure(job: DesignJob, alternative: string | null) {
  const { answer, planned, plan } = job;
  if (!plan) return null;
  if (alternative === null)
    return answer?.kind === 'StructureProposal' ? presentDesigned(job, plan, answer) : null;
  if (answer?.kind !== 'StructureFront') return null;
  return presentStructureIn(planned, (one) => idOf(job, one), answer, alternative);
}
