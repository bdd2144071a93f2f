import type { DesignQuestion, JobAnswer } from '../ports/index.js';
import { numbersToTry, startOf } from '../structure-outlook.js';
import type { Suggest } from '../suggest-structure.js';
import type { AskedState } from './asked-states.js';

/** What is to be designed, or the answer where nothing has to be. */
export type AskJob = (
  state: AskedState,
) => Promise<{ readonly question: DesignQuestion } | { readonly answer: JobAnswer }>;

/** The question behind what was asked; growth and sensitivity start from the structure in force, or from what is suggested within the limits. */
export function jobQuestion(suggest: Suggest): AskJob {
  return async ({ planned, others, ground: { asked } }) => {
    const { kind, limits, effort, times, most } = asked;
    const ground = { ...planned.told(), limits: limits ?? {}, effort };
    switch (kind) {
      case 'STRUCTURE':
        return { question: { ...ground, kind } };
      case 'ALTERNATIVES':
        return { question: { ...ground, kind } };
      case 'COMPANY':
        return { question: { ...ground, kind, others: others.map((one) => one.told().stream) } };
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
