import { foldName } from '../shared/index.js';
import {
  judgeEachAlone,
  listNames,
  type AcceptedStaffing,
  type GateContext,
  type RefusedStaffing,
  type StaffingVerdict,
} from '../responsibility/index.js';
import type { Role } from '../structure/index.js';
import type { AbilityBook, AblePerson } from './able-people.js';
import { leastCostPlaces, type PossiblePlace } from './least-cost-places.js';
import { shareRoles } from './share-roles.js';
import type { OpenPlaces, PersonAssessed, SuggestedPlace, SuggestedStaffing } from './staffing-assessment.js';

const CONVENTION =
  'One position each, only where the gate would accept the person; the most positions filled first, then the fewest people over their hours, then the most who keep the role that they fill, then those who do most of its steps today. What people wish is not weighed. Of equals the earlier name. A role of which nothing is measured counts as one position.';
const MOST_SEEN = 100;
const MOST_NEAR = 3;

interface Candidate {
  readonly person: AblePerson;
  readonly verdicts: ReadonlyMap<Role, AcceptedStaffing>;
  readonly refusals: readonly RefusedStaffing[];
}

/** A staffing that the gate would accept: exactly the most positions that can be filled, one for each person. null without a structure. */
export function suggestStaffing(
  context: GateContext,
  book: AbilityBook,
  assessed: readonly PersonAssessed[],
): SuggestedStaffing | null {
  const { structure } = context;
  if (!structure) return null;
  const roles = structure.roles;
  const candidates = candidatesOf(context, book, assessed, roles);
  const seen = seenDoing(context);
  const room = roles.map(({ positions }) => positions ?? 1);
  const given = leastCostPlaces(
    candidates.map((candidate) => costsOf(candidate, roles, seen, candidates.length)),
    room,
  );
  const left = new Set(
    candidates.flatMap(({ person }, at) => ((given[at] ?? null) === null ? [person.member.name] : [])),
  );
  const places = given.flatMap((kind, at): SuggestedPlace[] => {
    const [candidate, role] = [candidates[at], kind === null ? undefined : roles[kind]];
    const verdict = role && candidate?.verdicts.get(role);
    return candidate && verdict ? [placeOf(candidate, role, verdict)] : [];
  });
  const open = roles.flatMap((role, kind) =>
    openPlaces(role, kind, room[kind] ?? 1, given, candidates).map((one) => ({
      ...one,
      nearest: nearestTo(
        role,
        assessed.filter(({ name }) => left.has(name)),
      ),
    })),
  );
  return {
    places: [...places].sort((a, b) => orderIn(roles, a) - orderIn(roles, b)),
    open,
    shared: shareRoles(context, assessed, { places, open }),
    left: candidates.flatMap((candidate) =>
      left.has(candidate.person.member.name)
        ? [{ person: candidate.person.member.name, why: whyLeft(candidate) }]
        : [],
    ),
    filled: places.length,
    ofPositions: room.reduce((sum, places) => sum + places, 0),
    convention: CONVENTION,
  };
}

/** Of whom somebody has said what they can do, by name, with the roles that the gate would give them. */
function candidatesOf(
  context: GateContext,
  book: AbilityBook,
  assessed: readonly PersonAssessed[],
  roles: readonly Role[],
): Candidate[] {
  const known = book.people.flatMap((person, at) => {
    const extents = assessed[at]?.roles ?? [];
    return person.told ? [{ person, able: roles.filter((_, nth) => extents[nth]?.extent === 'WHOLE') }] : [];
  });
  const folded = ({ person }: { readonly person: AblePerson }): string => foldName(person.member.name);
  known.sort((a, b) => (folded(a) < folded(b) ? -1 : 1));
  const wishes = known.flatMap(({ person, able }) =>
    able.map(({ key }) => ({ person: person.member.name, role: key, reason: null })),
  );
  const judged = judgeEachAlone(context, wishes).values();
  return known.map(({ person, able }) => {
    const verdicts = able.flatMap(() => judged.next().value ?? []);
    const accepted = able.flatMap((role, nth): [Role, AcceptedStaffing][] => {
      const verdict = verdicts[nth];
      return verdict?.kind === 'AcceptedStaffing' ? [[role, verdict]] : [];
    });
    return { person, verdicts: new Map(accepted), refusals: verdicts.filter(isRefused) };
  });
}

