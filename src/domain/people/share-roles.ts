import { foldName } from '../shared/index.js';
import { judgeStaffing, type GateContext } from '../responsibility/index.js';
import type { Role } from '../structure/index.js';
import type { PersonAssessed, SharedRole, SuggestedStaffing } from './staffing-assessment.js';

const MOST_PEOPLE = 12;
const TOLERANCE = 1e-9;

type Placed = Pick<SuggestedStaffing, 'places' | 'open'>;

/**
 * Roles that stand partly open in a suggestion and that people of few hours could share: the fewest people whose hours
 * suffice for equal shares, those first who stand there already, then those with the fewest hours to spare; each person in
 * one role. The gate has accepted every such group as a whole.
 */
export function shareRoles(
  context: GateContext,
  assessed: readonly PersonAssessed[],
  { places, open }: Placed,
): readonly SharedRole[] {
  const placed = new Map(places.map(({ person, role }) => [foldName(person), role]));
  const taken = new Set<string>();
  return open.flatMap(({ role: key }): SharedRole[] => {
    const role = context.structure?.roles.find((one) => one.key === key);
    if (!role) return [];
    const able = assessed.filter((person) => {
      const folded = foldName(person.name);
      const free = (placed.get(folded) ?? key) === key && !taken.has(folded);
      return free && person.roles.some((one) => one.role === key && one.extent === 'WHOLE');
    });
    const shared = groupFor(context, role, able, placed);
    for (const { person } of shared?.people ?? []) taken.add(foldName(person));
    return shared ? [shared] : [];
  });
}

function groupFor(
  context: GateContext,
  role: Role,
  able: readonly PersonAssessed[],
  placed: ReadonlyMap<string, string>,
): SharedRole | null {
  const { value: whole } = role.hoursPerWeek;
  if (whole === null || whole <= 0) return null;
  const hoursOf = ({ hoursPerWeek }: PersonAssessed): number => hoursPerWeek ?? 0;
  const stays = ({ name }: PersonAssessed): number => (placed.has(foldName(name)) ? 0 : 1);
  const order = [...able].sort(
    (a, b) =>
      stays(a) - stays(b) || hoursOf(a) - hoursOf(b) || (foldName(a.name) < foldName(b.name) ? -1 : 1),
  );
  for (
    let howMany = Math.max(2, role.positions ?? 1);
    howMany <= Math.min(MOST_PEOPLE, able.length);
    howMany += 1
  ) {
    const share = whole / howMany;
    const people = order.filter((person) => hoursOf(person) * (1 + TOLERANCE) >= share).slice(0, howMany);
    if (people.length < howMany || !accepts(context, role, people)) continue;
    return {
      role: role.key,
      hoursPerWeek: whole,
      share,
      people: people.map((person) => ({ person: person.name, hoursPerWeek: hoursOf(person) })),
    };
  }
  return null;
}

function accepts(context: GateContext, { key }: Role, people: readonly PersonAssessed[]): boolean {
  const wishes = people.map(({ name }) => ({ person: name, role: key, reason: null }));
  return judgeStaffing(context, wishes).every(({ kind }) => kind === 'AcceptedStaffing');
}
