import { blockWording, type BlockWording, type WordedPiece } from './block-wording.js';
import type { Item, LineContext } from './item.js';
import { lineWording } from './line-wording.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { isEmpty, placeOf, rawText, skipSpaces, spanOf, wordsIn, type Line, type Span } from './span.js';

type ReadLine = (line: Line, context: LineContext, problems: ProblemList) => Item[];

/** Reads a line that has nearly the shape of a line of the notation as the lines that it means, and tells how they are written; null for every other line. */
export function readBlockWording(
  content: Span,
  comment: string | null,
  context: LineContext,
  problems: ProblemList,
  read: ReadLine,
): Item[] | null {
  const wording =
    context.asWritten === true ? null : (blockWording(content, context) ?? lineWording(content, context));
  if (wording === null) return null;
  tellWording(content, wording, problems);
  const inner: LineContext = { ...context, asWritten: true };
  let inside = context.inside;
  const items = wording.pieces.flatMap((piece) => {
    const [first, ...others] = read(lineOf(content, piece), { ...inner, inside }, problems);
    if (first?.body.kind === 'open') inside = first.body.block;
    return first === undefined ? [] : [{ ...first, span: content }, ...others];
  });
  return comment === null ? items : withComment(items, comment, content);
}

/** The line of a piece: what stands in it is told at the place where it was written. */
function lineOf(content: Span, { before, rest }: WordedPiece): Line {
  const start = before.length;
  const placeIn = (from: number, to: number) => {
    const moved = (at: number): number => rest.from + Math.max(0, at - start);
    const own = isEmpty(rest) || to <= start ? content : spanOf(content.line, moved(from), moved(to));
    return placeOf(own);
  };
  return { number: content.line.number, text: before + rawText(rest), placeOf: placeIn };
}

function withComment(items: readonly Item[], comment: string, content: Span): Item[] {
  const last = items.at(-1);
  if (last === undefined) return [];
  if (last.comment === null) return [...items.slice(0, -1), { ...last, comment }];
  const note = { ...last, at: placeOf(content), comment: null, then: false, share: undefined, maybe: null };
  return [...items, { ...note, body: { kind: 'note', text: comment.replaceAll(/\s+/g, ' ').trim() } }];
}

function tellWording(content: Span, { pieces, word, code }: BlockWording, problems: ProblemList): void {
  const written = pieces.map(({ before, rest }) => (before + rawText(rest)).trim());
  const indent = ' '.repeat(skipSpaces(content.line.text, 0, content.from));
  const replacement = written.join(`\n${indent}`);
  const shown = written.map((text) => `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``);
  problems.add(code ?? 'NEARLY_A_BLOCK', placeOf(content), {
    message: `${echo(wordsIn(content))} is read as ${shown.join(', then ')}.`,
    suggestion: `Write it so${pieces.length > 1 ? ', each on a line of its own' : ''}. If it is a step${code === undefined ? ` that begins with ${echo(word)}` : ''}, put its name in quotes.`,
    fix: replaceWith(content, replacement),
  });
}
