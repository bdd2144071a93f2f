import {
  companyGround,
  groundStream,
  impossibleLimits,
  MOST_POINTS,
  MOST_TIMES,
  wrongDuties,
  type StructureLimits,
  type ValueStream,
} from '../../domain/index.js';
import { Fault } from '../ports/index.js';
import { streamOf, type PlannedStream } from '../planned-stream.js';

type Limits = StructureLimits | null | undefined;

/** Nothing is begun within limits that no structure could keep, whatever the stream. A Fault BAD_INPUT says which. */
export function requirePossible(limits: Limits): void {
  refuse(impossibleLimits(limits ?? {}));
}

/** Nor within limits on steps that the stream does not have, or that are done outside. A Fault BAD_INPUT says which. */
export function requireSteps({ stored }: Pick<PlannedStream, 'stored'>, limits: Limits): void {
  if (namesSteps(limits)) refuse(wrongDuties(streamOf(stored), limits));
}

/** The same of a company, whose steps of one name are told apart by their stream. */
export function requireStepsOfCompany(streams: readonly PlannedStream[], limits: Limits): void {
  if (!namesSteps(limits)) return;
  const grounds = streams.map((one) => groundStream(streamOf(one.stored), one.told().catalogue));
  const all: Pick<ValueStream, 'steps'> = companyGround(grounds).stream;
  refuse(wrongDuties(all, limits));
}

/** Nor growth at multiples that it is not told at. A Fault BAD_INPUT. */
export function requireTimes(times: readonly number[] | null | undefined): void {
  if (times == null) return;
  const wrong = times.find((one) => !(one >= 1 && one <= MOST_TIMES));
  if (wrong === undefined && times.length <= MOST_POINTS) return;
  const got = wrong === undefined ? `${times.length} multiples` : `${wrong}`;
  throw new Fault(
    'BAD_INPUT',
    `Growth is told at 1 to ${MOST_POINTS} multiples of today's demand, each from 1 to ${MOST_TIMES}, not at ${got}. Ask for such as 1, 2, 5, 10. Nothing was begun.`,
  );
}

function namesSteps(limits: Limits): limits is StructureLimits {
  const { apart, together, pins } = limits ?? {};
  return [apart, together, pins].some((sets) => (sets?.length ?? 0) > 0);
}

function refuse(wrong: readonly { readonly message: string }[]): void {
  if (wrong.length === 0) return;
  const told = wrong.map(({ message }) => message.charAt(0).toUpperCase() + message.slice(1));
  throw new Fault('BAD_INPUT', `${told.join(' ')} Nothing was begun.`);
}
