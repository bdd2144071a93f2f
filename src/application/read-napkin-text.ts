import {
  acceptDraft,
  printNapkin,
  readNapkin,
  type Problem,
  type StreamDraft,
  type ValueStream,
} from '../domain/index.js';
import { byPlace } from './problems.js';

/** What a text says: always a map, and every problem in it. */
export interface NapkinReading {
  readonly canonical: string;
  /** Over all streams of the text. */
  readonly steps: number;
  readonly problems: readonly Problem[];
  readonly streams: readonly ValueStream[];
  readonly drafts: readonly StreamDraft[];
}

/** Reads every stream of a text and stores nothing; problems are in the order of the text. */
export function readNapkinText(text: string): NapkinReading {
  const { drafts, problems } = readNapkin(text);
  const accepted = drafts.map((draft) => acceptDraft(draft));
  return {
    canonical: printNapkin(drafts),
    steps: accepted.reduce((sum, { stream }) => sum + stream.steps.length, 0),
    problems: byPlace([...problems, ...accepted.flatMap((one) => one.problems)]),
    streams: accepted.map(({ stream }) => stream),
    drafts,
  };
}
