import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Fault, type FaultCode as ApplicationCode } from '../../application/index.js';
import { isFaultCode, type FaultCode } from './fault-code.js';

/** Keeps an internal error in the log and gives the id under which it can be found there. */
export type KeepError = (error: unknown) => string;

const APPLICATION_CODES: Readonly<Record<ApplicationCode, FaultCode>> = {
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  BAD_INPUT: 'BAD_USER_INPUT',
  UNAVAILABLE: 'UNAVAILABLE',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
};

/** Codes of the server that mean a request of the wrong shape. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** What graphql-js says of lists of the schema within lists of it. */
const GRAPHQL_TOO_DEEP = 'Maximum introspection depth exceeded';
const TOO_DEEP =
  'The questions about the schema ask for lists within lists within lists. Ask in several requests.';

/** Turns whatever was thrown into an error with a code of the closed list; what is not meant for clients is masked and kept. */
export function errorFormatter(keep: KeepError) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const cause = causeOf(thrown);
    if (cause instanceof Fault) {
      // What lies behind it, such as a lost database, is for whoever runs the server.
      if (cause.cause !== undefined) keep(cause);
      return answer(formatted, APPLICATION_CODES[cause.code], cause.message);
    }
    const { code, fault } = formatted.extensions ?? {};
    if (REQUEST_CODES.has(code)) return answer(formatted, 'BAD_REQUEST', formatted.message);
    if (code === 'GRAPHQL_PARSE_FAILED') return parseFailure(formatted);
    if (formatted.message === GRAPHQL_TOO_DEEP) return answer(formatted, 'TOO_DEEP', TOO_DEEP);
    if (isFaultCode(fault)) return answer(formatted, fault, formatted.message);
    if (isFaultCode(code) && code !== 'INTERNAL') {
      return answer(formatted, code, withoutSuggestion(code, formatted.message));
    }
    const id = keep(cause);
    return answer(
      formatted,
      'INTERNAL',
      `Something broke in the server. Its log has more under the id ${id}.`,
      { id },
    );
  };
}

/** What was thrown: in a resolver, or by what a subscription follows, of which no field has been answered yet. */
function causeOf(thrown: unknown): unknown {
  const cause = unwrapResolverError(thrown);
  return cause instanceof GraphQLError && cause.originalError instanceof Fault ? cause.originalError : cause;
}

function parseFailure(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const tokens = /more tha[nt] (\d+) tokens/.exec(formatted.message)?.[1];
  if (tokens === undefined) return answer(formatted, 'GRAPHQL_PARSE_FAILED', formatted.message);
  const message = `This document has more than ${tokens} tokens. Put long texts and lists into variables, or send several requests.`;
  return answer(formatted, 'TOO_MANY_TOKENS', message);
}

/** graphql-js tells names of the schema that were nearly asked for. */
function withoutSuggestion(code: FaultCode, message: string): string {
  const fromDocument = code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT';
  return fromDocument ? message.replace(/ ?Did you mean [^?]*\?/g, '') : message;
}

function answer(
  { locations, path }: GraphQLFormattedError,
  code: FaultCode,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): GraphQLFormattedError {
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code, ...more },
  };
}
