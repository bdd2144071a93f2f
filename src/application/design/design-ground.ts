import type { CapabilityKey } from '../../domain/index.js';
import { limitsKey } from '../remember-answers.js';
import type { DesignGround, JobQuestion, StoredStream } from '../ports/index.js';
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

/** Everything that an answer rests on beside the revision; a structure in force only where the answer starts from it. */
export function groundOf(stored: StoredStream, aliases: Aliases, asked: JobQuestion): DesignGround {
  const startsFromIt = asked.limits === null && (asked.kind === 'GROWTH' || asked.kind === 'SENSITIVITY');
  return {
    version: stored.version,
    learned: [...aliases].sort(([a], [b]) => (a < b ? -1 : 1)),
    served: stored.served ?? null,
    adopted: startsFromIt ? stored.adopted : null,
    asked,
  };
}

/** Tells one question about one state of a stream from another. */
export function questionKey({ version, learned, asked }: DesignGround): string {
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
  ]);
}

/** Whether the same names are learned as when it was asked. */
export function sameNames({ learned }: DesignGround, aliases: Aliases): boolean {
  return learned.length === aliases.size && learned.every(([name, key]) => aliases.get(name) === key);
}
