export { apolloOptions, type GraphqlOptions } from './apollo-options.js';
export type { IntrospectionAccess } from './limits/introspection-plugin.js';
export { MutationResolver } from './mutation-resolver.js';
export { PeopleResolver } from './people-resolver.js';
export { QueryResolver } from './query-resolver.js';
export { USE_CASES } from './use-cases-token.js';
