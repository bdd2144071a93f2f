import { askedAgain } from '../domain/index.js';
import type {
  Growth,
  GrowthNotPossible,
  LimitsContradict,
  Sensitivity,
  StreamNotReady,
  StructureLimits,
  StructureProposal,
} from '../domain/index.js';
import { Fault, type Designer } from './ports/index.js';
import type { PlannedStream } from './planned-stream.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import { requireFewSteps } from './require-few-steps.js';
import type { Suggest } from './suggest-structure.js';

/** How the structure of a stream may come to differ: as demand grows, and where guesses are off. */
export interface StructureOutlook {
  growth(
    planned: PlannedStream,
    limits?: StructureLimits | null,
    times?: readonly number[] | null,
  ): Promise<Growth | GrowthNotPossible | StreamNotReady | LimitsContradict>;
  /** most: how many guesses are tried, at most 24. */
  sensitivity(
    planned: PlannedStream,
    limits?: StructureLimits | null,
    most?: number | null,
  ): Promise<Sensitivity | StreamNotReady | LimitsContradict>;
}

/** Each guess takes two designs. */
const USUAL_NUMBERS = 10;
const MOST_NUMBERS = 24;

/**
 * Looks ahead from the structure in force, or from what is suggested within the limits where limits are given. Equal
 * questions are worked out once for as long as the stream stays as it is. A Fault BAD_INPUT where the stream has too
 * many steps for that within one request.
 */
export function structureOutlook(suggest: Suggest, designer: Designer): StructureOutlook {
  const sensitivities = rememberAnswers<Sensitivity>();
  const growths = rememberAnswers<Growth | GrowthNotPossible>();
  return {
    async growth(planned, limits = null, times = null) {
      requireFewSteps(planned.stored.steps.length, 'Looking at growth');
      const from = await startOf(planned, limits, suggest);
      if ('kind' in from) return from;
      const { key, ...start } = from;
      return growths.of(planned.plan.understanding, `${key} ${(times ?? []).join(',')}`, async () => {
        const question = { ...planned.told(), ...start, effort: 'QUICK', kind: 'GROWTH', times } as const;
        return (await designer.design<'GROWTH'>(question).designed).answer;
      });
    },
    async sensitivity(planned, limits = null, most = null) {
      requireFewSteps(planned.stored.steps.length, 'Trying guesses');
      const numbers = numbersToTry(most);
      const from = await startOf(planned, limits, suggest);
      if ('kind' in from) return from;
      const { key, ...start } = from;
      return sensitivities.of(planned.plan.understanding, `${key} ${numbers}`, async () => {
        const asked = { kind: 'SENSITIVITY', effort: 'QUICK', most: numbers } as const;
        const question = { ...planned.told(), ...start, ...asked };
        return (await designer.design<'SENSITIVITY'>(question).designed).answer;
      });
    },
  };
}

/** How many guesses are tried; a Fault BAD_INPUT where so many cannot be. */
export function numbersToTry(most: number | null): number {
  const numbers = most ?? USUAL_NUMBERS;
  if (numbers >= 1 && numbers <= MOST_NUMBERS) return numbers;
  throw new Fault('BAD_INPUT', `Between 1 and ${MOST_NUMBERS} guesses can be tried, not ${numbers}.`);
}

/** The roles that are looked ahead from, and the limits within which others are designed. */
export interface OutlookStart {
  readonly kept: StructureProposal;
  readonly limits: StructureLimits;
  /** Tells one start on the same stream from another. */
  readonly key: string;
}

/** Where an outlook starts, or why there is nothing to start from. */
export async function startOf(
  planned: PlannedStream,
  limits: StructureLimits | null,
  suggest: Suggest,
): Promise<OutlookStart | StreamNotReady | LimitsContradict> {
  await planned.ready();
  const { structure, adopted } = planned.plan;
  if (limits === null && structure && adopted)
    return { kept: structure, limits: askedAgain(structure.limits), key: `adopted ${adopted.adoptedAt}` };
  const suggested = await suggest(planned, limits);
  if (suggested.kind !== 'StructureProposal') return suggested;
  return { kept: suggested, limits: limits ?? {}, key: limitsKey(limits ?? {}) };
}
