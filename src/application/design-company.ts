import {
  designCompany as companyOver,
  type StructureLimits,
  type SuggestedCompany,
} from '../domain/index.js';
import type { CompanyBefore } from './design/company-before.js';
import { streamsOfCompany } from './design/streams-of-company.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault, type Designer } from './ports/index.js';
import { isFew, MOST_STEPS } from './require-few-steps.js';

/** A company, and its streams by their keys. */
export interface DesignedCompany {
  readonly company: SuggestedCompany;
  /** As they are kept now. */
  readonly streams: ReadonlyMap<string, PlannedStream>;
  /** As they were when the company was asked for, where that may be another time. */
  readonly asked: ReadonlyMap<string, PlannedStream>;
}

/** Streams that are designed together within one request. */
const MOST_STREAMS = 50;

/**
 * One structure over kept streams, designed as everything that somebody waits for, or found among what was designed
 * before; a Fault NOT_FOUND where there is none of such a key, BAD_INPUT where they are too many or have too many steps
 * together for one request and nobody had them designed.
 */
export function designCompany({ unitOfWork, planner }: Parts, designer: Designer, before: CompanyBefore) {
  return async (keys: readonly string[], limits: StructureLimits = {}): Promise<DesignedCompany> => {
    const wanted = streamsOfCompany(keys);
    const planned = await unitOfWork.read(async (store) => {
      const found: PlannedStream[] = [];
      for (const key of wanted) found.push(await planner.required(store, key));
      return found;
    });
    const steps = planned.reduce((sum, { stored }) => sum + stored.steps.length, 0);
    const isShort = isFew(steps) && planned.length <= MOST_STREAMS;
    const found = isShort ? null : await before(planned, limits);
    if (!isShort && !found) throw tooLong(steps, planned.length);
    const company = found ?? (await companyOf(planned, limits, designer));
    const streams = new Map(planned.map((one) => [one.stored.key, one]));
    return { company, streams, asked: streams };
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

function tooLong(steps: number, streams: number): Fault {
  return new Fault(
    'BAD_INPUT',
    `A company takes long for ${streams} streams of ${steps} steps together, and within one request it is designed for at most ${MOST_STEPS}${streams > MOST_STREAMS ? ` steps of at most ${MOST_STREAMS} streams` : ''}. Ask for it with designCompany, which tells how far it has come while it goes on; once it is done, the same is answered and adopted here too.`,
  );
}
