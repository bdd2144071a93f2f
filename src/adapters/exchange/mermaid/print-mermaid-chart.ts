import type { Plan } from '../../../domain/index.js';
import { escapeMermaid } from './escape-mermaid.js';

/** The organisation as a Mermaid flowchart: the stream, its teams, their roles with size and steps. */
export function printMermaidChart({ stream, structure }: Plan): string {
  const teams = structure?.teams ?? [];
  const roles = new Map(
    (structure?.roles ?? []).map((role, index) => [role.key, { role, id: `role${index + 1}` }]),
  );
  const owner = stream.owner === null ? '' : `<br/>owner: ${escapeMermaid(stream.owner)}`;
  const lines = teams.flatMap((team, index) => [
    `  team${index + 1}["${escapeMermaid(team.name)}"]`,
    `  stream --> team${index + 1}`,
    ...team.roles.flatMap((key) => {
      const found = roles.get(key);
      return found ? [`  team${index + 1} --> ${found.id}`] : [];
    }),
  ]);
  const held = new Set(teams.flatMap((team) => team.roles));
  return [
    'flowchart TB',
    `  stream["${escapeMermaid(stream.name)}${owner}"]`,
    ...[...roles.values()].map(({ role, id }) => {
      const steps = role.steps.length === 1 ? '1 step' : `${role.steps.length} steps`;
      const size = role.positions === null ? 'size not known yet' : `${role.positions} in post`;
      return `  ${id}["${escapeMermaid(role.name)}<br/>${size}, ${steps}"]`;
    }),
    ...lines,
    ...[...roles.values()].flatMap(({ role, id }) => (held.has(role.key) ? [] : [`  stream --> ${id}`])),
    '',
  ].join('\n');
}
