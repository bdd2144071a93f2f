import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { traced, type Tracing } from '../../../application/index.js';
import { newRequestContext, type RequestContext } from '../request-context.js';
import { operationTold } from '../tracing-plugin.js';

/** A subscription that was let through. */
export interface RunParts {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fieldResolver: GraphQLFieldResolver<unknown, RequestContext>;
  /** Runs work as what whoever subscribed asks for. */
  readonly as: <T>(work: () => T) => T;
  /** Tells how long each answer takes. */
  readonly tracing: Tracing;
}

/** The answers of a subscription, one for each event, each with a context of its own; or why there are none. */
export async function runSubscription(
  parts: RunParts,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const { schema, document, operationName, variables, fieldResolver, as, tracing } = parts;
  const told = operationTold(getOperationAST(document, operationName));
  const asked = (): ExecutionArgs => ({
    ...{ schema, document, operationName, fieldResolver },
    variableValues: variables,
    contextValue: newRequestContext(),
  });
  const source = await traced(tracing, 'subscribe', { kind: 'OWN', told }, () =>
    as(() => createSourceEventStream(asked())),
  );
  if (!(Symbol.asyncIterator in source)) return source;
  return answersTo(source[Symbol.asyncIterator](), as, (event) =>
    traced(tracing, 'subscription event', { kind: 'OWN', told }, () =>
      execute({ ...asked(), rootValue: event }),
    ),
  );
}

const ENDED = { done: true, value: undefined } as const;

/** Each event answered. Where no further event can be told, that is the last answer, and it says why. */
function answersTo(
  events: AsyncIterator<unknown>,
  as: RunParts['as'],
  answer: (event: unknown) => ExecutionResult | Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  let isBroken = false;
  const answered = async (): Promise<IteratorResult<ExecutionResult>> => {
    if (isBroken) return ENDED;
    try {
      const { done, value } = await as(() => events.next());
      return done === true ? ENDED : { done: false, value: await as(async () => answer(value)) };
    } catch (error) {
      isBroken = true;
      const originalError = error instanceof Error ? error : new Error(String(error));
      const errors = [new GraphQLError(originalError.message, { originalError })];
      return { done: false, value: { errors } };
    }
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: answered,
    return: async () => {
      await events.return?.();
      return ENDED;
    },
    throw: async (why: unknown) => {
      await events.throw?.(why);
      return ENDED;
    },
  };
}