function isRefused(verdict: StaffingVerdict): verdict is RefusedStaffing {
  return verdict.kind === 'RefusedStaffing';
}

/** By person and role: how many of its steps the person does today. */
function seenDoing({ stream }: GateContext): (person: AblePerson, role: Role) => number {
  const performed = new Map<string, Set<string>>();
  for (const { key, performers } of stream.steps)
    for (const name of performers)
      performed.set(foldName(name), (performed.get(foldName(name)) ?? new Set()).add(key));
  return ({ member }, role) => {
    const steps = performed.get(foldName(member.name));
    return steps ? Math.min(MOST_SEEN, role.steps.filter((step) => steps.has(step)).length) : 0;
  };
}

/** What comes first weighs more than everything behind it, over all people together. */
function costsOf(
  { person, verdicts }: Candidate,
  roles: readonly Role[],
  seen: (person: AblePerson, role: Role) => number,
  people: number,
): PossiblePlace[] {
  const moving = (MOST_SEEN + 1) * (people + 1);
  const over = moving * (people + 1);
  return roles.flatMap((role, kind) => {
    const verdict = verdicts.get(role);
    if (!verdict) return [];
    const hours = person.member.hoursPerWeek?.likely ?? Infinity;
    const late = (verdict.hoursPerWeek ?? 0) > hours * (1 + 1e-9) ? over : 0;
    return [{ kind, cost: late + (staysIn(person, role) ? 0 : moving) + MOST_SEEN - seen(person, role) }];
  });
}

function staysIn({ member }: AblePerson, role: Role): boolean {
  return member.roles.some((name) => foldName(name) === foldName(role.name) || name === role.key);
}

function placeOf({ person }: Candidate, role: Role, { because, warnings }: AcceptedStaffing): SuggestedPlace {
  const stays = staysIn(person, role);
  return { person: person.member.name, role: role.key, stays, because: because[0].text, warnings };
}

function orderIn(roles: readonly Role[], place: SuggestedPlace): number {
  return roles.findIndex(({ key }) => key === place.role);
}

function openPlaces(
  role: Role,
  kind: number,
  positions: number,
  given: readonly (number | null)[],
  candidates: readonly Candidate[],
): Omit<OpenPlaces, 'nearest'>[] {
  const open = positions - given.filter((each) => each === kind).length;
  if (open <= 0) return [];
  const { value } = role.hoursPerWeek;
  const able = candidates.filter(({ verdicts }) => verdicts.has(role));
  const elsewhere = able.filter((candidate) => given[candidates.indexOf(candidate)] !== kind);
  const names = listNames(
    elsewhere.map(({ person }) => person.member.name),
    'and',
    4,
  );
  const why =
    able.length === 0
      ? `Nobody is known whom the gate would accept as ${role.name}.`
      : elsewhere.length === 0
        ? `Nobody else is known whom the gate would accept as ${role.name}.`
        : `${names} could, and ${elsewhere.length === 1 ? 'is' : 'are'} needed elsewhere.`;
  return [
    {
      role: role.key,
      positions: open,
      hoursPerWeek: value === null ? null : (value * open) / positions,
      why,
    },
  ];
}

/** Of those whom the suggestion gives no position, who could carry a part of a role: least to learn first, then by name. */
function nearestTo(role: Role, people: readonly PersonAssessed[]): OpenPlaces['nearest'] {
  const parts = people.flatMap(({ name, roles }) =>
    roles.flatMap(({ role: key, extent, missing }) =>
      key === role.key && extent === 'PART' ? [{ person: name, missing }] : [],
    ),
  );
  const before = (a: string, b: string): number => (foldName(a) < foldName(b) ? -1 : 1);
  return parts
    .sort((a, b) => a.missing.length - b.missing.length || before(a.person, b.person))
    .slice(0, MOST_NEAR);
}

function whyLeft({ verdicts, refusals }: Candidate): string {
  const roles = [...verdicts.keys()].map(({ name }) => name);
  if (roles.length > 0) return `${listNames(roles, 'and', 4)} could be filled, and has others already.`;
  const [refusal] = refusals;
  return refusal ? refusal.reasons[0].message : 'No role can be carried whole as things are.';
}
