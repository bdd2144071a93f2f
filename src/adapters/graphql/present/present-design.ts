import { deriveMatrix, tellSearch, type SearchNews, type StructureProposal } from '../../../domain/index.js';
import type { DesignJob, FoundDesign, UseCases } from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { once } from './once.js';
import { presentCompany, type PresentStream } from './present-company.js';
import { presentFront, presentStructureIn } from './present-alternatives.js';
import { presentGrowth, presentSensitivity } from './present-outlook.js';
import { presentNoStructure, presentProposal } from './present-structure.js';
import { stepBookOf } from './step-book.js';

/** A design as it stands now; what it found is read when it is asked for. present: the streams of a company. */
export function presentDesign(useCases: UseCases, job: DesignJob, present: PresentStream) {
  return presentIn(job, async () => (await useCases.designsFound([job.id])).get(job.id), present);
}

/** Several designs; what they found is read for all of them at once. */
export function presentDesigns(useCases: UseCases, jobs: readonly DesignJob[], present: PresentStream) {
  const found = once(() => useCases.designsFound(jobs.map(({ id }) => id)));
  return jobs.map((job) => presentIn(job, async () => (await found()).get(job.id), present));
}

type Find = () => Promise<FoundDesign | undefined>;

function presentIn(job: DesignJob, find: Find, present: PresentStream) {
  const { id, streamKey, revision, kind, effort, state, news, failure, askedAt, endedAt } = job;
  const of = (one: DesignJob['kind']) => async () => {
    const found = kind === one ? await find() : undefined;
    return found ? presentAnswer(found, present) : null;
  };
  return {
    __typename: 'DesignJob',
    id: globalId({ type: 'DesignJob', id }),
    stream: streamKey,
    streams: [job, ...job.others].map((one) => ({ stream: one.streamKey, revision: one.revision })),
    ...{ revision, kind, effort, state, failure, askedAt, endedAt },
    progress: news && presentProgress(endedNews(job, news)),
    structure: of('STRUCTURE'),
    alternatives: of('ALTERNATIVES'),
    growth: of('GROWTH'),
    sensitivity: of('SENSITIVITY'),
    company: of('COMPANY'),
  };
}

/** What ended is in no stage any more, and of several structures the last one says nothing about the whole. */
function endedNews({ state, kind }: Pick<DesignJob, 'state' | 'kind'>, news: SearchNews): SearchNews {
  const stage = ENDED[state];
  if (stage === null) return news;
  return { ...news, part: '', stage, goals: kind === 'STRUCTURE' ? news.goals : [] };
}

const ENDED: Readonly<Record<DesignJob['state'], string | null>> = {
  WAITING: null,
  RUNNING: null,
  DONE: 'done',
  CANCELLED: 'ended early',
  FAILED: 'failed',
};

function presentProgress(news: SearchNews) {
  const { part, stage, goals, work } = news;
  return { part: part === '' ? null : part, stage, goals, work, text: tellSearch(news) };
}

function presentAnswer(found: FoundDesign, present: PresentStream) {
  const { answer, planned } = found;
  const book = () => stepBookOf(planned.plan);
  switch (answer.kind) {
    case 'StructureProposal':
      return presentDesigned(found, answer);
    case 'StructureFront':
      return presentFront(planned, (alternative) => idOf(found, alternative), answer);
    case 'Growth':
      return presentGrowth(book(), answer);
    case 'GrowthNotPossible':
      return { __typename: answer.kind, ...answer };
    case 'Sensitivity':
      return presentSensitivity(book(), answer);
    case 'StreamNotReady':
    case 'LimitsContradict':
      return presentNoStructure(book(), answer);
    case 'CompanyStructure':
    case 'CompanyNotReady':
    case 'CompanyNotPossible':
    case 'CompanyLimitsContradict':
      return presentCompany({ company: answer, streams: found.now, asked: found.asked }, present);
  }
}

function presentDesigned(found: FoundDesign, proposal: StructureProposal) {
  const { plan } = found.planned;
  const matrix = () => deriveMatrix({ ...plan.gate, structure: proposal });
  return presentProposal(stepBookOf(plan), proposal, idOf(found, null), matrix);
}

function idOf({ job }: FoundDesign, alternative: string | null): string {
  return globalId({ type: 'DesignedStructure', design: job.id, alternative });
}

/** The structure that a design found, or one of its alternatives; null where it found none of that id. */
export function presentDesignedStructure(found: FoundDesign, alternative: string | null) {
  const { answer, planned } = found;
  if (alternative === null)
    return answer.kind === 'StructureProposal' ? presentDesigned(found, answer) : null;
  if (answer.kind !== 'StructureFront') return null;
  return presentStructureIn(planned, (one) => idOf(found, one), answer, alternative);
}
