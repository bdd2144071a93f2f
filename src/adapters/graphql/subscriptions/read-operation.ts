import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { faultError, isFaultCode } from '../fault-code.js';
import { operationCost } from '../limits/operation-cost.js';
import { documentRules } from '../limits/document-rules.js';
import type { RequestLimits } from '../limits/request-limits.js';

/** What a client asks to be told. */
export interface AskedOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The document of a subscription that may run, or every reason why it may not; the limits are those of requests over HTTP. */
export function readOperation(
  schema: GraphQLSchema,
  { query, operationName, variables }: AskedOperation,
  limits: RequestLimits,
): DocumentNode | readonly GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    return [coded(error, 'GRAPHQL_PARSE_FAILED')];
  }
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return [faultError('OPERATION_RESOLUTION_FAILURE', 'Name one of the operations of the document.')];
  if (operation.operation !== 'subscription') return [faultError('BAD_REQUEST', OVER_HTTP)];
  const found = validate(schema, document, [...specifiedRules, ...documentRules(limits)], { maxErrors: 20 });
  if (found.length > 0) return found.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  const cost = operationCost(schema, document, operation, variables ?? {});
  if (cost <= limits.cost) return document;
  return [
    faultError(
      'TOO_COSTLY',
      `Each event would cost ${cost}; this server gives ${limits.cost}. Ask for less.`,
    ),
  ];
}

const OVER_HTTP =
  'A WebSocket is for subscriptions only. Send queries and mutations to the same address over HTTP.';

function coded(error: unknown, code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED'): GraphQLError {
  if (!(error instanceof GraphQLError)) throw error;
  const { message, nodes, source, positions, extensions } = error;
  const known = isFaultCode(extensions['fault']) ? extensions['fault'] : code;
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code: known } });
}
