import { attributeOf, childrenOf, type XmlElement } from '../xml/read-xml.js';

export interface ArchimateElement {
  readonly id: string;
  /** Such as ValueStream, BusinessProcess, BusinessRole, Capability. */
  readonly type: string;
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly line: number;
  readonly column: number;
}

export interface ArchimateRelation extends ArchimateElement {
  readonly source: string;
  readonly target: string;
}

/** A model exchange file, by its identifiers. */
export interface ArchimateModel {
  /** The model itself, which stands for a stream where none is named. */
  readonly whole: ArchimateElement;
  readonly elements: readonly ArchimateElement[];
  readonly relations: readonly ArchimateRelation[];
  readonly byId: ReadonlyMap<string, ArchimateElement>;
  readonly from: ReadonlyMap<string, readonly ArchimateRelation[]>;
  readonly to: ReadonlyMap<string, readonly ArchimateRelation[]>;
}

/** The elements and relations of a model exchange file with their properties by name. */
export function readArchimateModel(root: XmlElement): ArchimateModel {
  const names = new Map(
    childrenOf(root, 'propertyDefinitions')
      .flatMap((all) => childrenOf(all, 'propertyDefinition'))
      .map((one): [string, string] => [attributeOf(one, 'identifier') ?? '', textOf(one, 'name')]),
  );
  const elements = childrenOf(root, 'elements')
    .flatMap((all) => childrenOf(all, 'element'))
    .map((one) => readElement(one, names));
  const relations = childrenOf(root, 'relationships')
    .flatMap((all) => childrenOf(all, 'relationship'))
    .map((one) => ({
      ...readElement(one, names),
      source: attributeOf(one, 'source') ?? '',
      target: attributeOf(one, 'target') ?? '',
    }));
  return {
    whole: readElement(root, names),
    elements,
    relations,
    byId: new Map(elements.map((element) => [element.id, element])),
    from: by(relations, 'source'),
    to: by(relations, 'target'),
  };
}

function readElement(element: XmlElement, names: ReadonlyMap<string, string>): ArchimateElement {
  const id = attributeOf(element, 'identifier') ?? element.name;
  const told = childrenOf(element, 'properties').flatMap((all) => childrenOf(all, 'property'));
  const properties = told.map((one): [string, string] => [
    names.get(attributeOf(one, 'propertyDefinitionRef') ?? '') ?? '',
    textOf(one, 'value'),
  ]);
  return {
    id,
    type: (attributeOf(element, 'xsi:type') ?? '').replace(/^.*:/, ''),
    name: textOf(element, 'name') || id,
    properties: new Map(properties),
    line: element.line,
    column: element.column,
  };
}

function textOf(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? '';
}

function by(
  relations: readonly ArchimateRelation[],
  end: 'source' | 'target',
): ReadonlyMap<string, readonly ArchimateRelation[]> {
  const found = new Map<string, ArchimateRelation[]>();
  for (const relation of relations) {
    const list = found.get(relation[end]);
    if (list) list.push(relation);
    else found.set(relation[end], [relation]);
  }
  return found;
}
