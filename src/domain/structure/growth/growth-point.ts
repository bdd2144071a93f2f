import type { StepKey } from '../../shared/index.js';
import { changedRoles, type ChangedRoles } from '../front/changed-roles.js';
import type { WorkInWords } from '../front/say-moves.js';
import { howProven, type HowProven } from '../how-proven.js';
import type { GrowthPoint, Takeover } from './growth.js';
import type { NextRoles } from './roles-to-go-on-with.js';
import { count, timesInWords } from './say-times.js';

/** One size: its roles, what changes against those of the size before, and what is proven. */
export function growthPoint(
  size: Pick<GrowthPoint, 'times' | 'demandPerWeek' | 'positionsOfKept'>,
  { structure, why }: NextRoles,
  before: GrowthPoint['structure'] | null,
  work: WorkInWords,
): GrowthPoint {
  if (structure.kind === 'LimitsContradict') {
    const text = `At ${timesInWords(size.times)} the limits contradict each other. ${structure.message}`;
    const unknown = { positions: null, handOffsPerWeek: null, changes: null, splits: [] };
    return { ...size, structure, ...unknown, proven: false, lowerBound: null, proof: '', method: '', text };
  }
  const changes =
    before?.kind === 'StructureProposal' ? changedRoles(before.roles, structure.roles, null, work) : null;
  const positions = structure.objectives.find(({ name }) => name === 'positions')?.value ?? null;
  const splits = changes ? takeovers(changes) : [];
  const { handOffsPerWeek, method, roles } = structure;
  const proof = howProven(structure);
  const text = pointText({
    ...size,
    positions,
    roles: roles.length,
    changes,
    splits,
    why: before && why,
    proof,
  });
  const { proven, lowerBound } = proof;
  const shown = { positions, handOffsPerWeek, changes, splits, proven, lowerBound, method };
  return { ...size, structure, ...shown, proof: proof.text, text };
}

/** What each new role takes over, and from whom. */
function takeovers({ gained, gainedInWords, moved }: ChangedRoles): Takeover[] {
  return gained.map((role, at) => {
    const mine = moved.filter(({ to }) => to.includes(role));
    const from = [...new Set(mine.flatMap((one) => one.from))].filter((name) => name !== role);
    return { role, called: gainedInWords[at] ?? role, steps: mine.map(({ step }): StepKey => step), from };
  });
}

interface ToldPoint extends Pick<
  GrowthPoint,
  'times' | 'positionsOfKept' | 'positions' | 'changes' | 'splits'
> {
  readonly roles: number;
  readonly why: string | null;
  readonly proof: HowProven;
}

function pointText(point: ToldPoint): string {
  const { times, positionsOfKept, positions, roles, changes, why, proof } = point;
  const size = `${count(positions ?? 0, 'position')} in ${count(roles, 'role')}`;
  const saved = positionsOfKept - (positions ?? 0);
  const kept =
    saved > 0
      ? ` (${saved} fewer than with the roles of today)`
      : saved < 0
        ? ` (${-saved} more than with the roles of today)`
        : ' (as many as with the roles of today)';
  const found = proof.proven ? '' : `, ${proof.called} (${proof.floor})`;
  const same = proof.proven ? 'the same roles are best' : 'the same roles, for no better ones were found';
  const what = changes && changes.moved.length === 0 ? same : whatText(point);
  const against = why === null ? what : `${why}${what === '' ? '' : `: ${what}`}`;
  return `At ${timesInWords(times)}: ${size}${times === 1 ? '' : kept}${found}${against === '' ? '' : `; ${against}`}.`;
}

/** Roles that split off and that are taken up; where there are none, how many steps change hands. */
function whatText({ changes, splits }: ToldPoint): string {
  const splitting = splits.map(
    ({ called, from }) => `${called} splits off${from.length > 0 ? ` from ${from.join(' and ')}` : ''}`,
  );
  const gone = (changes?.lost ?? []).map((role) => `${role} is taken up by others`);
  const moved = changes && splits.length === 0 && gone.length === 0 && changes.moved.length > 0;
  const steps = moved ? [`${count(changes.moved.length, 'step')} would change hands`] : [];
  return [...splitting, ...gone, ...steps].join(', ');
}
