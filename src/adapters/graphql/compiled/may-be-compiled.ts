import { getOperationAST, Kind, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { operationSize } from './operation-size.js';

/** Fields that the code of one operation may have, with every fragment put in where it is spread and once for each type that can stand there. */
const LARGEST_OPERATION = 2_000;

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
  const { total, widest } = operationSize(schema, document, operation.selectionSet, type);
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
