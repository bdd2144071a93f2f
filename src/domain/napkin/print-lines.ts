import type { DraftBranch, DraftLine } from '../stream/index.js';
import type { BlockKind } from './item.js';
import { printComment } from './print-comment.js';
import { printLine } from './print-line.js';
import { printShare } from './print-quantity.js';
import type { PrintContext } from './reads-back.js';

/** One line of canonical text and what it was printed from; a line of `end`, and a share that stands alone, are printed from no line. */
export interface PrintedLine {
  readonly text: string;
  /** How many blocks it stands in. */
  readonly depth: number;
  /** `then `, a share with its colon, or nothing. */
  readonly before: string;
  readonly line: DraftLine | null;
}

type Block = Extract<DraftLine, { readonly kind: BlockKind }>;

interface Place {
  readonly depth: number;
  /** Something comes behind it, so that an open block has to be closed. */
  readonly follows: boolean;
  readonly context: PrintContext;
}

/** Lines with their blocks, two spaces deeper for each block. */
export function printLines(lines: readonly DraftLine[], context: PrintContext, out: PrintedLine[]): void {
  lines.forEach((line, index) => {
    printOne(line, '', { depth: 0, follows: index < lines.length - 1, context }, out);
  });
}

function isBlock(line: DraftLine): line is Block {
  return line.kind === 'meanwhile' || line.kind === 'either';
}

function printOne(line: DraftLine, before: string, place: Place, out: PrintedLine[]): void {
  if (isBlock(line)) {
    printBlock(line, before, place, out);
    return;
  }
  const text = printLine(line, before, line.comment, place.context);
  if (text === '' && out.at(-1)?.text === '') return;
  out.push({ text, depth: place.depth, before, line });
}

function printBlock(block: Block, before: string, place: Place, out: PrintedLine[]): void {
  const comment = block.comment === null ? '' : ` ${printComment(block.comment)}`;
  out.push({ text: `${before}${block.kind}${comment}`, depth: place.depth, before, line: block });
  const closed = block.closed || place.follows;
  const context: PrintContext = { ...place.context, inside: block.kind };
  const depth = place.depth + 1;
  block.head.forEach((line) => printOne(line, '', { depth, follows: true, context }, out));
  let shareAlone = false;
  block.branches.forEach((branch, index) => {
    const follows = closed || index < block.branches.length - 1;
    shareAlone = printBranch(branch, block.kind, index === 0, shareAlone, { depth, follows, context }, out);
  });
  if (closed) out.push({ text: 'end', depth: place.depth, before: '', line: null });
}

const BEGINS = new Set(['step', 'meanwhile', 'either', 'after']);
const BEGINS_THE_FIRST = new Set(['wait', 'stock', 'stop']);
const TAKES_A_SHARE = new Set([...BEGINS, ...BEGINS_THE_FIRST, 'back', 'lost']);
const GOES_ON = new Set(['step', 'meanwhile', 'either', 'after', 'wait', 'stock']);

/** Prints a branch; true where its share stands on a line of its own, so that what stands below it is read as its own. */
function printBranch(
  branch: DraftBranch,
  block: BlockKind,
  first: boolean,
  behindAlone: boolean,
  place: Place,
  out: PrintedLine[],
): boolean {
  const flow = branch.lines.findIndex(({ kind }) => GOES_ON.has(kind) || kind === 'stop');
  const opening = branch.lines[flow];
  const begins =
    opening !== undefined && (BEGINS.has(opening.kind) || (first && BEGINS_THE_FIRST.has(opening.kind)));
  const shared = branch.share !== null || !begins || behindAlone || flow > 0 || isDoubted(opening);
  if (block === 'either' && shared) {
    return printShared(branch, place, out);
  }
  if (begins) {
    printFrom(branch.lines, flow, place, out);
  } else if (opening !== undefined) {
    const wrapped: Block = {
      at: null,
      comment: null,
      kind: 'meanwhile',
      head: [],
      branches: [branch],
      closed: true,
    };
    printOne(wrapped, '', place, out);
  } else {
    printFrom(branch.lines, -1, place, out);
  }
  return false;
}

/** A doubted name keeps a share in front of it, so that its first words are not read as those of a branch. */
function isDoubted(line: DraftLine | undefined): boolean {
  return line?.kind === 'step' && line.step.doubted === true;
}

/** A branch with its share in front; where its first line takes none, the share stands alone, and true is given. */
function printShared(branch: DraftBranch, place: Place, out: PrintedLine[]): boolean {
  const [opening, ...rest] = branch.lines;
  const share = `${branch.share === null ? '?%' : printShare(branch.share)}:`;
  if (opening !== undefined && TAKES_A_SHARE.has(opening.kind)) {
    printOne(opening, `${share} `, { ...place, follows: place.follows || rest.length > 0 }, out);
    printRest(rest, opening.kind === 'after', place, out);
    return false;
  }
  out.push({ text: share, depth: place.depth, before: '', line: null });
  printRest(branch.lines, false, place, out);
  return true;
}

/** Lines of which the one at `flow` begins the branch; what stands in front of it belongs to no line of this branch. */
function printFrom(lines: readonly DraftLine[], flow: number, place: Place, out: PrintedLine[]): void {
  lines.slice(0, flow + 1).forEach((line, index) => {
    printOne(line, '', { ...place, follows: place.follows || index < lines.length - 1 }, out);
  });
  printRest(lines.slice(flow + 1), lines[flow]?.kind === 'after', place, out);
}

function printRest(
  lines: readonly DraftLine[],
  behindAfter: boolean,
  place: Place,
  out: PrintedLine[],
): void {
  let waitsForStep = behindAfter;
  lines.forEach((line, index) => {
    const beginsAnew = BEGINS.has(line.kind) && !waitsForStep;
    const before = beginsAnew || line.kind === 'wait' || line.kind === 'stock' ? 'then ' : '';
    printOne(line, before, { ...place, follows: place.follows || index < lines.length - 1 }, out);
    if (BEGINS.has(line.kind)) waitsForStep = line.kind === 'after';
  });
}
