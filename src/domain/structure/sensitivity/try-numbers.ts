import { applyChange, type Change } from '../../change/index.js';
import { probeStream } from '../../metrics/index.js';
import { changedRoles } from '../front/changed-roles.js';
import { workInWords } from '../front/say-moves.js';
import { howProven } from '../how-proven.js';
import { proposeStructure } from '../propose-structure.js';
import { groundStream } from '../ground-stream.js';
import type { Role } from '../role.js';
import { settleStructure } from '../settle-structure.js';
import type { Solving } from '../solver/solving.js';
import type { StructureGround } from '../structure-ground.js';
import type { StructureLimits, StructureProposal } from '../structure-proposal.js';
import { brokenLimit, valueOf, whatOthersSave } from '../what-others-save.js';
import type { TrialOutcome } from './sensitivity.js';

/** Roles that are held against others, and with what others are found. */
export interface Tried {
  readonly ground: StructureGround;
  readonly kept: StructureProposal;
  readonly limits: StructureLimits;
  readonly solving: Solving;
}

/**
 * Designs the roles anew with these numbers and holds the kept ones against them, goal by goal: they stay unless the
 * others are better in people or hand-offs (evenness or fragmentation alone moves nothing) or they break a limit.
 */
export function tryNumbers(
  { ground, kept, limits, solving }: Tried,
  changes: readonly Change[],
  at: string | null,
): TrialOutcome {
  const stream = changes.reduce(applyChange, ground.stream);
  const none = {
    at,
    moved: [],
    kept: kept.roles.map(({ name }) => name),
    positions: null,
    proven: false,
    betterAsTold: false,
  };
  const reason = probeStream(stream);
  if (typeof reason === 'string') {
    const text = `The flow could not be followed to its end then (${reason}): not tried.`;
    return { ...none, stays: true, text };
  }
  const changed = groundStream(stream, ground.catalogue);
  const best = proposeStructure(changed, limits, solving);
  if (best.kind === 'StreamNotReady') return { ...none, stays: true, text: 'Not tried.' };
  if (best.kind === 'LimitsContradict') {
    const text = `The limits would contradict each other: ${best.message}`;
    return { ...none, kept: [], stays: false, text, proven: true };
  }
  const settled = settleStructure(changed, { revision: 0, adoptedAt: '', proposal: kept });
  const [positions, { proven }] = [valueOf(settled, 'POSITIONS'), howProven(best)];
  const saved = whatOthersSave(settled, best);
  const broken = brokenLimit(settled, limits);
  const anyway = broken === null && saved !== null ? savedAnyway(ground, kept, best) : null;
  const gain = broken ?? (saved && gainText(saved, anyway));
  if (gain === null) {
    const text = proven
      ? 'The roles stay as they are.'
      : 'The roles stay as they are: no better ones were found.';
    return { ...none, positions, proven, stays: true, text };
  }
  const { moved } = changedRoles(kept.roles, best.roles, null, workInWords(ground));
  const same = sameRoles(kept.roles, best.roles);
  const betterAsTold = anyway !== null;
  return { at, stays: false, betterAsTold, text: gain, moved, kept: same, positions, proven };
}

function gainText(saved: string, anyway: string | null): string {
  const text = `Other roles would save ${saved}`;
  return anyway === null
    ? `${text}.`
    : `${text}; they would save ${anyway} with the numbers as told, so it is not this that moves them.`;
}

/** What others that were found for other numbers save with the numbers as told; null where the kept ones are proven or as good. */
function savedAnyway(
  ground: StructureGround,
  kept: StructureProposal,
  best: StructureProposal,
): string | null {
  if (howProven(kept).proven) return null;
  const asTold = settleStructure(ground, { revision: 0, adoptedAt: '', proposal: best });
  return brokenLimit(asTold, best.limits) === null ? whatOthersSave(kept, asTold) : null;
}

function sameRoles(before: readonly Role[], after: readonly Role[]): string[] {
  const held = new Set(after.map(contentOf));
  return before.filter((role) => held.has(contentOf(role))).map(({ name }) => name);
}

function contentOf({ demands }: Role): string {
  return JSON.stringify(demands.map(({ step, capability }) => `${step} ${capability}`).sort());
}
