import type { Question, Room } from './clash-of-set.js';
import { positionsOf } from './solver/bundle.js';
import type { Atom } from './solver/role-problem.js';

/**
 * How far a limit must be raised, in words: so far that nothing else of the stream needs more of it in one role.
 * Names the work that needs most where that is not what was told.
 */
export function sayRoom({ built, asked }: Question, { of, needed, or }: Room): string {
  const { problem, steps } = built;
  const sizeOf = (atom: Atom): number => {
    if (of === 'POSITIONS') return positionsOf(problem, atom);
    return of === 'STEPS' ? atom.steps.length : atom.capabilities.length;
  };
  let most = needed;
  let widest: Atom | null = null;
  for (const atom of problem.atoms) {
    if (sizeOf(atom) <= most) continue;
    most = sizeOf(atom);
    widest = atom;
  }
  const names = widest?.steps.slice(0, 2).flatMap((step) => steps.steps[step]?.name ?? []) ?? [];
  const others = (widest?.steps.length ?? 0) > names.length ? ' and more' : '';
  const why = widest ? `, for ${names.map((name) => `"${name}"`).join(', ')}${others} in one role` : '';
  const [role, team] = [asked.maxPositionsPerRole ?? Infinity, asked.teamSize ?? Infinity];
  const both = of === 'POSITIONS' && Math.max(role, team) < most;
  return `Allow ${most}${both ? ' positions per role and in a team' : ''}${why}${or}.`;
}
