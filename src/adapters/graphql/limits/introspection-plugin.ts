import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { visit, type DocumentNode } from 'graphql';
import { refusedRequest } from '../fault-code.js';

/** Who may ask about the schema: everybody, or those who bring the token (nobody, where there is none). */
export type IntrospectionAccess =
  { readonly kind: 'OPEN' } | { readonly kind: 'TOKEN'; readonly token: string | null };

/** Refuses questions about the schema from those who may not ask them; the token is a bearer token. */
export function introspectionPlugin(access: IntrospectionAccess): ApolloServerPlugin {
  if (access.kind === 'OPEN') return {};
  const { token } = access;
  return {
    requestDidStart() {
      return Promise.resolve({
        didResolveOperation({ document, request }) {
          const sent = request.http?.headers.get('authorization') ?? '';
          if (!asksAboutSchema(document) || (token !== null && sameText(sent, `Bearer ${token}`))) {
            return Promise.resolve();
          }
          const remedy =
            'Send its token as "Authorization: Bearer …", or ask on the machine that it runs on.';
          throw refusedRequest(
            'INTROSPECTION_NEEDS_TOKEN',
            `This server does not show its schema to everybody. ${remedy}`,
          );
        },
      });
    },
  };
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
