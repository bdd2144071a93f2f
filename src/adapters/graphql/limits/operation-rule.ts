import { OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { faultError } from '../fault-code.js';

/** Refuses operations of a kind that the schema does not have, and subscriptions: one request has one answer. */
export function operationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const isKnown = context.getSchema().getRootType(node.operation);
      if (isKnown && node.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const message = isKnown ? OVER_WEB_SOCKET : `This server has no ${node.operation}s.`;
      context.reportError(faultError('GRAPHQL_VALIDATION_FAILED', message));
    },
  };
}

const OVER_WEB_SOCKET =
  'A subscription has many answers, and a request has one: open a WebSocket at this address, with the protocol graphql-transport-ws. A single answer comes with a query, such as node(id:) for a design.';
