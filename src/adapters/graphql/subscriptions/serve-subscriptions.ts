import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { WebSocketServer } from 'ws';
import { NO_TRACING, type Tracing } from '../../../application/index.js';
import { codesOf } from '../codes-plugin.js';
import { faultError } from '../fault-code.js';
import { errorFormatter, type KeepError } from '../format-error.js';
import { guardedFieldResolver } from '../limits/answer-guard.js';
import { DEFAULT_REQUEST_LIMITS, type RequestLimits } from '../limits/request-limits.js';
import { readOperation } from './read-operation.js';
import { runSubscription } from './run-subscription.js';

/** Whoever was let in; run does work as what they ask for. */
export interface Subscriber {
  /** What they are called in the log. */
  readonly who: string;
  readonly run: <T>(work: () => T) => T;
}

export interface SubscriptionParts {
  readonly schema: GraphQLSchema;
  /** Limits that differ from the defaults. */
  readonly limits: Partial<RequestLimits>;
  readonly keepError: KeepError;
  /** Is told of the errors that are sent, by their codes, by whose handshake they came, and who it was; null: nobody who may. */
  readonly tellCodes?: (request: IncomingMessage, codes: readonly string[], who: string | null) => void;
  /** Who comes with this handshake, and perhaps the bearer token that they sent behind it; null: nobody who may. */
  readonly admit: (request: IncomingMessage, token: string | null) => Promise<Subscriber | null>;
  /** Tells how long what is told takes; nobody where it is left out. */
  readonly tracing?: Tracing;
  /** Whether a document may be asked for; each may where it is missing. */
  readonly isTrusted?: ((query: string) => boolean) | undefined;
  /** Milliseconds that a client has to introduce itself. */
  readonly patience?: number;
  /** Milliseconds between two looks whether whoever was let in still may stay. */
  readonly recheck?: number;
}

/** Takes over connections that want to be told what happens. */
export interface SubscriptionServer {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** How many are connected. */
  readonly connections: () => number;
  /** Ends every connection with 1001. */
  close(): Promise<void>;
}

const MOST_ON_ONE_CONNECTION = 20;
const LARGEST_MESSAGE = 256 * 1024;
const PATIENCE = 3_000;
const RECHECK = 60_000;
const UNAUTHORIZED = 4401;

/** Serves subscriptions by the protocol graphql-transport-ws: what is asked is held to the limits of requests over HTTP. */
export function serveSubscriptions(parts: SubscriptionParts): SubscriptionServer {
  const { schema, keepError, tellCodes, patience = PATIENCE, tracing = NO_TRACING } = parts;
  const limits: RequestLimits = { ...DEFAULT_REQUEST_LIMITS, ...parts.limits };
  const fieldResolver = guardedFieldResolver(limits.answerFields);
  const format = formatterOf(keepError);
  const told = (
    { request, who = null }: Extra & Partial<Connection>,
    errors: readonly (GraphQLError | GraphQLFormattedError)[],
  ) => {
    const formatted = errors.map(format);
    tellCodes?.(request, codesOf(formatted), who);
    return formatted;
  };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, clientTracking: true });
  const served = useServer<Record<string, unknown>, Connection>(
    {
      schema,
      connectionInitWaitTimeout: patience,
      onConnect: ({ extra, connectionParams }) => letIn(parts, extra, tokenIn(connectionParams)),
      onClose: ({ extra }) => clearInterval(extra.look),
      onSubscribe: async ({ extra, subscriptions }, _, asked) => {
        const visitor = await extra.admitted?.();
        if (!visitor) {
          extra.who = null;
          turnAway(extra);
          return [faultError('UNAUTHENTICATED', 'Nobody is signed in any more.')];
        }
        if (Object.keys(subscriptions).length > MOST_ON_ONE_CONNECTION) return [tooMany()];
        const { query, operationName = null, variables } = asked;
        if (parts.isTrusted?.(query) === false) return [faultError('DOCUMENT_NOT_TRUSTED', NOT_TRUSTED)];
        const document = readOperation(schema, { query, operationName, variables }, limits);
        if (!('kind' in document)) return [...document];
        return { schema, document, operationName, variableValues: variables ?? {}, contextValue: visitor };
      },
      subscribe: ({ document, operationName, variableValues, contextValue }) =>
        runSubscription({
          ...{ schema, document, fieldResolver, tracing },
          operationName: operationName ?? null,
          variables: variableValues ?? {},
          as: (contextValue as Subscriber).run,
        }),
      onError: ({ extra }, __, ___, errors) => told(extra, errors),
      onNext: ({ extra }, __, ___, ____, result) =>
        result.errors ? { ...result, errors: told(extra, result.errors) } : result,
    },
    sockets,
  );
  return {
    upgrade: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request)),
    connections: () => sockets.clients.size,
    close: async () => {
      await served.dispose();
    },
  };
}

interface Connection extends Record<PropertyKey, unknown> {
  admitted: () => Promise<Subscriber | null>;
  who: string | null;
  look: NodeJS.Timeout;
}

const NOT_TRUSTED =
  'This server answers only documents that it trusts. Whoever runs it can add this one to its folder.';

/** Lets a connection in where whoever it is may come in, and looks from time to time whether they still may. */
async function letIn(
  { admit, tellCodes, recheck = RECHECK }: SubscriptionParts,
  extra: Extra & Partial<Connection>,
  token: string | null,
): Promise<boolean> {
  const admitted = () => admit(extra.request, token);
  const visitor = await admitted();
  if (!visitor) {
    tellCodes?.(extra.request, ['UNAUTHENTICATED'], null);
    return turnAway(extra);
  }
  Object.assign(extra, { admitted, who: visitor.who });
  extra.look = setInterval(() => void admitted().then((still) => still ?? turnAway(extra)), recheck).unref();
  return true;
}

function turnAway({ socket }: Pick<Extra, 'socket'>): false {
  socket.close(UNAUTHORIZED, 'Unauthorized');
  return false;
}

function tokenIn(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const sent = params?.['authorization'] ?? params?.['Authorization'];
  const [, token = null] = typeof sent === 'string' ? (/^Bearer\s+(\S+)\s*$/i.exec(sent) ?? []) : [];
  return token;
}

function tooMany(): GraphQLError {
  const message = `One connection follows at most ${MOST_ON_ONE_CONNECTION} subscriptions. End one of them, or open another connection.`;
  return faultError('TOO_COSTLY', message);
}

function formatterOf(
  keepError: KeepError,
): (error: GraphQLError | GraphQLFormattedError) => GraphQLFormattedError {
  const format = errorFormatter(keepError);
  return (error) => format('toJSON' in error ? error.toJSON() : error, error);
}
