import {
  designCompany as companyOver,
  type StructureLimits,
  type SuggestedCompany,
} from '../domain/index.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault, type Designer } from './ports/index.js';
import { isFew, MOST_STEPS } from './require-few-steps.js';

/** A company, and its streams as they are kept, by their keys. */
export interface DesignedCompany {
  readonly company: SuggestedCompany;
  readonly streams: ReadonlyMap<string, PlannedStream>;
}

/** Streams that are taken at a time. */
const MOST_STREAMS = 50;

/**
 * One structure over kept streams, designed as everything that somebody waits for; a Fault NOT_FOUND where there is none
 * of such a key, BAD_INPUT where they are too many or have too many steps together for one request.
 */
export function designCompany({ unitOfWork, planner }: Parts, designer: Designer) {
  return async (keys: readonly string[], limits: StructureLimits = {}): Promise<DesignedCompany> => {
    const wanted = [...new Set(keys)];
    if (wanted.length > MOST_STREAMS)
      throw new Fault(
        'BAD_INPUT',
        `At most ${MOST_STREAMS} streams are taken at a time, not ${wanted.length}.`,
      );
    const planned = await unitOfWork.read(async (store) => {
      const found: PlannedStream[] = [];
      for (const key of wanted) found.push(await planner.required(store, key));
      return found;
    });
    const steps = planned.reduce((sum, { stored }) => sum + stored.steps.length, 0);
    requireFewTogether(steps, planned.length);
    for (const one of planned) await one.ready();
    const company = await companyOf(planned, limits, designer);
    return { company, streams: new Map(planned.map((one) => [one.stored.key, one])) };
  };
}

async function companyOf(
  planned: readonly PlannedStream[],
  limits: StructureLimits,
  designer: Designer,
): Promise<SuggestedCompany> {
  const [first, ...others] = planned.map((one) => one.told());
  if (!first) return companyOver([], limits);
  const { answer } = await designer.design<'COMPANY'>({
    ...first,
    kind: 'COMPANY',
    effort: 'QUICK',
    limits,
    others: others.map(({ stream }) => stream),
  }).designed;
  return answer;
}

function requireFewTogether(steps: number, streams: number): void {
  if (isFew(steps)) return;
  throw new Fault(
    'BAD_INPUT',
    `A company takes long for ${streams} streams of ${steps} steps together, and within one request it is designed for at most ${MOST_STEPS}. Name fewer streams; or at a terminal "headwater company FILE…" designs any number, and tells how far it has come.`,
  );
}
