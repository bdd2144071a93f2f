import { printComment } from '../../../domain/index.js';
import { quoted } from './step-cells.js';

/** A note behind its word, so that nothing in it is taken for a word of the flow. */
export function noteText(note: string, comment: string): string {
  return `note: ${quoted(note.replace(/\s+/g, ' ').trim())} ${comment}`.trimEnd();
}

/** A comment with its sign; empty where there is none. */
export function commentBehind(comment: string | null): string {
  return comment === null ? '' : printComment(comment);
}
