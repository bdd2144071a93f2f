import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { buildSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { readSchemaText } from '../src/adapters/graphql/schema-text.js';
import type { Wish } from '../src/domain/index.js';
import { openLeanStore, type LeanParts } from './api/lean-store.js';

const SCHEMA = fileURLToPath(new URL('../../../schema', import.meta.url));
const parts = JSON.parse(readFileSync(process.env['LEAN'] ?? '', 'utf8')) as LeanParts;
const store = await openLeanStore(parts);

/** Each by one JSON-aggregating statement, or by our own use case: what lies below is plain data. */
const resolvers = {
  Query: {
    valueStream: async (_: unknown, { key }: { key: string }): Promise<unknown> =>
      JSON.parse(await store.whole(key)),
    valueStreams: async (_: unknown, { first }: { first: number }): Promise<unknown> =>
      JSON.parse(await store.list(first)),
    judgeAssignments: (_: unknown, { stream, wishes }: { stream: string; wishes: readonly Wish[] }) =>
      store.judge(stream, wishes),
  },
  Mutation: {
    drawValueStream: (_: unknown, { input }: { input: { napkin: string; key: string } }) => store.draw(input),
  },
};

function executable(): GraphQLSchema {
  const schema = buildSchema(readSchemaText(SCHEMA));
  for (const [type, fields] of Object.entries({ Query: resolvers.Query, Mutation: resolvers.Mutation })) {
    const known = type === 'Query' ? schema.getQueryType() : schema.getMutationType();
    for (const [name, resolve] of Object.entries(fields))
      Object.assign(known?.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}

/** What is used of the server; its own types bring those of a browser along, for the whole program. */
interface Yoga {
  readonly createYoga: (options: object) => (request: IncomingMessage, response: ServerResponse) => unknown;
}
interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly variableValues: Record<string, unknown>;
}
interface Plugin {
  onExecute(hook: { readonly setExecuteFn: (execute: (asked: Asked) => unknown) => void }): void;
}

/** The same compiler that our server uses, without the cases in which ours does not. */
function compiled(): Plugin {
  const known = new WeakMap<DocumentNode, CompiledQuery>();
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(({ schema, document, operationName, rootValue, contextValue, variableValues }) => {
        const before = known.get(document);
        if (before) return before.query(rootValue, contextValue, variableValues);
        const made = compileQuery(schema, document, operationName ?? undefined);
        if (!isCompiledQuery(made)) return made;
        known.set(document, made);
        return made.query(rootValue, contextValue, variableValues);
      });
    },
  };
}

/** A word of its own, so that the compiler does not follow it. */
const YOGA: string = 'graphql-yoga';
const { createYoga } = (await import(YOGA)) as Yoga;
const yoga = createYoga({
  schema: executable(),
  plugins: process.env['COMPILED'] === 'yes' ? [compiled()] : [],
  logging: false,
  graphiql: false,
  landingPage: false,
  healthCheckEndpoint: '/readyz',
});
createServer({ keepAliveTimeout: 60_000 }, (request, response) => void yoga(request, response)).listen(
  Number(process.env['PORT']),
  '127.0.0.1',
);
