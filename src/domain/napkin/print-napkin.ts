import { foldName } from '../shared/index.js';
import type { DraftLine, StreamDraft } from '../stream/index.js';
import { printComment } from './print-comment.js';
import { printLines, type PrintedLine } from './print-lines.js';
import { quote } from './quoted-text.js';
import { readBack, type PrintContext } from './reads-back.js';
import { oneSpace } from './span.js';
import { UNNAMED_STREAM } from './stream-line.js';

/** The canonical text of streams: reading it gives the same drafts, and printing them again the same text. */
export function printNapkin(drafts: readonly StreamDraft[]): string {
  return drafts.map((draft) => `${textOf(printNapkinLines(draft)).join('\n')}\n`).join('\n');
}

/** A stream as canonical lines. */
export interface PrintedStream {
  readonly above: readonly PrintedLine[];
  /** The `stream` line with its comment. */
  readonly opening: string;
  /** Without blank lines at its beginning and end. */
  readonly body: readonly PrintedLine[];
}

/** The canonical lines of a stream, each with what it was printed from. */
export function printNapkinLines(draft: StreamDraft): PrintedStream {
  const context: PrintContext = { inside: null, first: false, names: namesIn(draft.lines) };
  const above: PrintedLine[] = [];
  printLines(draft.above ?? [], context, above);
  const body: PrintedLine[] = [];
  printLines(draft.lines, context, body);
  const from = body.findIndex(({ text }) => text !== '');
  const to = body.findLastIndex(({ text }) => text !== '');
  return { above, opening: printOpening(draft, context), body: from < 0 ? [] : body.slice(from, to + 1) };
}

function textOf({ above, opening, body }: PrintedStream): string[] {
  const indented = ({ text, depth }: PrintedLine): string =>
    text === '' ? '' : `${'  '.repeat(depth)}${text}`;
  return [...above.map(indented), opening, ...body.map(indented)];
}

function printOpening(draft: StreamDraft, context: PrintContext): string {
  const name = oneSpace(draft.name) || UNNAMED_STREAM;
  const told = draft.comment ?? null;
  const comment = told === null ? '' : ` ${printComment(told)}`;
  const plain = `stream ${name}${comment}`;
  const back = readBack(plain, context)?.item;
  const same =
    back?.body.kind === 'stream' && back.body.name === name && (back.comment === null) === (comment === '');
  return same ? plain : `stream ${quote(name)}${comment}`;
}

function namesIn(lines: readonly DraftLine[], names = new Set<string>()): ReadonlySet<string> {
  for (const line of lines) {
    if (line.kind === 'step') names.add(foldName(line.step.name));
    else if (line.kind === 'meanwhile' || line.kind === 'either') {
      for (const branch of line.branches) namesIn(branch.lines, names);
    }
  }
  return names;
}
