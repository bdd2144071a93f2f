import type { CapabilityKey } from '../../domain/index.js';
import { limitsKey } from '../remember-answers.js';
import type { DesignGround, JobKind, JobQuestion, OtherGround, StoredStream } from '../ports/index.js';
import type { JobInput } from './design-job.js';

type Aliases = ReadonlyMap<string, CapabilityKey>;

/** What is asked where only the stream is named. */
export function questionOf({ kind, effort, limits, times, most }: Omit<JobInput, 'stream'>): JobQuestion {
  return {
    kind: kind ?? 'STRUCTURE',
    effort: effort ?? 'THOROUGH',
    limits: limits ?? null,
    times: times ?? null,
    most: most ?? null,
  };
}

/** What is asked of a company where only its streams are named. */
export function companyQuestion({ effort, limits }: Pick<JobInput, 'effort' | 'limits'>): JobQuestion {
  return { ...questionOf({ effort: effort ?? null, limits: limits ?? {} }), kind: 'COMPANY' };
}

/** What an answer rests on of a stream: of a company its revision, for nothing that was decided about it has a say there; else its version. */
export function stateOf({ version, revision, served }: StoredStream, kind: JobKind): string {
  return kind === 'COMPANY' ? JSON.stringify([revision, served ?? null]) : version;
}

/** Everything that an answer rests on beside the revision; a structure in force only where the answer starts from it. */
export function groundOf(stored: StoredStream, aliases: Aliases, asked: JobQuestion): DesignGround {
  const startsFromIt = asked.limits === null && (asked.kind === 'GROWTH' || asked.kind === 'SENSITIVITY');
  return {
    version: stateOf(stored, asked.kind),
    learned: [...aliases].sort(([a], [b]) => (a < b ? -1 : 1)),
    served: stored.served ?? null,
    adopted: startsFromIt ? stored.adopted : null,
    asked,
  };
}

/** The same of a company, whose first stream comes before the others in the order of their keys. */
export function companyGroundOf(
  first: StoredStream,
  others: readonly StoredStream[],
  aliases: Aliases,
  asked: JobQuestion,
): DesignGround {
  const told = others.map((stored): OtherGround => {
    const { id: streamId, revision, served = null } = stored;
    return { streamId, revision, version: stateOf(stored, asked.kind), served };
  });
  return { ...groundOf(first, aliases, asked), others: told };
}

/** Tells one question about one state of a stream from another. */
export function questionKey({ version, learned, asked, others }: DesignGround): string {
  const { kind, effort, limits, times, most } = asked;
  return JSON.stringify([
    version,
    learned,
    limits === null,
    kind,
    effort,
    limitsKey(limits ?? {}),
    times,
    most,
    ...(others ? [others.map((other) => [other.streamId, other.version])] : []),
  ]);
}

/** Whether the same names are learned as when it was asked. */
export function sameNames({ learned }: DesignGround, aliases: Aliases): boolean {
  return learned.length === aliases.size && learned.every(([name, key]) => aliases.get(name) === key);
}
