import type { ShapedRoles } from './role-shape.js';
import { streamOfEachStep } from './structure-ground.js';

/** Tells the streams that steps are of, given by number; null where there is one stream. */
export function streamsOfSteps({
  ground: { parts },
  steps: { steps: all },
}: Pick<ShapedRoles, 'ground' | 'steps'>): ((steps: readonly number[]) => ReadonlySet<number>) | null {
  if (parts === undefined) return null;
  const streamOf = streamOfEachStep(parts);
  return (steps) =>
    new Set(
      steps.flatMap((step) => {
        const key = all[step]?.key;
        return key === undefined ? [] : (streamOf.get(key) ?? []);
      }),
    );
}
