import { createHash } from 'node:crypto';

/** Tells one question from another in so few letters that an index can hold them, however much was asked. */
export function questionDigest(question: string): string {
  return createHash('sha256').update(question).digest('hex');
}
