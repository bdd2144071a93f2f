import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { isFaultCode } from './fault-code.js';
import type { RequestContext } from './request-context.js';

/** Is told which errors stand in the answer that goes out by that response. */
export type TellCodes = (response: ServerResponse, codes: readonly string[]) => void;

/** Tells the codes of the errors in every answer, so that the log can say what was refused. */
export function codesPlugin(tell: TellCodes): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart() {
      return Promise.resolve({
        willSendResponse({ response: { body }, contextValue }) {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const codes = codesOf(errors);
          if (codes.length > 0 && contextValue.response) tell(contextValue.response, codes);
          return Promise.resolve();
        },
      });
    },
  };
}

/** The codes of errors as they are sent, each once. */
export function codesOf(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[]): readonly string[] {
  const codes = errors.map(({ extensions }) => extensions?.['code']);
  return [...new Set(codes.map((code) => (isFaultCode(code) ? code : 'INTERNAL')))];
}
