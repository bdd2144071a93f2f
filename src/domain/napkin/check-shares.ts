import type { DraftBranch } from '../stream/index.js';
import type { Item } from './item.js';
import { echo, type ProblemList } from './problem-list.js';
import { printShare } from './print-quantity.js';
import { wordsIn } from './span.js';

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
