export type ElementType =
  | 'ValueStream'
  | 'Capability'
  | 'Outcome'
  | 'BusinessProcess'
  | 'BusinessRole'
  | 'BusinessActor'
  | 'BusinessCollaboration';

export type RelationType =
  | 'Composition'
  | 'Aggregation'
  | 'Assignment'
  | 'Realization'
  | 'Serving'
  | 'Triggering'
  | 'Flow'
  | 'Association';

/** Names and values of properties, in their order. */
export type Properties = readonly (readonly [name: string, value: string])[];

export interface ModelElement {
  readonly id: string;
  readonly type: ElementType;
  readonly name: string;
  readonly documentation: string;
  readonly properties: Properties;
}

export interface ModelRelation {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  readonly name: string;
  readonly documentation: string;
  readonly properties: Properties;
}

/** What is in a model, in the order in which it is printed. */
export interface ArchimateModel {
  readonly name: string;
  readonly properties: Properties;
  readonly elements: readonly ModelElement[];
  readonly relations: readonly ModelRelation[];
}
