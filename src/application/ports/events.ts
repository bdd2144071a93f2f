import type { AuditAct, AuditedAct, AuditVerdict } from './audit-entry.js';

/** Something that others may want to know at once. It holds no more than it takes to look up the rest. */
export type Happening =
  | { readonly kind: 'REVISED'; readonly streamId: string; readonly revision: number }
  | {
      readonly kind: 'VERDICTS';
      readonly streamId: string;
      readonly act: AuditAct;
      /** Looked up when somebody asks; there may be 100,000 of them. */
      readonly verdicts: () => Promise<readonly AuditVerdict[]>;
    }
  | DesignHappening
  /** Some of what happened could not be heard; what happens from now on is. */
  | { readonly kind: 'MISSED' };

/** A design goes on or has ended; what is known of it is looked up by its id. */
export interface DesignHappening {
  readonly kind: 'DESIGN';
  readonly designId: string;
}

/**
 * Tells what happens in a workspace to whoever wants to know, on every server of its database, each in the order in which
 * it happened. What units of work keep is told without being published; what is published is what else there is to tell.
 */
export interface Events {
  publish(happening: DesignHappening): void;
  /** What is given back ends it; a listener does not throw. */
  subscribe(listener: (happening: Happening) => void): () => void;
}

/** What is told of an act that was written; null where nobody follows such acts. count: how many verdicts it has. */
export function happeningOf(
  { act, streamId, revision, count }: Omit<AuditedAct, 'about' | 'verdicts'> & { readonly count: number },
  verdicts: () => Promise<readonly AuditVerdict[]>,
): Happening | null {
  if (streamId === null) return null;
  if (act === 'REVISION_DRAWN') return { kind: 'REVISED', streamId, revision: revision ?? 0 };
  return count > 0 ? { kind: 'VERDICTS', streamId, act, verdicts } : null;
}
