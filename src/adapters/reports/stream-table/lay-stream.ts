import { printNapkinLines, type PrintedLine, type StreamDraft } from '../../../domain/index.js';
import { layRows } from './lay-rows.js';
import { commentBehind, noteText } from './note-text.js';
import { quoted } from './step-cells.js';
import { textCell, type TableRow } from './stream-columns.js';

/** A line of the stream above its steps: what it is, its value, and what was remarked behind it. */
export type HeadRow = readonly [label: string, value: string, comment: string];

/** A stream as rows: first what is said of all of it, then its steps. */
export interface LaidStream {
  readonly head: readonly HeadRow[];
  readonly rows: readonly TableRow[];
}

const HEAD_KINDS = new Set([
  'party',
  'demand',
  'calendar',
  'apart',
  'together',
  'compensated',
  'obligation',
  'stageOwner',
  'person',
  'comment',
  'note',
]);

/** Lays a stream out as rows; nothing of its canonical text is left out. */
export function layStream(draft: StreamDraft): LaidStream {
  const { above, opening, body } = printNapkinLines(draft);
  const first = body.findIndex(({ line, text }) => text !== '' && !(line && HEAD_KINDS.has(line.kind)));
  const told = body.slice(0, first < 0 ? body.length : first);
  const end = told.findLastIndex(({ text }) => text !== '') + 1;
  const comment = commentBehind(draft.comment ?? null);
  const name = withoutEnd(opening, comment).slice('stream '.length);
  return {
    head: [...above.map(headRow), ['stream', name, comment], ...body.slice(0, end).map(headRow)],
    rows: layRows(body.slice(end)),
  };
}

/** The stream as rows of one table that another stream stands above: its head lines stand in the column Flow. */
export function layBehind(draft: StreamDraft): readonly TableRow[] {
  const { above, opening, body } = printNapkinLines(draft);
  return [...above.map(flowRow), { flow: textCell(opening) }, ...layRows(body)];
}

function headRow({ line, text }: PrintedLine): HeadRow {
  if (text === '' || line === null) return ['', '', ''];
  const comment = commentBehind(line.comment);
  const words = withoutEnd(text, comment);
  switch (line.kind) {
    case 'party':
      return [line.party, written(line.name), comment];
    case 'comment':
      return ['#', text.slice(1).trim(), ''];
    case 'person':
      return ['person', words.slice('person '.length), comment];
    case 'stageOwner':
      return [words, '', comment];
    case 'note':
      return [noteText(line.text, comment), '', ''];
    default:
      return [words.slice(0, words.indexOf(':')), words.slice(words.indexOf(':') + 1).trim(), comment];
  }
}

/** A name as people type it; in quotes only where it begins with one. */
function written(name: string): string {
  const text = name.replace(/\s+/g, ' ').trim();
  return /^["“”„‟]/.test(text) ? quoted(text) : text;
}

function withoutEnd(text: string, comment: string): string {
  return comment === '' ? text : text.slice(0, -comment.length - 1);
}

function flowRow({ text }: PrintedLine): TableRow {
  return text === '' ? {} : { flow: textCell(text) };
}
