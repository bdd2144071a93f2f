export { AccessActsResolver } from './access-acts-resolver.js';
export { AccessResolver } from './access-resolver.js';
export { apolloOptions, type GraphqlOptions } from './apollo-options.js';
export type { IntrospectionAccess } from './limits/introspection-plugin.js';
export { DesignResolver } from './design-resolver.js';
export { MutationResolver } from './mutation-resolver.js';
export { PeopleResolver } from './people-resolver.js';
export { QueryResolver } from './query-resolver.js';
export {
  serveSubscriptions,
  type Subscriber,
  type SubscriptionServer,
} from './subscriptions/serve-subscriptions.js';
export { documentIdOf, readTrustedDocuments, type TrustedDocuments } from './read-trusted-documents.js';
export { RemovalResolver } from './removal-resolver.js';
export { StaffingResolver } from './staffing-resolver.js';
export { SubscriptionResolver } from './subscription-resolver.js';
export { ACCESS, USE_CASES } from './use-cases-token.js';
