import {
  planStream,
  understandStream,
  type Catalogue,
  type NapkinDrafts,
  type Plan,
  type Solving,
  type StructureLimits,
  type ValueStream,
} from '../domain/index.js';
import { ownedBy } from './design/owned-by.js';
import type { DesignQuestion, StoredPlan, ToldStream } from './ports/index.js';
import { hasErrors } from './problems.js';
import { readDrafts, readNapkinText, type NapkinReading } from './read-napkin-text.js';

/** A text and the plan of each of its streams; no plans where the text has errors. */
export interface PlannedFile {
  readonly reading: NapkinReading;
  readonly plans: readonly Plan[];
}

/** Limits for every stream of a file, or those of each. */
export type LimitsAsked = StructureLimits | ((stream: ValueStream) => StructureLimits);

/** Plans a text, or drafts that were read elsewhere, without storing anything: places are those of what was read. */
export function planFile({
  catalogue,
  solving,
}: {
  readonly catalogue: Catalogue;
  readonly solving?: Solving | undefined;
}) {
  return (written: string | NapkinDrafts, limits: LimitsAsked = {}): PlannedFile => {
    const reading = typeof written === 'string' ? readNapkinText(written) : readDrafts(written);
    if (hasErrors(reading.problems)) return { reading, plans: [] };
    const limitsOf = typeof limits === 'function' ? limits : () => limits;
    const planned = (stream: ValueStream) =>
      planStream(understandStream(stream, catalogue, limitsOf(stream), solving));
    return { reading, plans: reading.streams.map(planned) };
  };
}

/** The question behind the plan of one stream of a text, and its answer as a plan of that stream. */
export interface PlanQuestion {
  readonly stream: ValueStream;
  readonly question: DesignQuestion<'PLAN'>;
  readonly own: (answer: StoredPlan) => Plan;
}

/** What is asked where the streams of a text are planned elsewhere; nothing where the text has errors. */
export function planQuestions(
  { problems, streams, drafts }: NapkinReading,
  catalogue: Catalogue,
  effort: Solving['effort'],
  limits: (stream: ValueStream) => StructureLimits,
): readonly PlanQuestion[] {
  if (hasErrors(problems)) return [];
  return streams.flatMap((stream, at) => {
    const told = toldIn({ streams, drafts }, at);
    const ground = { catalogue, effort, limits: limits(stream), decided: NOTHING_DECIDED };
    const own = (answer: StoredPlan): Plan => ownedBy(answer, stream, catalogue);
    return told ? [{ stream, own, question: { kind: 'PLAN', stream: told, ...ground } }] : [];
  });
}

/** One stream of a text, as it is told to whoever designs something for it. */
export function toldIn(
  { streams, drafts }: Pick<NapkinReading, 'streams' | 'drafts'>,
  at: number,
): ToldStream | null {
  const [stream, told] = [streams[at], drafts[at]];
  return stream && told
    ? { told, key: null, known: [], served: stream.served, steps: stream.steps.length }
    : null;
}

const NOTHING_DECIDED = { adopted: null, assignments: [], formerSteps: [] };
