import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  execute,
  getOperationAST,
  parse,
  print,
  TypeInfo,
  validate,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { compiledExecutor, type Executor } from '../../../src/adapters/graphql/compiled/compiled-executor.js';
import { compilable } from '../../../src/adapters/graphql/compiled/may-be-compiled.js';
import { createWorkedOutFields } from '../../../src/adapters/graphql/compiled/worked-out-fields.js';
import { guardedFieldResolver } from '../../../src/adapters/graphql/limits/answer-guard.js';
import { newRequestContext } from '../../../src/adapters/graphql/request-context.js';
import { answerEverything, type Wildness } from '../../support/made-answers.js';
import { randomDocument } from '../../support/fuzz/random-document.js';
import { seeded } from '../../support/seeded.js';
import { selectEverything } from '../../graphql/whole-query.js';

const folder = new URL('../../../schema/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const text = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
const MOST = 20_000;

interface Asking {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Both executors over one schema. */
function both(schema: GraphQLSchema, mostFields = MOST) {
  let noted = 0;
  const workedOut = createWorkedOutFields();
  const fieldResolver = guardedFieldResolver(mostFields);
  const noting = guardedFieldResolver(mostFields, workedOut);
  const executor: Executor = compiledExecutor({
    ...{ schema, fieldResolver, workedOut, mostFields },
    noting: (...told) => {
      noted += 1;
      return noting(...told);
    },
  });
  return {
    compiled: async ({ document, variables = {} }: Asking) => {
      const before = noted;
      const operation = getOperationAST(document) ?? undefined;
      const hash = print(document);
      const answer = await executor({
        ...{ document, operation, operationName: null, hash, variables },
        context: newRequestContext(),
      });
      return { text: JSON.stringify(answer), byCode: noted === before };
    },
    reference: async ({ document, variables = {} }: Asking) =>
      JSON.stringify(
        await execute({
          ...{ schema, document, fieldResolver, variableValues: variables },
          contextValue: newRequestContext(),
        }),
      ),
  };
}

/** The same document with every argument that holds a text as a variable. */
function withVariables(schema: GraphQLSchema, document: DocumentNode): Asking {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const types = new TypeInfo(schema);
  const asked: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      Argument: {
        leave(node) {
          if (!print(node.value).includes('"')) return undefined;
          const name = `v${declared.length}`;
          variables[name] = valueFromASTUntyped(node.value);
          declared.push(`$${name}: ${String(types.getArgument()?.type)}`);
          return { ...node, value: { kind: 'Variable', name: { kind: 'Name', value: name } } };
        },
      },
    }),
  );
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const told = print(asked).replace(/^(query|mutation)?/, (kind) => `${kind || 'query'} ${head}`);
  return { document: parse(told), variables };
}

/** Puts random documents to both, three times each; how many the third answer of which came from compiled code. */
async function compare(wildness: Wildness, documents: number): Promise<number> {
  const schema = answerEverything(buildSchema(text), wildness);
  const { compiled, reference } = both(schema);
  const random = seeded(wildness.seed);
  let byCode = 0;
  for (let nth = 0; nth < documents; nth += 1) {
    const asked = withVariables(schema, parse(randomDocument(schema, random, ['a', 'b'])));
    if (validate(schema, asked.document).length > 0) continue;
    const expected = await reference(asked);
    await compiled(asked);
    await compiled(asked);
    const last = await compiled(asked);
    if (last.text !== expected)
      expect({ said: last.text, to: print(asked.document) }).toEqual({ said: expected });
    if (last.byCode) byCode += 1;
  }
  return byCode;
}

describe('queries as compiled code', () => {
  it('answer random documents byte for byte as the reference executor does', async () => {
    expect(await compare({ seed: 11, oneWrongIn: 1_000_000, promises: true }, 60)).toBeGreaterThan(20);
  });

  it('leave errors, and objects that are not as their like, to the reference executor', async () => {
    await compare({ seed: 12, oneWrongIn: 40, promises: false }, 60);
  });

  it('answer everything that can be asked of a stream, three levels down', async () => {
    const schema = answerEverything(buildSchema(text), { seed: 3, oneWrongIn: 1_000_000, promises: true });
    const stream = schema.getType('ValueStream');
    const document = parse(
      `query ($key: String!) { valueStream(key: $key) ${selectEverything(schema, stream as never, 3)} }`,
    );
    const { compiled, reference } = both(schema, 1_000_000);
    const asked = { document, variables: { key: 'x' } };
    const expected = await reference(asked);
    await compiled(asked);
    await compiled(asked);
    expect(await compiled(asked)).toEqual({ text: expected, byCode: true });
  });

  it('stop where an answer grows beyond the limit, with the same error', async () => {
    const schema = buildSchema('type Query { items: [Item!] } type Item { name: String }');
    const items = Array.from({ length: 300 }, () => ({ name: 'one' }));
    Object.assign(schema.getQueryType()?.getFields()['items'] ?? {}, { resolve: () => items });
    const { compiled, reference } = both(schema, 100);
    const asked = { document: parse('{ items { name } }') };
    const expected = await reference(asked);
    expect(expected).toContain('more than 100 fields');
    await compiled(asked);
    expect((await compiled(asked)).text).toBe(expected);
  });
});

describe('what may be compiled', () => {
  const schema = buildSchema(text);
  const may = (query: string, most?: number): boolean =>
    compilable(schema, parse(query), null, most) !== null;

  it('is a query whose texts come as variables', () => {
    expect(may('query ($key: String!) { valueStream(key: $key) { __typename key } }')).toBe(true);
  });

  it.each([
    ['a text, which could become code of this program', '{ valueStream(key: "x") { key } }'],
    ['a text as the default of a variable', 'query ($key: String! = "x") { valueStream(key: $key) { key } }'],
    ['a text within a list', '{ nodes(ids: ["a"]) { id } }'],
    ['a text between three quotes', '{ valueStream(key: """x""") { key } }'],
    ['@include, which fragments make wrong', '{ valueStreams { totalCount @include(if: true) } }'],
    ['an alias with two underscores', '{ __proto__: valueStreams { totalCount } }'],
    ['an operation with two underscores', 'query __proto__ { valueStreams { totalCount } }'],
    ['a question about the schema', '{ __schema { description } }'],
    [
      'a variable within a value',
      'query ($h: String!) { judgeAssignments(stream: $h, wishes: [{ holder: $h, letter: A }]) { __typename } }',
    ],
    ['a mutation', 'mutation ($key: ID!) { withdrawAssignment(input: $key) { __typename } }'],
  ])('is none with %s', (_, query) => {
    expect(may(query)).toBe(false);
  });

  it('is none whose fragments make much out of little', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const fragments = names.map((name, nth) => {
      const next = names[nth + 1];
      const below = next ? `{ step { ...${next} } }` : '{ level }';
      return `fragment ${name} on Step { x: demands ${below} y: demands ${below} z: demands ${below} w: demands ${below} }`;
    });
    expect(may(`{ valueStreams { edges { node { steps { ...a } } } } } ${fragments.join(' ')}`)).toBe(false);
  });
});
