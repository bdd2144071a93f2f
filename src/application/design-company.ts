import { designCompany as design, type StructureLimits, type SuggestedCompany } from '../domain/index.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault } from './ports/index.js';

/** A company, and its streams as they are kept, by their keys. */
export interface DesignedCompany {
  readonly company: SuggestedCompany;
  readonly streams: ReadonlyMap<string, PlannedStream>;
}

/** Streams that are taken at a time, and steps done inside of all of them: more may take longer than others should wait. */
const MOST_STREAMS = 50;
const MOST_STEPS = 24;

/** One structure over kept streams; a Fault NOT_FOUND where there is none of such a key, BAD_INPUT where they are too many. */
export function designCompany({ unitOfWork, planner, solving }: Parts) {
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
    for (const one of planned) await one.ready();
    requireFewSteps(planned);
    const company = design(
      planned.map(({ plan }) => plan.understanding),
      limits,
      solving,
    );
    return { company, streams: new Map(planned.map((one) => [one.plan.stream.key, one])) };
  };
}

function requireFewSteps(planned: readonly PlannedStream[]): void {
  const inside = planned.flatMap(({ plan }) => plan.stream.steps.filter(({ outside }) => !outside));
  const steps = inside.length;
  if (steps <= MOST_STEPS) return;
  throw new Fault(
    'BAD_INPUT',
    `A company is designed here for at most ${MOST_STEPS} steps of all streams together, and these have ${steps}: it would keep others waiting. At a terminal "headwater company FILE…" does it.`,
  );
}
