import type { ApolloServerPlugin } from '@apollo/server';
import { refusedRequest } from '../fault-code.js';
import { operationCost } from './operation-cost.js';

/** Tells the cost of every operation in extensions.cost, and refuses those above the limit before they run. */
export function costPlugin(limit: number): ApolloServerPlugin {
  return {
    requestDidStart() {
      let cost: number | null = null;
      return Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          cost = operation ? operationCost(schema, document, operation, request.variables ?? {}) : 0;
          if (cost <= limit) return Promise.resolve();
          const message = `This operation would cost ${cost}; this server gives ${limit}. Ask for smaller pages, or in several requests.`;
          throw refusedRequest('TOO_COSTLY', message);
        },
        willSendResponse({ response }) {
          if (cost !== null && response.body.kind === 'single') {
            const result = response.body.singleResult;
            result.extensions = { ...result.extensions, cost: { requested: cost, limit } };
          }
          return Promise.resolve();
        },
      });
    },
  };
}
