import type { DraftBranch, DraftLine, DraftNumber } from '../stream/index.js';
import { checkBlock, checkBranches } from './check-shares.js';
import type { BlockKind, Item } from './item.js';
import type { ProblemList } from './problem-list.js';

interface Branch {
  readonly share: DraftNumber | null;
  readonly lines: DraftLine[];
  /** Its last line is an `after` that waits for its step. */
  waitsForStep: boolean;
  /** Its share stands alone on a line: the lines below it are its own, up to the next share. */
  readonly linesFollow: boolean;
  /** The line that begins it, where that says nothing of a share. */
  readonly unshared: Item | null;
}

interface Frame {
  readonly item: Item;
  readonly block: BlockKind;
  readonly head: DraftLine[];
  readonly branches: Branch[];
}

/** Puts the items of a stream together: blocks hold their branches, branches their lines. */
export function buildLines(items: readonly Item[], problems: ProblemList): DraftLine[] {
  const top: DraftLine[] = [];
  const frames: Frame[] = [];
  for (const item of items) {
    const frame = frames.at(-1);
    const { body } = item;
    if (body.kind === 'open') {
      if (frame !== undefined) branchFor(frame, item, problems);
      frames.push({ item, block: body.block, head: [], branches: [] });
    } else if (body.kind === 'end') {
      if (frame !== undefined) closeFrame(frames, top, item, problems);
    } else if (body.kind === 'branch') {
      if (frame !== undefined) emptyBranch(frame, item);
    } else if (body.kind !== 'stream') {
      const line: DraftLine = { at: item.at, comment: item.comment, ...body };
      if (frame === undefined) top.push(line);
      else placeFor(frame, item, problems).push(line);
    }
  }
  while (frames.length > 0) closeFrame(frames, top, null, problems);
  return top;
}

/** Ends the innermost block and puts it where it was opened; end is null where no `end` stands. */
function closeFrame(frames: Frame[], top: DraftLine[], end: Item | null, problems: ProblemList): void {
  const frame = frames.pop();
  if (frame === undefined) return;
  const outer = frames.at(-1);
  if (end !== null && end.comment !== null) {
    const remark: DraftLine = { at: end.at, comment: null, kind: 'comment', text: end.comment };
    (frame.branches.at(-1)?.lines ?? frame.head).push(remark);
  }
  const branches: DraftBranch[] = frame.branches.map(({ share, lines }) => ({ share, lines }));
  checkBlock(frame.item, branches, problems);
  if (frame.block === 'either') checkBranches(frame.branches, problems);
  const { at, comment } = frame.item;
  const line: DraftLine = {
    at,
    comment,
    kind: frame.block,
    head: frame.head,
    branches,
    closed: end !== null,
  };
  (outer?.branches.at(-1)?.lines ?? outer?.head ?? top).push(line);
}

function emptyBranch(frame: Frame, item: Item): void {
  const lines: DraftLine[] =
    item.comment === null ? [] : [{ at: item.at, comment: null, kind: 'comment', text: item.comment }];
  frame.branches.push({
    share: item.share ?? null,
    lines,
    waitsForStep: false,
    linesFollow: true,
    unshared: null,
  });
}

const BEGINS_A_BRANCH = new Set(['step', 'open', 'after']);
const BEGINS_THE_FIRST = new Set(['wait', 'stock', 'stop']);

/** The lines that an item of a block joins. */
function placeFor(frame: Frame, item: Item, problems: ProblemList): DraftLine[] {
  const { kind } = item.body;
  if (BEGINS_A_BRANCH.has(kind)) return branchFor(frame, item, problems).lines;
  const last = frame.branches.at(-1);
  const begins = item.share !== undefined || (last === undefined && BEGINS_THE_FIRST.has(kind));
  if (begins) return branchFor(frame, item, problems).lines;
  return last?.lines ?? frame.head;
}

function branchFor(frame: Frame, item: Item, problems: ProblemList): Branch {
  const last = frame.branches.at(-1);
  const isAfter = item.body.kind === 'after';
  if (item.then && last === undefined) {
    problems.add('THEN_WITHOUT_BRANCH', item.at, {
      message: 'This `then` has no branch above it; the line begins the first branch.',
      suggestion: 'Take `then` away from the first line of the block.',
    });
  }
  const goesOn = item.then || last?.waitsForStep === true || last?.linesFollow === true;
  const joins = last !== undefined && item.share === undefined && goesOn;
  if (joins) {
    last.waitsForStep = isAfter;
    return last;
  }
  const branch: Branch = {
    share: item.share ?? null,
    lines: [],
    waitsForStep: isAfter,
    linesFollow: false,
    unshared: item.share === undefined ? item : null,
  };
  frame.branches.push(branch);
  return branch;
}
