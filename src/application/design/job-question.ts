import type { PlannedStream } from '../planned-stream.js';
import type { DesignQuestion } from '../ports/index.js';
import { numbersToTry, startOf } from '../structure-outlook.js';
import type { Suggest } from '../suggest-structure.js';
import type { JobAnswer, JobInput } from './design-job.js';

/** What is to be designed, or the answer where nothing has to be. */
export type AskJob = (
  planned: PlannedStream,
  input: JobInput,
) => Promise<{ readonly question: DesignQuestion } | { readonly answer: JobAnswer }>;

/** The question behind what was asked; growth and sensitivity start from the structure in force, or from what is suggested within the limits. */
export function jobQuestion(suggest: Suggest): AskJob {
  return async (planned, { kind, limits = null, effort, times = null, most = null }) => {
    const ground = { ...planned.told(), limits: limits ?? {}, effort: effort ?? ('THOROUGH' as const) };
    switch (kind) {
      case null:
      case undefined:
      case 'STRUCTURE':
        return { question: { ...ground, kind: 'STRUCTURE' } };
      case 'ALTERNATIVES':
        return { question: { ...ground, kind } };
      case 'GROWTH':
      case 'SENSITIVITY': {
        const from = await startOf(planned, limits, suggest);
        if ('kind' in from) return { answer: from };
        const start = { ...ground, kept: from.kept, limits: from.limits };
        return kind === 'GROWTH'
          ? { question: { ...start, kind, times } }
          : { question: { ...start, kind, most: numbersToTry(most) } };
      }
    }
  };
}
