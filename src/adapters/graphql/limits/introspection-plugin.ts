import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { refusedRequest } from '../fault-code.js';

/** Who may ask about the schema: members, and those who bring the token (nobody else, where there is none). */
export interface IntrospectionAccess {
  readonly token: string | null;
  /** Whether a member asks: whoever may read may also ask what there is to be read. */
  readonly isMember: () => boolean;
}

/** Refuses questions about the schema from those who may not ask them; the token is a bearer token. */
export function introspectionPlugin({ token, isMember }: IntrospectionAccess): ApolloServerPlugin {
  return {
    requestDidStart() {
      return Promise.resolve({
        didResolveOperation({ document, operation, request }) {
          if (isMember()) return Promise.resolve();
          if (operation && asksForMore(operation)) throw refusedRequest('UNAUTHENTICATED', NOT_SIGNED_IN);
          const sent = request.http?.headers.get('authorization') ?? '';
          if (!asksAboutSchema(document) || (token !== null && sameText(sent, `Bearer ${token}`))) {
            return Promise.resolve();
          }
          const remedy =
            'Sign in, or send a token of a member or that of the schema as "Authorization: Bearer …".';
          throw refusedRequest(
            'INTROSPECTION_NEEDS_TOKEN',
            `This server does not show its schema to everybody. ${remedy}`,
          );
        },
      });
    },
  };
}

const NOT_SIGNED_IN =
  'Nobody has signed in, and the token that came with this only shows the schema. Send an API token.';

/** Whether the operation asks for anything but the schema. */
function asksForMore({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    (selection) => selection.kind !== 'Field' || !selection.name.value.startsWith('__'),
  );
}

function asksAboutSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') asks = true;
    },
  });
  return asks;
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
