import type { ArchimateModel, ModelElement, ModelRelation, RelationType } from './archimate-model.js';

/** A model while it is built; elements and relations get their identifiers in the order in which they come. */
export interface ModelDraft {
  readonly elements: ModelElement[];
  readonly relations: ModelRelation[];
}

/** Adds an element; what is not told of it is empty. Gives its identifier. */
export function addElement(
  draft: ModelDraft,
  element: Pick<ModelElement, 'type' | 'name'> & Partial<ModelElement>,
): string {
  const id = element.id ?? `element-${draft.elements.length + 1}`;
  draft.elements.push({ documentation: '', properties: [], ...element, id });
  return id;
}

/** Adds a relation between two elements; without both of them there is none. */
export function relate(
  draft: ModelDraft,
  type: RelationType,
  source: string | undefined,
  target: string | undefined,
  told: Partial<ModelRelation> = {},
): void {
  if (source === undefined || target === undefined) return;
  const id = `relation-${draft.relations.length + 1}`;
  draft.relations.push({ name: '', documentation: '', properties: [], ...told, id, type, source, target });
}

/** The finished model. */
export function finishModel(
  { elements, relations }: ModelDraft,
  name: string,
  properties: ArchimateModel['properties'],
): ArchimateModel {
  return { name, properties, elements, relations };
}
