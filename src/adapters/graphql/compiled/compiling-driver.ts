import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context.js';
import type { Executor } from './compiled-executor.js';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/** The options of the driver, and what makes an executor for the schema once that is there. */
export interface CompilingDriverConfig extends ApolloDriverConfig {
  readonly executorFor: (schema: GraphQLSchema) => Executor;
}

/** The usual driver, with an executor of its own: Apollo has a place for one where it speaks to other servers. */
export class CompilingApolloDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    const { executorFor, ...usual } = options as CompilingDriverConfig;
    if (!usual.schema) throw new Error('The driver has no schema.');
    return super.start(Object.assign(usual, { gateway: gatewayOf(usual.schema, executorFor(usual.schema)) }));
  }
}

function gatewayOf(schema: GraphQLSchema, execute: Executor): Gateway {
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, operation, request, queryHash, context }) =>
          execute({
            ...{ document, operation, hash: queryHash, variables: request.variables ?? {} },
            operationName: request.operationName ?? null,
            context: context as RequestContext,
          }),
      }),
    stop: () => Promise.resolve(),
  };
}
