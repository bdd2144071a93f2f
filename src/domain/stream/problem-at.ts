import type { Problem, Severity, TextEdit, TextPlace } from '../shared/index.js';

/** A problem with its place, and its suggestion and fix where it has them. */
export function problemAt(
  code: string,
  severity: Severity,
  message: string,
  place: TextPlace | null,
  suggestion: string | null = null,
  fix: TextEdit | null = null,
): Problem {
  return { code, severity, message, place, suggestion, fix };
}

/** A name as messages and canonical text put it between quotes. */
export function quoted(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&')}"`;
}
