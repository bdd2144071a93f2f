import {
  acceptDraft,
  knowingEachOther,
  printNapkin,
  readNapkin,
  type NapkinDrafts,
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
  return accepted(readNapkin(text));
}

/** What drafts say that were read from a table: lines are rows there, and there are no fixes, which are edits of a text. */
export function readDrafts(written: NapkinDrafts): NapkinReading {
  const reading = accepted(written);
  return { ...reading, problems: reading.problems.map(ofRows) };
}

function ofRows(problem: Problem): Problem {
  const { message, suggestion } = problem;
  return { ...problem, message: inRows(message), suggestion: suggestion && inRows(suggestion), fix: null };
}

/** `line 4` as `row 4`; what stands in quotes stays. */
function inRows(text: string): string {
  return text.replace(/"[^"]*"|\bline (\d+)/g, (all, row: string | undefined) =>
    row === undefined ? all : `row ${row}`,
  );
}

function accepted({ drafts, problems }: NapkinDrafts): NapkinReading {
  const streams = drafts.map((draft) => acceptDraft(draft));
  return {
    canonical: printNapkin(drafts),
    steps: streams.reduce((sum, { stream }) => sum + stream.steps.length, 0),
    problems: byPlace([...problems, ...streams.flatMap((one) => one.problems)]),
    streams: knowingEachOther(streams.map(({ stream }) => stream)),
    drafts,
  };
}
