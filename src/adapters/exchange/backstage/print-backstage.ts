import type { Plan, Role } from '../../../domain/index.js';
import { entityNames } from './entity-names.js';

/** One group; empty texts are left out. */
interface Group {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly type: 'value-stream' | 'team' | 'role';
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/**
 * The organisation as groups of the Backstage catalogue: the stream, its teams inside of it, their roles inside of the teams.
 * Who is in a role is no part of it: only an accepted assignment says that. The same plan gives the same bytes.
 */
export function printBackstage({ stream, structure }: Plan): string {
  const roles = structure?.roles ?? [];
  const teams = structure?.teams ?? [];
  const [root = 'stream', ...names] = entityNames([
    stream.name,
    ...teams.map(({ name }) => name),
    ...roles.map(({ name }) => name),
  ]);
  const teamNames = new Map(teams.map(({ key }, index) => [key, names[index] ?? key]));
  const roleNames = new Map(roles.map(({ key }, index) => [key, names[teams.length + index] ?? key]));
  const held = new Map(teams.flatMap(({ key, roles: all }) => all.map((role) => [role, key] as const)));
  const namesOf = (keys: readonly Role['key'][]) => keys.flatMap((key) => roleNames.get(key) ?? []);
  const free = roles.filter(({ key }) => !held.has(key)).map(({ key }) => key);
  const stepNames = new Map(stream.steps.map(({ key, name }) => [key, name]));
  const groups: readonly Group[] = [
    {
      name: root,
      title: stream.name,
      about: stream.customer === null ? '' : `The value stream for ${stream.customer}.`,
      type: 'value-stream',
      parent: null,
      children: [...teamNames.values(), ...namesOf(free)],
      facts: stream.owner === null ? [] : [['owner', stream.owner]],
    },
    ...teams.map(({ key, name, purpose, roles: all }): Group => ({
      name: teamNames.get(key) ?? key,
      title: name,
      about: purpose ?? '',
      type: 'team',
      parent: root,
      children: namesOf(all),
      facts: [],
    })),
    ...roles.map((role): Group => {
      const team = held.get(role.key);
      return {
        name: roleNames.get(role.key) ?? role.key,
        title: role.name,
        about: role.why.map(({ text }) => text).join(' '),
        type: 'role',
        parent: (team === undefined ? null : teamNames.get(team)) ?? root,
        children: [],
        facts: [
          ['steps', role.steps.map((key) => stepNames.get(key) ?? key).join('; ')],
          ...(role.positions === null ? [] : [['positions', String(role.positions)] as const]),
        ],
      };
    }),
  ];
  return groups.map((group) => `${printGroup(group).join('\n')}\n`).join('---\n');
}

function printGroup({ name, title, about, type, parent, children, facts }: Group): readonly string[] {
  return [
    'apiVersion: backstage.io/v1alpha1',
    'kind: Group',
    'metadata:',
    `  name: ${quoted(name)}`,
    `  title: ${quoted(title)}`,
    ...(about === '' ? [] : [`  description: ${quoted(about)}`]),
    ...(facts.length === 0 ? [] : ['  annotations:']),
    ...facts.map(([fact, value]) => `    headwater.example/${fact}: ${quoted(value)}`),
    'spec:',
    `  type: ${type}`,
    '  profile:',
    `    displayName: ${quoted(title)}`,
    ...(parent === null ? [] : [`  parent: ${quoted(parent)}`]),
    ...(children.length === 0 ? ['  children: []'] : ['  children:']),
    ...children.map((child) => `    - ${quoted(child)}`),
  ];
}

/** YAML takes every JSON text as it is, but for line ends of its own that JSON leaves as they are. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
