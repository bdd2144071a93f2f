import { foldName } from '../shared/index.js';
import type { DraftLine, StreamDraft } from '../stream/index.js';
import { printComment } from './print-comment.js';
import { printLines } from './print-lines.js';
import { quote } from './quoted-text.js';
import { readBack, type PrintContext } from './reads-back.js';
import { oneSpace } from './span.js';
import { UNNAMED_STREAM } from './stream-line.js';

/** The canonical text of streams: reading it gives the same drafts, and printing them again the same text. */
export function printNapkin(drafts: readonly StreamDraft[]): string {
  return drafts.map((draft) => `${printDraft(draft).join('\n')}\n`).join('\n');
}

function printDraft(draft: StreamDraft): string[] {
  const context: PrintContext = { inside: null, first: false, names: namesIn(draft.lines) };
  const out: string[] = [];
  printLines(draft.above ?? [], context, out);
  out.push(printOpening(draft, context));
  const body: string[] = [];
  printLines(draft.lines, context, body);
  const from = body.findIndex((line) => line !== '');
  const to = body.findLastIndex((line) => line !== '');
  return from < 0 ? out : [...out, ...body.slice(from, to + 1)];
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
