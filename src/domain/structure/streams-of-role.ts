import type { StepKey } from '../shared/index.js';
import type { RoleShape, ShapedRoles } from './role-shape.js';

/** The streams that a role works in, by their place among the streams put together; null where there is one stream. */
export function streamsOfRole({
  ground: { parts },
  steps: { steps },
}: Pick<ShapedRoles, 'ground' | 'steps'>): ((role: RoleShape) => ReadonlySet<number>) | null {
  if (parts === undefined) return null;
  const streamOf = new Map<StepKey, number>(
    parts.flatMap(({ stream }, at) => stream.steps.map(({ key }) => [key, at] as const)),
  );
  return (role) =>
    new Set(
      role.steps.flatMap((step) => {
        const key = steps[step]?.key;
        return key === undefined ? [] : (streamOf.get(key) ?? []);
      }),
    );
}
