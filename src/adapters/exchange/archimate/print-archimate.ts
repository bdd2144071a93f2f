import type { Plan } from '../../../domain/index.js';
import { attributes, escapeXml } from '../escape-xml.js';
import { buildModel } from './build-model.js';
import type {
  ArchimateModel,
  ElementType,
  ModelElement,
  ModelRelation,
  Properties,
} from './archimate-model.js';

/** A plan as an ArchiMate model exchange file: no relation in it that the standard does not allow. The same plan gives the same bytes. */
export function printArchimate(plan: Plan): string {
  const model = buildModel(plan);
  const ids = propertyIds(model);
  const head = attributes({
    xmlns: 'http://www.opengroup.org/xsd/archimate/3.0/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation':
      'http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd',
    identifier: 'model',
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<model${head}>`,
    `  <name>${escapeXml(model.name)}</name>`,
    ...printProperties(model.properties, ids, '  '),
    ...wrapped(
      'elements',
      model.elements.flatMap((element) => printElement(element, ids)),
    ),
    ...wrapped(
      'relationships',
      model.relations.flatMap((relation) => printRelation(relation, ids)),
    ),
    ...printFolders(model),
    ...wrapped(
      'propertyDefinitions',
      [...ids].map(
        ([name, id]) =>
          `    <propertyDefinition identifier="${id}" type="string"><name>${escapeXml(name)}</name></propertyDefinition>`,
      ),
    ),
    '</model>',
    '',
  ].join('\n');
}

function propertyIds({ properties, elements, relations }: ArchimateModel): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const of of [{ properties }, ...elements, ...relations]) {
    for (const [name] of of.properties) if (!ids.has(name)) ids.set(name, `property-${ids.size + 1}`);
  }
  return ids;
}

function wrapped(tag: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  <${tag}>`, ...lines, `  </${tag}>`];
}

function printElement(
  { id, type, name, documentation, properties }: ModelElement,
  ids: ReadonlyMap<string, string>,
): string[] {
  return [
    `    <element identifier="${id}" xsi:type="${type}">`,
    ...printNamed(name, documentation, properties, ids),
    '    </element>',
  ];
}

function printRelation(
  { id, type, source, target, name, documentation, properties }: ModelRelation,
  ids: ReadonlyMap<string, string>,
): string[] {
  return [
    `    <relationship identifier="${id}" source="${source}" target="${target}" xsi:type="${type}">`,
    ...printNamed(name, documentation, properties, ids),
    '    </relationship>',
  ];
}

function printNamed(
  name: string,
  documentation: string,
  properties: Properties,
  ids: ReadonlyMap<string, string>,
): string[] {
  return [
    ...(name === '' ? [] : [`      <name>${escapeXml(name)}</name>`]),
    ...(documentation === '' ? [] : [`      <documentation>${escapeXml(documentation)}</documentation>`]),
    ...printProperties(properties, ids, '      '),
  ];
}

function printProperties(properties: Properties, ids: ReadonlyMap<string, string>, before: string): string[] {
  if (properties.length === 0) return [];
  return [
    `${before}<properties>`,
    ...properties.map(
      ([name, value]) =>
        `${before}  <property propertyDefinitionRef="${ids.get(name) ?? ''}"><value>${escapeXml(value)}</value></property>`,
    ),
    `${before}</properties>`,
  ];
}

const FOLDERS: readonly (readonly [label: string, types: readonly ElementType[]])[] = [
  ['Value streams, outcomes and capabilities', ['ValueStream', 'Capability', 'Outcome']],
  ['Steps', ['BusinessProcess']],
  ['Roles and teams', ['BusinessRole', 'BusinessCollaboration']],
  ['People', ['BusinessActor']],
];

function printFolders({ elements, relations }: ArchimateModel): string[] {
  const folders = FOLDERS.map(
    ([label, types]) => [label, elements.filter(({ type }) => types.includes(type))] as const,
  );
  const all: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
    ...folders,
    ['Relations', relations],
  ];
  return wrapped(
    'organizations',
    all.flatMap(([label, members]) =>
      members.length === 0
        ? []
        : [
            '    <item>',
            `      <label>${escapeXml(label)}</label>`,
            ...members.map(({ id }) => `      <item identifierRef="${id}" />`),
            '    </item>',
          ],
    ),
  );
}
