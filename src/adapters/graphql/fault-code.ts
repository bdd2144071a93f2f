import { GraphQLError } from 'graphql';

/** Everything that can stand in extensions.code; the enum FaultCode of the schema explains each. */
export const FAULT_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'TOO_LARGE',
  'TOO_MANY_TOKENS',
  'TOO_DEEP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_COSTLY',
  'INTROSPECTION_NEEDS_TOKEN',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'DOCUMENT_NOT_TRUSTED',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_MANY_REQUESTS',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** A fault as GraphQL carries it; the message is for the person who sent the request. The server overwrites code where a validation rule reports it, and leaves fault alone. */
export function faultError(code: FaultCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, fault: code } });
}

/** A fault that refuses the whole request with HTTP status 400. */
export function refusedRequest(code: FaultCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/** Narrows a text to one of the closed list. */
export function isFaultCode(code: unknown): code is FaultCode {
  return FAULT_CODES.some((known) => known === code);
}
