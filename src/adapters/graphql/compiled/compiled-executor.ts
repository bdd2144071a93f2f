import {
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '../request-context.js';
import { CompiledDocuments, codeOf, noteEnd, type CompiledQuery } from './compiled-documents.js';
import { compiledSchema, type CompiledSchema } from './compiled-schema.js';
import { isAwaitable, within, type CompiledRun } from './compiled-run.js';
import type { WorkedOutFields } from './worked-out-fields.js';

/** What is to be answered. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  /** As the request names it; null where it names none. */
  readonly operationName: string | null;
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

export interface ExecutorParts {
  readonly schema: GraphQLSchema;
  /** Gives the value of a field; noting does the same, and keeps in mind what is worked out. */
  readonly fieldResolver: GraphQLFieldResolver<unknown, RequestContext>;
  readonly noting: GraphQLFieldResolver<unknown, RequestContext>;
  readonly workedOut: WorkedOutFields;
  /** Fields of one answer. */
  readonly mostFields: number;
}

export type Executor = (asked: AskedOperation) => Promise<ExecutionResult>;

/**
 * Answers by compiled code where an operation was asked for before and may be compiled, and where that gives an answer
 * without an error; in every other case by the reference executor, whose answer then stands.
 */
export function compiledExecutor(parts: ExecutorParts): Executor {
  const { schema, fieldResolver, noting, workedOut, mostFields } = parts;
  const documents = new CompiledDocuments();
  let forCompiler: CompiledSchema | null = null;
  const compilerSchema = (): GraphQLSchema => {
    forCompiler ??= compiledSchema(schema, fieldResolver);
    for (const { type, field } of workedOut.all()) forCompiler.worksOut(type, field);
    return forCompiler.schema;
  };
  return async (asked) => {
    const known = documents.find({ ...asked, schema });
    const code = known && (await codeOf(known, asked, compilerSchema, workedOut.size()));
    if (known && code) {
      const answer = await answerCompiled(code, asked, { schema, mostObjects: mostFields / known.widest });
      noteEnd(known, answer !== null);
      if (answer) return answer;
      asked.context.answered.fields = 0;
    }
    const answer = await execute({
      ...{ schema, document: asked.document, operationName: asked.operationName },
      fieldResolver: noting,
      contextValue: asked.context,
      variableValues: asked.variables,
    });
    if (known) known.learned = true;
    return answer;
  };
}

/** The answer of the compiled code; null where it gave none, or one with errors: those are told by the reference executor. */
function answerCompiled(
  code: CompiledQuery,
  { operation, variables, context }: AskedOperation,
  { schema, mostObjects }: { readonly schema: GraphQLSchema; readonly mostObjects: number },
): Promise<ExecutionResult | null> | null {
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  if (!coerced) return null;
  return new Promise((resolve) => {
    const run: CompiledRun = { objects: 0, mostObjects, giveUp: () => resolve(null) };
    const take = (result: ExecutionResult): void => resolve(result.errors ? null : result);
    const result = within(run, () => code(undefined, context, coerced));
    if (result === undefined) return;
    if (isAwaitable(result)) result.then(take, run.giveUp);
    else take(result);
  });
}
