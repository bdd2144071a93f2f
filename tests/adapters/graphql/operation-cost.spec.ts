import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { globalId } from '../../../src/adapters/graphql/global-id.js';
import { operationCost } from '../../../src/adapters/graphql/limits/operation-cost.js';
import { readSchemaText } from '../../../src/adapters/graphql/schema-text.js';

const schema = buildSchema(readSchemaText('schema'));

function cost(text: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(text);
  return operationCost(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

describe('the cost of an operation', () => {
  it('is nothing for plain values and one for each object', () => {
    expect(cost('{ __typename }')).toBe(0);
    expect(cost('{ valueStreams { totalCount pageInfo { hasNextPage } } }')).toBe(1 + 50);
  });

  it('counts what is on a page once for each entry, whether the size is written or a variable', () => {
    const written = cost('{ valueStreams(first: 3) { edges { node { key } } } }');
    expect(written).toBe(1 + 3 * (1 + 5));
    const query = 'query ($n: Int) { valueStreams(first: $n) { edges { node { key } } } }';
    expect(cost(query, { n: 3 })).toBe(written);
    expect(cost(query)).toBe(1 + 50 * (1 + 5));
  });

  it('does not multiply the lists inside one stream', () => {
    expect(cost('{ valueStream(key: "x") { steps { demands { capability { name } } } } }')).toBe(5 + 3);
  });

  it('counts fragments wherever they are spread, and does not hang on one that spreads itself', () => {
    const spread =
      '{ a: valueStream(key: "a") { ...s } b: valueStream(key: "b") { ...s } } fragment s on ValueStream { metrics { leadTime { text } } }';
    expect(cost(spread)).toBe(2 * (5 + 2));
    expect(
      cost(
        '{ valueStream(key: "x") { ...s } } fragment s on ValueStream { metrics { rework { from { key } } } ...s }',
      ),
    ).toBe(8);
  });

  it('counts every id of a list of ids', () => {
    expect(
      cost(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ValueStream { suggestedStructure { __typename } } } }',
        { ids: ['a', 'b', 'c'] },
      ),
    ).toBe(1 + 3 * 50);
  });

  it('counts a structure that is asked for by its id as it counts it by its field', () => {
    const query = 'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }';
    const limits = {};
    const suggested = globalId({ type: 'SuggestedStructure', stream: 'a', limits, effort: 'QUICK' });
    const one = globalId({ type: 'AlternativeStructure', stream: 'a', alternative: 'fewest', limits });
    const stream = globalId({ type: 'ValueStream', id: 'a' });
    expect(cost(query, { ids: [suggested, stream, one, 'none'], id: suggested })).toBe(1 + 50 + 100 + 5 + 50);
  });
});
