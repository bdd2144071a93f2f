import type { ClosestToToday, Plan, StructureFront } from '../../domain/index.js';
import type { JsonRecord } from './plan-as-json.js';

/** The choice as plain data; steps and roles by their keys, fields named as in the GraphQL contract. */
export function alternativesAsJson(
  { alternatives, today, complete, proof, text }: StructureFront,
  { stream }: Plan,
): JsonRecord {
  return {
    stream: stream.key,
    complete,
    proof,
    text,
    alternatives: alternatives.map(({ proposal, ...told }) => ({ ...told, structure: proposal })),
    closestToToday: today && todayAsJson(today),
  };
}

function todayAsJson({ proposal, ...told }: ClosestToToday): JsonRecord {
  return { ...told, structure: proposal };
}
