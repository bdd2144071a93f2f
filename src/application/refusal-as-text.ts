import type { RefusalReason } from '../domain/index.js';

/** A refusal word for word, to tell whether a log has it already: what was asked for, and every reason. */
export function refusalAsText(asked: readonly (string | null)[], reasons: readonly RefusalReason[]): string {
  const told = reasons.map(({ code, message, missingLink, remedy, nearestStep }) => [
    code,
    message,
    missingLink,
    remedy,
    nearestStep,
  ]);
  return JSON.stringify([...asked, told]);
}
