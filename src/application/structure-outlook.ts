import {
  growStructure,
  structureSensitivity,
  type Growth,
  type GrowthNotPossible,
  type LimitsContradict,
  type Sensitivity,
  type Solving,
  type StreamNotReady,
  type StructureLimits,
  type StructureProposal,
} from '../domain/index.js';
import { Fault } from './ports/index.js';
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
  ): Growth | GrowthNotPossible | StreamNotReady | LimitsContradict;
  /** most: how many guesses are tried, at most 24. */
  sensitivity(
    planned: PlannedStream,
    limits?: StructureLimits | null,
    most?: number | null,
  ): Sensitivity | StreamNotReady | LimitsContradict;
}

/** Each guess takes two designs. */
const USUAL_NUMBERS = 10;
const MOST_NUMBERS = 24;

/**
 * Looks ahead from the structure in force, or from what is suggested within the limits where limits are given. Equal
 * questions are worked out once for as long as the stream stays as it is. A Fault BAD_INPUT where the stream has too
 * many steps for that.
 */
export function structureOutlook(suggest: Suggest, solving?: Solving): StructureOutlook {
  const rememberSensitivity = rememberAnswers<Sensitivity>();
  const rememberGrowth = rememberAnswers<Growth | GrowthNotPossible>();
  return {
    growth(planned, limits = null, times = null) {
      requireFewSteps(planned.plan.stream, 'Looking at growth', 'headwater grow FILE');
      const from = startOf(planned, limits, suggest);
      if ('kind' in from) return from;
      const { understanding } = planned.plan;
      const key = `${from.key} ${(times ?? []).join(',')}`;
      const asked = { ...from, ...(times ? { times } : {}) };
      return rememberGrowth(understanding, key, () => growStructure(understanding, asked, solving));
    },
    sensitivity(planned, limits = null, most = null) {
      requireFewSteps(planned.plan.stream, 'Trying guesses', 'headwater sure FILE');
      const numbers = most ?? USUAL_NUMBERS;
      if (!(numbers >= 1 && numbers <= MOST_NUMBERS))
        throw new Fault('BAD_INPUT', `Between 1 and ${MOST_NUMBERS} guesses can be tried, not ${numbers}.`);
      const from = startOf(planned, limits, suggest);
      if ('kind' in from) return from;
      const { understanding } = planned.plan;
      const asked = { ...from, most: numbers };
      return rememberSensitivity(understanding, `${from.key} ${numbers}`, () =>
        structureSensitivity(understanding, asked, solving),
      );
    },
  };
}

interface Start {
  readonly kept: StructureProposal;
  readonly limits: StructureLimits;
  /** Tells one start on the same stream from another. */
  readonly key: string;
}

function startOf(
  planned: PlannedStream,
  limits: StructureLimits | null,
  suggest: Suggest,
): Start | StreamNotReady | LimitsContradict {
  const { structure, adopted } = planned.plan;
  if (limits === null && structure && adopted)
    return { kept: structure, limits: structure.limits, key: `adopted ${adopted.adoptedAt}` };
  const suggested = suggest(planned, limits);
  if (suggested.kind !== 'StructureProposal') return suggested;
  return { kept: suggested, limits: limits ?? {}, key: limitsKey(limits ?? {}) };
}
