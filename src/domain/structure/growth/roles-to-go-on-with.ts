import { settleStructure } from '../settle-structure.js';
import type { StructureGround } from '../structure-ground.js';
import type { LimitsContradict, ObjectiveLevel, StructureProposal } from '../structure-proposal.js';
import { brokenLimit, whatOthersSave } from '../what-others-save.js';

/** The roles at a size, and why others than those before; null where they are the same or there were none before. */
export interface NextRoles {
  readonly structure: StructureProposal | LimitsContradict;
  readonly why: string | null;
}

/**
 * The roles of the size before on the ground of this one, unless those that were designed for it save people or
 * hand-offs, or the ones before break a limit here: evenness and fragmentation alone move nobody.
 */
export function rolesToGoOnWith(
  ground: StructureGround,
  before: StructureProposal | LimitsContradict,
  found: StructureProposal | LimitsContradict,
): NextRoles {
  if (before.kind === 'LimitsContradict' || found.kind === 'LimitsContradict')
    return { structure: found, why: null };
  const proposal = { ...before, limits: found.limits };
  const settled = settleStructure(ground, { revision: 0, adoptedAt: '', proposal });
  if (!isWhole(ground, settled) || !isWithin(before, found)) return { structure: found, why: null };
  const broken = brokenLimit(settled, found.limits);
  if (broken !== null) return { structure: found, why: broken.replace(/\.$/, '') };
  const saved = whatOthersSave(settled, found);
  if (saved !== null) return { structure: found, why: `other roles save ${saved}` };
  return { structure: withBoundsOf(settled, found), why: null };
}

/** Whether every demand of the ground has its role. */
function isWhole({ demands }: StructureGround, { roles }: StructureProposal): boolean {
  return roles.reduce((sum, role) => sum + role.demands.length, 0) === demands.length;
}

/** Whether both were made within the same limits. */
function isWithin(before: StructureProposal, found: StructureProposal): boolean {
  return JSON.stringify(before.limits) === JSON.stringify(found.limits);
}

/** What the search for this size proved holds for the roles of before too, as far as they are as good. */
function withBoundsOf(settled: StructureProposal, found: StructureProposal): StructureProposal {
  const bounds = new Map(found.objectives.map((level) => [level.name, level]));
  const objectives = settled.objectives.map((level): ObjectiveLevel => {
    const bound = bounds.get(level.name);
    if (!bound) return level;
    const lowerBound = Math.min(bound.lowerBound, level.value);
    const isAsGood = level.value <= bound.value * (1 + TOLERANCE);
    const gap =
      isAsGood && bound.proven ? 0 : level.value === 0 ? 0 : (level.value - lowerBound) / level.value;
    return { ...level, lowerBound, gap, proven: isAsGood && bound.proven };
  });
  const gap = objectives.reduce((most, one) => Math.max(most, one.gap), 0);
  const provenOptimal = objectives.every(({ proven }) => proven);
  return { ...settled, objectives, gap, provenOptimal, method: found.method };
}

/** Hand-offs are reckoned with so many digits. */
const TOLERANCE = 1e-6;
