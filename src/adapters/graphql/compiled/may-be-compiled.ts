import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Fields that the code of one operation may have, with every fragment put in where it is spread and once for each type that can stand there. */
export const LARGEST_OPERATION = 4_000;

/** Where an operation may be compiled: the most fields that one object of its answer can have. */
export interface Compilable {
  readonly widest: number;
}

/**
 * Whether the compiler does the same as the reference executor with this operation, and nothing else; null where it may not.
 * It gives wrong answers where fragments meet @skip and @include, and names that begin with two underscores meet its own.
 * Texts in a document can become code of the program in it. Fragments within fragments can become code without end.
 */
export function compilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  most: number = LARGEST_OPERATION,
): Compilable | null {
  const operation = getOperationAST(document, operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== 'query' || !type || !isPlain(document)) return null;
  const { total, widest } = sizeOf(schema, document, operation.selectionSet, type);
  return total <= most ? { widest } : null;
}

/** No texts, no directives, no names of the compiler's own kind, and variables only as whole arguments. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  const refuse = (): void => {
    plain = false;
  };
  visit(document, {
    StringValue: refuse,
    Directive: refuse,
    Name({ value }, _key, parent) {
      if (!value.startsWith('__')) return;
      const isTypename = value === '__typename' && parent && 'kind' in parent && parent.kind === Kind.FIELD;
      if (!isTypename) refuse();
    },
    Variable(_node, _key, parent) {
      const kind = parent && 'kind' in parent ? parent.kind : null;
      if (kind !== Kind.ARGUMENT && kind !== Kind.VARIABLE_DEFINITION) refuse();
    },
  });
  return plain;
}

interface Size {
  readonly total: number;
  /** Fields of the widest object, and of the one that is asked about. */
  readonly widest: number;
  readonly own: number;
}

const NOTHING: Size = { total: 0, widest: 0, own: 0 };

function sizeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  root: SelectionSetNode,
  rootType: GraphQLNamedType,
): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const before = known.get(name);
    if (before) return before;
    known.set(name, NOTHING); // a fragment that spreads itself is refused before
    const fragment = fragments.get(name);
    const size = fragment
      ? ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
      : NOTHING;
    known.set(name, size);
    return size;
  };
  const ofSelections = (set: SelectionSetNode, type: GraphQLNamedType | undefined): Size => {
    let [total, widest, own] = [0, 0, 0];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet
          ? ofSelections(selection.selectionSet, typeOfField(type, selection.name.value))
          : NOTHING;
        total += 1 + below.total;
        own += 1;
        widest = Math.max(widest, below.widest);
        continue;
      }
      const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : null;
      const size =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : ofSelections(selection.selectionSet, condition ? schema.getType(condition) : type);
      total += size.total;
      own += size.own;
      widest = Math.max(widest, size.widest);
    }
    const times = type && isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
    return { total: total * times, widest: Math.max(widest, own), own };
  };
  return ofSelections(root, rootType);
}

function typeOfField(parent: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const field = parent.getFields()[name];
  return field && getNamedType(field.type);
}
