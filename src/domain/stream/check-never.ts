import type { Problem } from '../shared/index.js';
import { problemAt, quoted } from './problem-at.js';
import type { DraftNumber } from './stream-draft.js';
import type { LineEvent } from './walk-lines.js';

/** Warnings for steps and branches that no unit ever comes to, because their share is 0. */
export function checkNever(events: readonly LineEvent[]): readonly Problem[] {
  return events.flatMap((event) => {
    if (event.kind === 'line' && event.line.kind === 'step') {
      const { name, sometimes, at } = event.line.step;
      return isNone(sometimes) ? [never(quoted(name), sometimes, at)] : [];
    }
    if (event.kind !== 'branch' || !isNone(event.branch.share)) return [];
    const first = event.branch.lines.find((line) => line.kind === 'step');
    const what = first?.kind === 'step' ? `the branch of ${quoted(first.step.name)}` : 'this branch';
    return [never(what, event.branch.share, first?.at ?? event.block.at)];
  });
}

function isNone(share: DraftNumber | null): share is DraftNumber {
  return share !== null && (share.high ?? share.low) <= 0;
}

function never(what: string, share: DraftNumber, at: Problem['place']): Problem {
  const message = `No unit ever comes to ${what}: the share is 0%, so its work counts as none.`;
  const remedy =
    'Write which share of the units comes here (a guess is written `~5%`), or take the line away.';
  return problemAt('NEVER_HAPPENS', 'WARNING', message, share.at ?? at, remedy);
}
