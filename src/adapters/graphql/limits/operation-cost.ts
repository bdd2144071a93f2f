import {
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { kindOfGlobalId } from '../global-id.js';
import { isIntrospection } from './is-introspection.js';
import { DEFAULT_PAGE } from '../page-arguments.js';

/** What fields cost that make the server work; every other object costs 1, and a plain value nothing. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'Query.node': 5,
  'Query.valueStream': 5,
  'ValueStreamEdge.node': 5,
  'Query.readNapkin': 10,
  'Query.judgeAssignments': 10,
  'Query.assessStaffing': 20,
  'Query.judgeStaffing': 10,
  'Query.company': 300,
  'Query.auditChart': 20,
  'Query.auditReport': 20,
  'Query.auditChartByScheme': 20,
  'Query.auditReportByScheme': 20,
  'ValueStream.suggestedStructure': 50,
  'ValueStream.alternatives': 100,
  'StructureOutlook.growth': 100,
  'StructureOutlook.sensitivity': 300,
  'ValueStream.raciReport': 20,
  'ValueStream.report': 20,
  'ValueStream.walkSheet': 20,
  'ValueStream.orgChart': 20,
  'ValueStream.pacedLine': 20,
  'ValueStream.findOutFirst': 10,
  'ValueStream.whatIf': 30,
  'ValueStream.withoutRole': 20,
  'WhatIf.structure': 20,
  'ValueStream.rankedChanges': 50,
  'ValueStream.comparedWith': 50,
  'Query.compareNapkins': 50,
  'StreamMetrics.byConvention': 10,
  'ValueStream.picture': 20,
  'Mutation.drawValueStream': 50,
  'Mutation.adoptStructure': 50,
  'Mutation.designStructure': 300,
  'Mutation.designCompany': 300,
  'Mutation.cancelDesign': 20,
  'Subscription.designProgress': 20,
  'Subscription.streamRevised': 20,
  'Subscription.verdicts': 20,
  'Mutation.proposeAssignments': 20,
  'Mutation.withdrawAssignment': 20,
  'Mutation.proposeStaffing': 20,
  'Mutation.withdrawStaffing': 20,
  'Mutation.overrideRefusal': 20,
  'Mutation.endOverride': 20,
  'ValueStream.standingLog': 5,
  'ValueStream.staffingLog': 5,
  'ValueStream.refusals': 5,
  'ValueStream.staffingRefusals': 5,
  'Mutation.confirmCapabilities': 50,
  'Mutation.removeValueStream': 20,
  'Mutation.restoreValueStream': 20,
};

/** What it costs besides to ask for a thing by its id, where the thing is designed anew: as much as by its field. */
const WEIGHTS_BY_ID: Readonly<Record<string, number>> = {
  SuggestedStructure: 50,
  AlternativeStructure: 100,
};

/** Entries of lists by which an answer comes back to where it was, so that asking deeper asks for that many times more. */
const TIMES: Readonly<Record<string, number>> = {
  'Catalogue.families': 15,
  'Catalogue.capabilities': 90,
  'CapabilityFamily.goesWith': 5,
};

/** Of operations whose cost does not depend on their variables. */
const known = new WeakMap<OperationDefinitionNode, number>();

/** What an operation costs: pages count their children once for each entry, the lists inside one stream do not multiply. */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const before = known.get(operation);
  if (before !== undefined) return before;
  let varies = false;
  const cost = measuredCost(schema, document, operation, (field, node) => {
    varies ||= (node.arguments ?? []).some(({ value }) => value.kind !== 'IntValue');
    try {
      return getArgumentValues(field, node, variables);
    } catch {
      return {}; // values that do not fit are told by the execution
    }
  });
  if (!varies) known.set(operation, cost);
  return cost;
}

type Arguments = (...told: Parameters<typeof getArgumentValues>) => Record<string, unknown>;

function measuredCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  argumentsOf: Arguments,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const ofFragments = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const before = ofFragments.get(name);
    if (before !== undefined) return before;
    const fragment = fragments.get(name);
    ofFragments.set(name, 0);
    const cost = fragment
      ? ofSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value))
      : 0;
    ofFragments.set(name, cost);
    return cost;
  };
  const ofSelections = (set: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === 'FragmentSpread') cost += ofFragment(selection.name.value);
      else if (selection.kind === 'Field') cost += ofField(selection, type);
      else {
        const condition = selection.typeCondition?.name.value;
        cost += ofSelections(selection.selectionSet, condition ? typeNamed(condition) : type);
      }
    }
    return cost;
  };
  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): number => {
    if (isIntrospection(node.name.value) || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const field = parent.getFields()[node.name.value];
    if (!field) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const below = node.selectionSet ? ofSelections(node.selectionSet, type) : 0;
    const path = `${parent.name}.${field.name}`;
    const own = WEIGHTS[path] ?? 1;
    if (type.name === 'Node') {
      const ids = idsOf(argumentsOf(field, node));
      return own + costOfIds(ids) + ids.length * below;
    }
    const entries = TIMES[path] ?? entriesOf(type.name, () => argumentsOf(field, node));
    return own + entries * below;
  };
  const typeNamed = (name: string): GraphQLNamedType | undefined => schema.getType(name);
  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

function idsOf({ id, ids }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(ids) ? ids : [id];
}

function costOfIds(ids: readonly unknown[]): number {
  let cost = 0;
  for (const id of ids) {
    const kind = typeof id === 'string' ? kindOfGlobalId(id) : null;
    if (kind !== null) cost += WEIGHTS_BY_ID[kind] ?? 0;
  }
  return cost;
}

/** How many entries a field can give that counts as a page. */
function entriesOf(typeName: string, args: () => Record<string, unknown>): number {
  if (!typeName.endsWith('Connection')) return 1;
  const { first, last } = args();
  for (const size of [first, last]) if (typeof size === 'number') return Math.max(1, size);
  return DEFAULT_PAGE;
}
