import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { compiledExecutor } from './compiled/compiled-executor.js';
import { CompilingApolloDriver, type CompilingDriverConfig } from './compiled/compiling-driver.js';
import { createWorkedOutFields } from './compiled/worked-out-fields.js';
import { NO_TRACING, type Tracing } from '../../application/index.js';
import { DATE_TIME } from './date-time.js';
import { errorFormatter, type KeepError } from './format-error.js';
import { httpStatusPlugin } from './http-status-plugin.js';
import { guardedFieldResolver } from './limits/answer-guard.js';
import { costPlugin } from './limits/cost-plugin.js';
import { documentRules } from './limits/document-rules.js';
import { introspectionPlugin, type IntrospectionAccess } from './limits/introspection-plugin.js';
import { operationRule } from './limits/operation-rule.js';
import { DEFAULT_REQUEST_LIMITS, type RequestLimits } from './limits/request-limits.js';
import { rememberedDocuments } from './remembered-documents.js';
import { newRequestContext, type KeepOut } from './request-context.js';
import { readSchemaText } from './schema-text.js';
import { codesPlugin, type TellCodes } from './codes-plugin.js';
import { tracingPlugin } from './tracing-plugin.js';

/** What the GraphQL server is told from outside. */
export interface GraphqlOptions {
  /** The folder of the *.graphql files. */
  readonly schemaFolder: string;
  /** Limits that differ from the defaults. */
  readonly limits: Partial<RequestLimits>;
  readonly introspection: IntrospectionAccess;
  readonly keepError: KeepError;
  /** Is told which errors stand in an answer, by their codes. */
  readonly tellCodes?: TellCodes;
  /** Is told of secrets that must not be kept with an answer; without it no act that tells one takes an Idempotency-Key. */
  readonly tellSecret?: KeepOut;
  /** Tells how long what is asked takes. */
  readonly tracing: Tracing;
  /** COMPILED: queries that are asked for again and again run as compiled code; REFERENCE: none does. */
  readonly executor: 'COMPILED' | 'REFERENCE';
}

/** Headers that a page elsewhere cannot send before the browser has asked this server. */
const PREFLIGHTED = ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization', 'x-request-id'];

/** How Apollo is started: schema first, every limit on, nothing told that clients need not know. */
export function apolloOptions(options: GraphqlOptions): ApolloDriverConfig {
  const limits: RequestLimits = { ...DEFAULT_REQUEST_LIMITS, ...options.limits };
  return {
    ...executing(options, limits),
    path: '/graphql',
    typeDefs: readSchemaText(options.schemaFolder),
    resolvers: { DateTime: DATE_TIME },
    context: (parts: Parameters<typeof newRequestContext>[0]) => newRequestContext(parts, options.tellSecret),
    graphiql: false,
    introspection: true,
    csrfPrevention: { requestHeaders: PREFLIGHTED },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: rememberedDocuments(),
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    autoTransformHttpErrors: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [operationRule, ...documentRules(limits)],
    formatError: errorFormatter(options.keepError),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      httpStatusPlugin(),
      introspectionPlugin(options.introspection),
      costPlugin(limits.cost),
      ...(options.tellCodes ? [codesPlugin(options.tellCodes)] : []),
      ...(options.tracing === NO_TRACING ? [] : [tracingPlugin(options.tracing)]),
    ],
    logger: { debug: quiet, info: quiet, warn: quiet, error: options.keepError },
  };
}

/** What carries out the operations. */
function executing(
  { executor }: GraphqlOptions,
  { answerFields: mostFields }: RequestLimits,
): Pick<CompilingDriverConfig, 'driver' | 'fieldResolver'> {
  const fieldResolver = guardedFieldResolver(mostFields);
  if (executor === 'REFERENCE') return { driver: ApolloDriver, fieldResolver };
  const workedOut = createWorkedOutFields();
  const noting = guardedFieldResolver(mostFields, workedOut);
  const compiling: Pick<CompilingDriverConfig, 'executorFor'> = {
    executorFor: (schema) => compiledExecutor({ schema, fieldResolver, noting, workedOut, mostFields }),
  };
  return { driver: CompilingApolloDriver, fieldResolver, ...compiling };
}

function quiet(): void {
  // Apollo's own remarks are of no use to the people who run this server.
}
