import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { Told, Tracing } from '../../application/index.js';

/** Tells how long it took to read, to check and to carry out what was asked; of the document no more than kind and name. */
export function tracingPlugin(tracing: Tracing): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        parsingDidStart() {
          const part = tracing.begin('graphql.parse', { kind: 'PART' });
          return Promise.resolve((error?: Error) => Promise.resolve(part.end(error ? 'PARSE_FAILED' : null)));
        },
        validationDidStart() {
          const part = tracing.begin('graphql.validate', { kind: 'PART' });
          return Promise.resolve((errors?: readonly Error[]) =>
            Promise.resolve(part.end(errors && errors.length > 0 ? 'VALIDATION_FAILED' : null)),
          );
        },
        executionDidStart({ operation }) {
          const part = tracing.begin('graphql.execute', { kind: 'LEADS', told: operationTold(operation) });
          return Promise.resolve({
            executionDidEnd: (error?: Error) => Promise.resolve(part.end(error ? 'EXECUTION_FAILED' : null)),
          });
        },
      }),
  };
}

/** What is told of an operation: its kind, and its name where the document gives one. */
export function operationTold(operation: OperationDefinitionNode | null | undefined): Told {
  const type: Told = operation ? { 'graphql.operation.type': operation.operation } : {};
  const name = operation?.name?.value;
  return name === undefined ? type : { ...type, 'graphql.operation.name': name };
}
