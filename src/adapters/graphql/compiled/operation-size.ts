import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much code an operation becomes. */
export interface Size {
  /** Fields, with every fragment put in where it is spread and once for each type that can stand there. */
  readonly total: number;
  /** Fields of the widest object. */
  readonly widest: number;
  /** Fields of the object that is asked about. */
  readonly own: number;
}

/** What sizes are reckoned from; fragments are reckoned once. */
interface Ground {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly known: Map<string, Size>;
}

type Type = GraphQLNamedType | undefined;

const NOTHING: Size = { total: 0, widest: 0, own: 0 };

/** The size of what is asked of a type; the document was found valid before. */
export function operationSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  set: SelectionSetNode,
  type: GraphQLNamedType,
): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return ofSelections({ schema, fragments, known: new Map() }, set, type);
}

function ofSelections(ground: Ground, set: SelectionSetNode, type: Type): Size {
  let [total, widest, own] = [0, 0, 0];
  for (const selection of set.selections) {
    const size = ofSelection(ground, selection, type);
    total += size.total;
    own += size.own;
    widest = Math.max(widest, size.widest);
  }
  const times = type && isAbstractType(type) ? ground.schema.getPossibleTypes(type).length : 1;
  return { total: total * times, widest: Math.max(widest, own), own };
}

function ofSelection(ground: Ground, selection: SelectionNode, type: Type): Size {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(ground, selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const condition = selection.typeCondition?.name.value;
    return ofSelections(ground, selection.selectionSet, condition ? ground.schema.getType(condition) : type);
  }
  if (!selection.selectionSet) return { total: 1, widest: 0, own: 1 };
  const below = ofSelections(ground, selection.selectionSet, typeOfField(type, selection.name.value));
  return { total: 1 + below.total, widest: below.widest, own: 1 };
}

function ofFragment(ground: Ground, name: string): Size {
  const before = ground.known.get(name);
  if (before) return before;
  ground.known.set(name, NOTHING); // a fragment that spreads itself is refused before
  const fragment = ground.fragments.get(name);
  const size = fragment
    ? ofSelections(ground, fragment.selectionSet, ground.schema.getType(fragment.typeCondition.name.value))
    : NOTHING;
  ground.known.set(name, size);
  return size;
}

function typeOfField(parent: Type, name: string): Type {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const field = parent.getFields()[name];
  return field && getNamedType(field.type);
}
