import { foldName } from '../../shared/index.js';
import type { PosedProblem } from '../propose-structure.js';
import type { StatedSet } from '../solver/step-ground.js';
import type { PerformerGroup } from './performer-groups.js';

/**
 * What does not let a step, by its number, stay with who does it today: a limit or the map that keeps it with work of
 * somebody else, or what keeps all that its performer does from being one role. group: the one that the step counts for.
 */
export function whyItMoves(posed: PosedProblem, group: PerformerGroup, step: number): string {
  const unit = group.units.find(({ steps }) => steps.includes(step));
  if (does(posed, group.performer, step)) return whyNotAll(posed, group);
  return whyJoined(posed, group.performer, step, unit?.steps ?? []);
}

function does({ built }: PosedProblem, performer: string, step: number): boolean {
  const folded = foldName(performer);
  return built.steps.steps[step]?.performers.some((name) => foldName(name) === folded) ?? false;
}

/** Who says that the step goes together with work of the performer; empty where nobody does. */
function whyJoined(posed: PosedProblem, performer: string, step: number, unit: readonly number[]): string {
  const holding = posed.built.steps.togetherAsStated.filter(({ steps }) => steps.includes(step));
  const direct = holding.find(({ steps }) => steps.some((other) => does(posed, performer, other)));
  const set = direct ?? holding.find(({ steps }) => steps.some((other) => unit.includes(other)));
  return set ? sayTogether(posed, set) : '';
}

function sayTogether(posed: PosedProblem, { steps, said, role }: StatedSet): string {
  const names = named(posed, steps);
  switch (said) {
    case 'LIMIT':
      return `your limit keeps ${names} together`;
    case 'PIN':
      return `your limit pins ${names} in ${role ?? 'one role'}`;
    case 'STREAM':
      return `the map keeps ${names} in one role`;
  }
}

/** What keeps all that a performer does today from being one role. */
function whyNotAll(posed: PosedProblem, { performer, units }: PerformerGroup): string {
  const { built, limits } = posed;
  const all = units.flatMap((unit) => unit.steps);
  const own = new Set(all.filter((step) => does(posed, performer, step)));
  const atoms = units.flatMap((unit) => unit.atoms).flatMap((atom) => built.problem.atoms[atom] ?? []);
  const capabilities = new Set(
    atoms.filter(({ steps }) => steps.every((step) => own.has(step))).flatMap((atom) => atom.capabilities),
  ).size;
  if (capabilities > limits.maxCapabilitiesPerRole)
    return `${performer} does work of ${capabilities} capabilities today, and a role holds at most ${limits.maxCapabilitiesPerRole}`;
  if (limits.maxStepsPerRole !== null && own.size > limits.maxStepsPerRole)
    return `${performer} does ${own.size} steps today, and a role has at most ${limits.maxStepsPerRole}`;
  const parted = whyApart(posed, performer, new Set(all));
  if (parted !== null) return parted;
  const added = all.find((step) => !own.has(step));
  const joined = added === undefined ? '' : whyJoined(posed, performer, added, all);
  return joined === ''
    ? `one role may not hold all that ${performer} does today: forces, positions, or work that does not go together`
    : `${joined}, and one role may not hold that with all that ${performer} does today`;
}

/** The duties among these that must stay apart, and who says so; null where there are none. */
function whyApart(posed: PosedProblem, performer: string, theirs: ReadonlySet<number>): string | null {
  const { apartAsStated, togetherAsStated } = posed.built.steps;
  const parted = apartAsStated
    .map(({ steps, said }) => ({ steps: steps.filter((step) => theirs.has(step)), said }))
    .find(({ steps }) => steps.length > 1);
  if (!parted) return null;
  if (parted.said === 'STREAM')
    return `${performer} does duties today that must stay apart: ${named(posed, parted.steps)}`;
  if (parted.said === 'LIMIT') return `your limit keeps ${named(posed, parted.steps)} apart`;
  const pins = parted.steps.flatMap((step) => {
    const pin = togetherAsStated.find(({ said, steps }) => said === 'PIN' && steps.includes(step));
    return pin ? [`${named(posed, [step])} in ${pin.role ?? 'one role'}`] : [];
  });
  return `your limits pin ${pins.join(' and ')}`;
}

const MOST_NAMED = 4;

function named({ built }: PosedProblem, steps: readonly number[]): string {
  const names = steps.flatMap((step) => built.steps.steps[step]?.name ?? []).map((name) => `"${name}"`);
  const more = names.length - MOST_NAMED;
  return more > 1
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more`
    : [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}
