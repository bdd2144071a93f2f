import type { AuditAct, DesignHappening, NewAuditEntry } from '../../../application/ports/index.js';

/** The channel on which the servers of one database tell each other what happens. */
export const CHANNEL = 'headwater_happenings';

/** What PostgreSQL takes at once, in bytes, with some room. */
const MOST_BYTES = 7_900;

/**
 * What goes over the wire: never a verdict itself, which may be as long as it likes, but where in the audit log it stands.
 * LOST: something that could not even be named so briefly.
 */
export type Notice =
  | ({ readonly kind: 'ACT'; readonly workspaceId: string; readonly entryId: string } & ToldAct)
  | (DesignHappening & { readonly workspaceId: string })
  | { readonly kind: 'LOST'; readonly workspaceId: string };

interface ToldAct {
  readonly act: AuditAct;
  readonly streamId: string;
  readonly revision: number | null;
  /** How many verdicts the entry has. */
  readonly count: number;
}

/** What is told of an entry of the audit log; null where it is about no stream. */
export function noticeOf({
  id,
  workspaceId,
  act,
  streamId,
  revision,
  verdicts,
}: NewAuditEntry): Notice | null {
  if (streamId === null) return null;
  return { kind: 'ACT', workspaceId, entryId: id, act, streamId, revision, count: verdicts.length };
}

/** A notice as text that PostgreSQL passes on. */
export function writtenNotice(notice: Notice): string {
  const text = JSON.stringify(notice);
  if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  return JSON.stringify({ kind: 'LOST', workspaceId: notice.workspaceId } satisfies Notice);
}

/** A notice that came in; null where somebody else has written on the channel. */
export function readNotice(text: string | undefined): Notice | null {
  try {
    const told = JSON.parse(text ?? '') as Partial<Notice> | null;
    return typeof told?.workspaceId === 'string' && isKnown(told) ? (told as Notice) : null;
  } catch {
    return null;
  }
}

function isKnown(told: Partial<Notice>): boolean {
  switch (told.kind) {
    case 'ACT':
      return typeof told.entryId === 'string' && typeof told.streamId === 'string';
    case 'DESIGN':
      return typeof told.designId === 'string';
    case 'LOST':
      return true;
    case undefined:
      return false;
  }
}
