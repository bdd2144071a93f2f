import type { Plan } from '../../../domain/index.js';
import type { ProcessGraph } from './process-graph.js';
import { nearestPlaces } from './nearest-places.js';
import type { StepWords } from '../step-words.js';

export interface Lane {
  readonly id: string;
  readonly name: string;
  /** Positions of the nodes that stand in it. */
  readonly nodes: readonly number[];
}

export const NOBODY = 'Nobody yet';

/** A lane for each role that a step stands in, in the order of the structure, and one for the steps that nobody carries. */
export function layLanes(
  { structure }: Plan,
  { nodes, ways }: ProcessGraph,
  words: StepWords,
): readonly Lane[] {
  const at = nodes.map(({ step }): string | null => {
    if (step === null || step.outside) return null;
    return words.roleOf(step)?.key ?? '';
  });
  const places = nearestPlaces(
    at.map((key) => key !== null),
    ways,
  );
  const held = new Map<string, number[]>();
  nodes.forEach((_, index) => {
    const key = at[places[index] ?? -1] ?? '';
    const lane = held.get(key);
    if (lane) lane.push(index);
    else held.set(key, [index]);
  });
  const named = [
    ...(structure?.roles ?? []).map(({ key, name }) => [key, name] as const),
    ['', NOBODY] as const,
  ];
  return named.flatMap(([key, name], position) => {
    const inside = held.get(key);
    return inside ? [{ id: `lane-${position + 1}`, name, nodes: inside }] : [];
  });
}
