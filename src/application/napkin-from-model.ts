import type { Problem, TableUnreadable } from '../domain/index.js';
import type { ReadStreamModel } from './ports/index.js';
import { readDrafts } from './read-napkin-text.js';

/** A problem of a model, by the element that it is at. */
export type ModelProblem = Omit<Problem, 'place' | 'fix'> & {
  /** Where the element stands in the file; null where the problem has no place. */
  readonly line: number | null;
  readonly column: number | null;
  /** The identifier of the element. */
  readonly element: string | null;
};

/** What a model says as a napkin. */
export interface ModelAsNapkin {
  readonly kind: 'ModelAsNapkin';
  readonly napkin: string;
  readonly steps: number;
  readonly problems: readonly ModelProblem[];
}

/** Turns a BPMN or ArchiMate model into a napkin and stores nothing; a model with errors is turned as far as it was understood. */
export function napkinFromModel({ readStreamModel }: { readonly readStreamModel: ReadStreamModel }) {
  return (bytes: Uint8Array): ModelAsNapkin | TableUnreadable => {
    const model = readStreamModel(bytes);
    if (model.kind === 'TableUnreadable') return model;
    const { canonical, steps, problems } = readDrafts(model);
    return { kind: 'ModelAsNapkin', napkin: canonical, steps, problems: problems.map(byElement) };
  };
}

function byElement({ code, severity, message, suggestion, place }: Problem): ModelProblem {
  const at = { line: place?.line ?? null, column: place?.column ?? null, element: place?.sheet ?? null };
  return { code, severity, message, suggestion, ...at };
}
