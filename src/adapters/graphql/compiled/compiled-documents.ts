import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { compilable } from './may-be-compiled.js';

/** What the compiler makes of an operation. */
export type CompiledQuery = (
  root: unknown,
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | PromiseLike<ExecutionResult>;

/** What is known of an operation that was asked for. */
export interface KnownOperation {
  /** The most fields that one object of its answer can have. */
  readonly widest: number;
  run: CompiledQuery | null;
  /** Of the state of the schema that it was compiled for. */
  madeFor: number;
  /** The reference executor has answered it: from then on it is known what is worked out in its answer. */
  learned: boolean;
  /** Runs in a row that gave up, and runs that are left to the reference executor for that. */
  failures: number;
  resting: number;
}

/** Operations that are remembered; the one that was asked for longest ago is forgotten. */
const MOST_KNOWN = 200;
const FAILURES = 3;
const REST = 100;

export interface AskedDocument {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** Stands for the text of the document. */
  readonly hash: string;
}

/** Operations by their documents; those that were not answered before are not compiled, nor those that must not be. */
export class CompiledDocuments {
  private readonly known = new Map<string, KnownOperation | null>();

  /** What is known of the operation; null where it must not be compiled. */
  find(asked: AskedDocument): KnownOperation | null {
    const id = `${asked.hash} ${asked.operationName ?? ''}`;
    const before = this.known.get(id);
    const operation = before === undefined ? this.look(asked) : before;
    this.known.delete(id);
    this.remember(id, operation);
    return operation;
  }

  private look({ schema, document, operationName }: AskedDocument): KnownOperation | null {
    const may = compilable(schema, document, operationName);
    return may && { widest: may.widest, run: null, madeFor: 0, learned: false, failures: 0, resting: 0 };
  }

  private remember(id: string, operation: KnownOperation | null): void {
    this.known.set(id, operation);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
  }
}

/** The code of an operation for the schema in this state; null where the reference executor is to run it this time. The compiler is loaded by the first that needs it. */
export async function codeOf(
  operation: KnownOperation,
  { document, operationName }: Pick<AskedDocument, 'document' | 'operationName'>,
  compilerSchema: () => GraphQLSchema,
  state: number,
): Promise<CompiledQuery | null> {
  if (!operation.learned || isResting(operation)) return null;
  if (!isMade(operation, state)) await compile(operation, { document, operationName }, compilerSchema, state);
  return operation.run;
}

function isMade({ run, failures, madeFor }: KnownOperation, state: number): boolean {
  return run !== null && (failures === 0 || madeFor === state);
}

async function compile(
  operation: KnownOperation,
  { document, operationName }: Pick<AskedDocument, 'document' | 'operationName'>,
  compilerSchema: () => GraphQLSchema,
  state: number,
): Promise<void> {
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  // Another request may have had the same code made while this one waited.
  if (isMade(operation, state)) return;
  const made = compileQuery(compilerSchema(), document, operationName ?? undefined, {
    disablingCapturingStackErrors: true,
  });
  operation.madeFor = state;
  operation.run = isCompiledQuery(made) ? (made.query as CompiledQuery) : null;
  if (!operation.run) operation.resting = REST;
}

function isResting(operation: KnownOperation): boolean {
  if (operation.resting === 0) return false;
  operation.resting -= 1;
  return true;
}

/** Keeps in mind how a run ended: an operation that gives up time and again is left alone for a while. */
export function noteEnd(operation: KnownOperation, answered: boolean): void {
  operation.failures = answered ? 0 : operation.failures + 1;
  if (operation.failures < FAILURES) return;
  operation.failures = 0;
  operation.resting = REST;
}
