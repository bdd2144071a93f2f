import { foldName, type RoleKey, type StepKey, type TeamKey } from '../shared/index.js';
import type { Force, ValueStream } from '../stream/index.js';
import { leadLayers, MOST_PER_LEAD } from './lead-layers.js';
import type { Role, Team } from './role.js';
import { sayOwnerSpan, sayTeamSpan, SPAN_CONVENTION } from './say-spans.js';
import type { StructureProposal } from './structure-proposal.js';
import type { OwnerSpan, SpanScope, StructureSpans, TeamSpan } from './structure-spans.js';

type Owned = Pick<ValueStream, 'owner' | 'forceOwners' | 'steps'>;
type Structured = Pick<StructureProposal, 'roles' | 'teams'>;

/**
 * The leads that a structure calls for by its size, null where everybody can be led directly. A team whose work is all
 * of one force answers to the owner of that force, where somebody else than the owner of the stream is named for it;
 * every other one to the owner of the stream.
 */
export function spansAndLayers(stream: Owned, structure: Structured): StructureSpans | null {
  const forces = new Map(stream.steps.map(({ key, force }) => [key, force]));
  const posts = postsOf(stream);
  const [head, ...others] = posts;
  const teams = new Map<Post, SizedTeam[]>(posts.map((post) => [post, []]));
  for (const team of sizedTeams(structure)) {
    const force = forceOf(team, forces);
    const post = others.find(({ answersFor }) => force !== null && answersFor.includes(force)) ?? head;
    teams.get(post)?.push(team);
  }
  const staffed = others.filter((post) => (teams.get(post) ?? []).length > 0);
  const below = staffed.flatMap(({ owner }) => owner ?? []);
  const owners = [
    spanOf(head, teams.get(head) ?? [], below),
    ...staffed.map((post) => spanOf(post, teams.get(post) ?? [], [])),
  ];
  const leads = owners.reduce((sum, one) => sum + one.leads.reduce((all, each) => all + each, 0), 0);
  if (leads === 0) return null;
  const layers = owners.reduce((most, one) => Math.max(most, one.leads.length), 0);
  return { mostPerLead: MOST_PER_LEAD, leads, layers, owners, convention: SPAN_CONVENTION };
}

interface Post {
  readonly owner: string | null;
  readonly answersFor: readonly SpanScope[];
}

/** Everybody who answers for something, each once: the owner of the stream, named or not, then those of its forces. */
function postsOf({ owner, forceOwners }: Owned): readonly [Post, ...Post[]] {
  const posts: [Post, ...Post[]] = [{ owner, answersFor: ['STREAM'] }];
  for (const force of ['SALES', 'FULFILMENT'] as const) {
    const name = forceOwners[force];
    if (name === null) continue;
    const at = posts.findIndex((post) => post.owner !== null && foldName(post.owner) === foldName(name));
    const known = posts[at];
    if (known) posts[at] = { ...known, answersFor: [...known.answersFor, force] };
    else posts.push({ owner: name, answersFor: [force] });
  }
  return posts;
}

interface SizedTeam {
  readonly team: TeamKey | null;
  readonly people: number | null;
  readonly atLeast: boolean;
  readonly steps: ReadonlySet<StepKey>;
}

/** Each team with its people, then the roles that are in none. */
function sizedTeams({ roles, teams }: Structured): SizedTeam[] {
  const byKey = new Map<RoleKey, Role>(roles.map((role) => [role.key, role]));
  const teamed = new Set(teams.flatMap((team: Team) => team.roles));
  const loose = roles.filter(({ key }) => !teamed.has(key));
  const sized = teams.map((team) =>
    sizeOf(
      team.key,
      team.roles.flatMap((key) => byKey.get(key) ?? []),
    ),
  );
  return loose.length > 0 ? [...sized, sizeOf(null, loose)] : sized;
}

function sizeOf(team: TeamKey | null, roles: readonly Role[]): SizedTeam {
  const known = roles.flatMap(({ positions }) => positions ?? []);
  return {
    team,
    people: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
    atLeast: roles.some(({ positions, hoursPerWeek }) => positions === null || hoursPerWeek.atLeast),
    steps: new Set(roles.flatMap(({ steps }) => steps)),
  };
}

/** The force that all its steps are of; null where they are of both, or of none that is told. */
function forceOf({ steps }: SizedTeam, forces: ReadonlyMap<StepKey, Force | null>): Force | null {
  const found = new Set([...steps].map((step) => forces.get(step) ?? null));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function spanOf(post: Post, teams: readonly SizedTeam[], owners: readonly string[]): OwnerSpan {
  const sizes = teams.map(({ people }) => people ?? 0);
  const { layers, within, direct } = leadLayers(sizes, owners.length);
  const span = {
    ...post,
    people: sizes.reduce((sum, size) => sum + size, 0),
    atLeast: teams.some(({ atLeast }) => atLeast),
    owners,
    leads: layers,
    direct,
    teams: teams.map(({ team, people, atLeast }, at): TeamSpan => {
      const leads = within[at] ?? [];
      return { team, people, atLeast, leads, text: sayTeamSpan(people ?? 0, leads) };
    }),
  };
  return { ...span, text: sayOwnerSpan(span) };
}
