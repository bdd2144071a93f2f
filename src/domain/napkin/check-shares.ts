import type { DraftBranch, DraftNumber } from '../stream/index.js';
import type { Item } from './item.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { printShare } from './print-quantity.js';
import { spanOf, wordsIn } from './span.js';

/** Of the sums of shares: a tenth of a percentage point. */
const TOLERANCE = 0.001 + 1e-9;

/** Tells a block of fewer than two branches, and an `either` whose shares do not add up. */
export function checkBlock(opening: Item, branches: readonly DraftBranch[], problems: ProblemList): void {
  const either = opening.body.kind === 'open' && opening.body.block === 'either';
  if (branches.length < 2) {
    problems.add('ONE_BRANCH', opening.at, {
      message: `This block has ${branches.length === 1 ? 'one branch' : 'no branch'} only.`,
      suggestion: either
        ? 'Write each branch on a line of its own with its share, or use `sometimes 30%: STEP`.'
        : 'Each line of a block is a branch; a line that goes on with the branch above it begins with `then`.',
    });
  }
  if (either && branches.length > 0) checkSum(opening, branches, problems);
}

function checkSum(opening: Item, branches: readonly DraftBranch[], problems: ProblemList): void {
  const shares = branches.flatMap(({ share }) => (share === null ? [] : [share]));
  const low = shares.reduce((sum, share) => sum + share.low, 0);
  const high = shares.reduce((sum, share) => sum + (share.high ?? share.low), 0);
  const allKnown = shares.length === branches.length;
  if (low <= 1 + TOLERANCE && (!allKnown || high >= 1 - TOLERANCE)) return;
  problems.add('SHARES_DO_NOT_ADD_UP', opening.at, {
    message: `The shares of this \`either\` add up to ${printShare({ low, high: high === low ? null : high, guess: false, at: null })}${allKnown ? '' : ', and not all of them are told'}.`,
    suggestion: allKnown
      ? `Of its branches one happens, so all shares together are 100%. Change them, or leave away what nobody knows.`
      : 'Of its branches one happens, so all shares together are no more than 100%.',
  });
}

/** A branch of an `either` as far as its share is concerned. */
interface SharedBranch {
  readonly share: DraftNumber | null;
  /** The line that begins it, where that says nothing of a share. */
  readonly unshared: Item | null;
}

/** Tells what is odd about the shares of the branches of an `either`. */
export function checkBranches(branches: readonly SharedBranch[], problems: ProblemList): void {
  checkUnshared(branches, problems);
  checkSharesBehind(branches, problems);
}

/** Tells branches that say nothing of a share where those of the others leave nothing for them. */
function checkUnshared(branches: readonly SharedBranch[], problems: ProblemList): void {
  const known = branches.reduce((sum, { share }) => sum + (share?.low ?? 0), 0);
  if (Math.abs(known - 1) > TOLERANCE) return;
  branches.forEach(({ unshared }, at) => {
    if (unshared === null) return;
    const { from, line } = unshared.span;
    problems.add('BRANCH_WITHOUT_SHARE', unshared.at, {
      message: `${echo(wordsIn(unshared.span))} is read as a branch of its own without a share, and the others make 100% already.`,
      suggestion:
        at === 0
          ? 'Write its share in front of it (20%: Name of the step), and change those of the others.'
          : 'If it goes on with the branch above it, write `then` in front of it. If it is a branch, write its share there: 20%: Name of the step.',
      ...(at === 0 ? {} : { fix: replaceWith(spanOf(line, from, from), 'then ') }),
    });
  });
}

/** A branch without a share whose first line is a step: the share may stand behind its name. */
function shareBehindName({ unshared }: SharedBranch): DraftNumber | null {
  return unshared?.body.kind === 'step' ? unshared.body.step.completeAndAccurate : null;
}

/** Tells branches that all have a percentage behind the name of their first step, which together make 100 %. */
function checkSharesBehind(branches: readonly SharedBranch[], problems: ProblemList): void {
  const behind = branches.map(shareBehindName);
  const known = behind.filter((share) => share !== null);
  const sum = known.reduce((all, { low }) => all + low, 0);
  if (known.length < 2 || known.length < branches.length || Math.abs(sum - 1) > TOLERANCE) return;
  branches.forEach(({ unshared }, at) => {
    const share = behind[at] ?? null;
    if (unshared === null || share === null) return;
    const { span } = unshared;
    const { column = 0, length = 0 } = share.at ?? {};
    const [from, to] = [column - 1, column - 1 + length];
    const written = span.line.text.slice(from, to);
    const inText = span.line.placeOf === undefined && from > span.from && to <= span.to;
    const name = inText ? span.line.text.slice(span.from, from) : '';
    const rest = inText ? span.line.text.slice(to, span.to) : '';
    const meant = `${written}: ${name.trim()} ${rest.trim()}`.trim();
    problems.add('SHARE_BEHIND_NAME', unshared.at, {
      message: `The ${printShare(share)} of ${echo(wordsIn(span))} is read as the share of the output that is complete and accurate; behind the names of this \`either\` these make 100% together, and no branch has a share.`,
      suggestion: `A share stands in front of its branch: ${inText ? meant : `${printShare(share)}: Name of the step`}.`,
      ...(inText ? { fix: replaceWith(spanOf(span.line, span.from, span.to), meant) } : {}),
    });
  });
}

const FLOWS = new Set(['step', 'wait', 'stock', 'end', 'branch']);

/** Tells pains that belong to no step; of shares that belong to none the stream room tells. */
export function checkAbove(items: readonly Item[], problems: ProblemList): void {
  let above = false;
  for (const { body, share, at, span } of items) {
    if (body.kind === 'open') above = false;
    else if (FLOWS.has(body.kind)) above = true;
    else if (!above && share === undefined && body.kind === 'pain') {
      problems.add('NOTHING_ABOVE', at, {
        message: `${echo(wordsIn(span))} belongs to the line above it, and no step, wait or block stands there.`,
        suggestion: 'Move it behind the step that it is about.',
      });
    }
  }
}
