import { acceptDraft, compareStreams, type StreamComparison, type ValueStream } from '../domain/index.js';
import { Fault } from './ports/index.js';
import { hasErrors } from './problems.js';
import { readNapkinText, type NapkinReading } from './read-napkin-text.js';

/** Two texts side by side: what each says, and the comparison where neither has errors. */
export interface ComparedNapkins {
  readonly before: NapkinReading;
  readonly after: NapkinReading;
  readonly comparison: StreamComparison | null;
}

/** Which stream of each text is meant, by its key or name; null where it holds one only. */
export interface ComparedChoice {
  readonly before?: string | null;
  readonly after?: string | null;
}

/** Compares two texts without storing anything; steps are the same by their names, or by what `was:` says they were called. */
export function compareNapkins(
  beforeText: string,
  afterText: string,
  choice: ComparedChoice = {},
): ComparedNapkins {
  const [before, after] = [readNapkinText(beforeText), readNapkinText(afterText)];
  if (hasErrors(before.problems) || hasErrors(after.problems)) return { before, after, comparison: null };
  const [was] = chosen(before, choice.before ?? null, 'before');
  const [, draft] = chosen(after, choice.after ?? null, 'after');
  const is = acceptDraft(draft, { known: was.steps.map(({ key, name }) => ({ key, name })) }).stream;
  return { before, after, comparison: compareStreams(was, is) };
}

function chosen(
  { streams, drafts }: NapkinReading,
  wanted: string | null,
  side: string,
): readonly [ValueStream, NapkinReading['drafts'][number]] {
  const at = streams.findIndex(({ key, name }) => key === wanted || name === wanted);
  const index = wanted === null && streams.length === 1 ? 0 : at;
  const [stream, draft] = [streams[index], drafts[index]];
  if (stream && draft) return [stream, draft];
  const keys = streams.map(({ key }) => key).join(', ') || 'none';
  throw new Fault('BAD_INPUT', `Which stream of the text ${side} is meant? It holds ${keys}.`);
}
