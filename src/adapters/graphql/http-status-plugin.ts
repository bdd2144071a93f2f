import type { ApolloServerPlugin } from '@apollo/server';

const ANSWERED_WITH_200: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'TOO_MANY_TOKENS',
  'TOO_DEEP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_COSTLY',
  'INTROSPECTION_NEEDS_TOKEN',
]);

/** A well-formed request whose document is refused answers 200 to clients of application/json, as GraphQL over HTTP asks; others get 400. */
export function httpStatusPlugin(): ApolloServerPlugin {
  return {
    requestDidStart() {
      return Promise.resolve({
        willSendResponse({ request, response }) {
          if (response.body.kind !== 'single' || response.http.status !== 400) return Promise.resolve();
          const { errors, data } = response.body.singleResult;
          const refused =
            data === undefined &&
            errors?.every(({ extensions }) => ANSWERED_WITH_200.has(extensions?.['code']));
          if (refused && !wantsGraphqlResponse(request.http?.headers.get('accept')))
            response.http.status = 200;
          return Promise.resolve();
        },
      });
    },
  };
}

function wantsGraphqlResponse(accept: string | undefined): boolean {
  const wanted = (accept ?? '').toLowerCase();
  const graphql = wanted.indexOf('application/graphql-response+json');
  const json = wanted.indexOf('application/json');
  return graphql >= 0 && (json < 0 || graphql < json);
}
