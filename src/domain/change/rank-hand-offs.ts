import { foldName, knownFigure } from '../shared/index.js';
import type { StreamMetrics, Transfer } from '../metrics/index.js';
import type { Step } from '../stream/index.js';
import type { Change } from './change.js';
import type { PlaceFinder } from './find-places.js';
import type { RankedHandOff } from './ranked-change.js';
import { wordingOf } from './read-change.js';
import { mostLeadSaved, reckonChange, savingPerPass, type ChangeScale } from './reckon-change.js';
import { leadSaved } from './saved-figures.js';

const PASSES = 'How often one entering unit is expected to pass from the one to the other.';
/** Hand-offs that are reckoned exactly for each one that is told. */
const RECKONED_FOR_EACH = 3;

interface Candidate {
  readonly change: Change;
  readonly transfer: Transfer;
  readonly from: Step;
  readonly to: Step;
  readonly atMost: number;
}

/** The hand-offs of today whose waits save most lead time if one performer did both steps; the most frequent first among equals. */
export function rankHandOffs(
  scale: ChangeScale,
  finder: PlaceFinder,
  { transfers }: StreamMetrics,
  most: number,
): readonly RankedHandOff[] {
  const candidates = transfers.flatMap((transfer) => candidateOf(scale, transfer));
  candidates.sort((a, b) => b.atMost - a.atMost || b.transfer.perUnit - a.transfer.perUnit);
  const weighed = candidates.slice(0, most * RECKONED_FOR_EACH).flatMap((candidate) => {
    const then = reckonChange(scale, candidate.change);
    return typeof then === 'string' ? [] : [{ candidate, saved: scale.now.leadTime - then.leadTime }];
  });
  weighed.sort((a, b) => b.saved - a.saved || b.candidate.transfer.perUnit - a.candidate.transfer.perUnit);
  return weighed.slice(0, most).map(({ candidate, saved }) => asHandOff(scale, finder, candidate, saved));
}

function candidateOf(scale: ChangeScale, transfer: Transfer): readonly Candidate[] {
  const [from, to] = [scale.steps.get(transfer.from), scale.steps.get(transfer.to)];
  if (!from || !to || transfer.kind !== 'NEXT' || !(transfer.perUnit > 0)) return [];
  if (from.outside || to.outside || !isHandOff(from, to)) return [];
  const change: Change = { kind: 'WITHOUT_HAND_OFF', from: from.key, to: to.key };
  const saving = savingPerPass(scale, change);
  return [{ change, transfer, from, to, atMost: saving ? mostLeadSaved(scale.probe, saving.lead) : 0 }];
}

/** Both have performers, and share none. */
function isHandOff(from: Step, to: Step): boolean {
  if (from.performers.length === 0 || to.performers.length === 0) return false;
  const names = new Set(from.performers.map(foldName));
  return !to.performers.some((name) => names.has(foldName(name)));
}

function asHandOff(
  scale: ChangeScale,
  finder: PlaceFinder,
  { change, transfer, from, to }: Candidate,
  saved: number,
): RankedHandOff {
  return {
    change,
    text: `"${from.name}" (${from.performers.join(', ')}) to "${to.name}" (${to.performers.join(', ')})`,
    wording: wordingOf(finder, change, 'WITHOUT', [`hand-off "${from.name}" to "${to.name}"`]),
    from: from.key,
    to: to.key,
    between: [from.performers, to.performers],
    passes: knownFigure(transfer.perUnit, { unit: 'COUNT', convention: PASSES }),
    leadTime: leadSaved(scale, Math.abs(saved) < 1e-6 ? 0 : saved),
  };
}
