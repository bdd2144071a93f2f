import type { ValidationContext, ASTVisitor } from 'graphql';
import { faultError } from '../fault-code.js';

/** Refuses operations of a kind that the schema does not have, such as subscriptions. */
export function operationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      const message = `This server has no ${node.operation}s: ask with a query, act with a mutation.`;
      context.reportError(faultError('GRAPHQL_VALIDATION_FAILED', message));
    },
  };
}
