import type { ReportGround } from '../domain/index.js';
import type { Parts } from './parts.js';
import type { StoredStream } from './ports/index.js';
import { standingLog } from './standing-log.js';

/** What a report tells of the logs of a stream: who and what was refused, and what stood and stands. */
export type LoggedGround = Required<
  Pick<ReportGround, 'refusals' | 'refusalCount' | 'refusedStaffing' | 'refusedStaffingCount' | 'history'>
>;

/** Reads what came along with the stream, and its history. */
export async function loggedOf(
  parts: Pick<Parts, 'unitOfWork' | 'world'>,
  stored: StoredStream,
): Promise<LoggedGround> {
  const { refusals, refusalCount, refusedStaffing, refusedStaffingCount } = stored;
  const history = await standingLog(parts)(stored);
  return { refusals, refusalCount, refusedStaffing, refusedStaffingCount, history };
}
