import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { readSchemaText } from '../../src/adapters/graphql/schema-text.js';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';
import { selectEverything } from './whole-query.js';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  await server.ask(DRAW, { input: { napkin: NAPKIN } });
});
afterAll(() => server.stop());

describe('the three main uses over HTTP', () => {
  it('suggests roles that say why they exist', async () => {
    const answer = await server.ask(`{ valueStream(key: "${KEY}") { suggestedStructure {
      ... on StructureProposal { roles { name steps { name } why { text step { name } } fte { value text } positions } objectives { name value lowerBound } } } } }`);
    expect(answer.errors).toEqual([]);
    const roles = at(answer, 'valueStream', 'suggestedStructure', 'roles') as readonly {
      readonly why: readonly unknown[];
    }[];
    expect(roles.length).toBeGreaterThan(1);
    expect(roles.every(({ why }) => why.length > 0)).toBe(true);
  });

  it('judges proposed assignments: what a step asks for is accepted, a preference is not', async () => {
    const wishes = [
      { holder: 'Bo', step: 'Clean the windows', letter: 'R' },
      { holder: 'Bo', step: 'Quote the windows', letter: 'R', reason: 'Bo would love to.' },
      { holder: 'Bo', letter: 'R' },
      { holder: 'Nobody', step: 'Plan the round', letter: 'R' },
    ];
    const query = `query ($wishes: [Wish!]!) { judgeAssignments(stream: "${KEY}", wishes: $wishes) {
      __typename ... on AcceptedWish { step { name } because { text } } ... on RefusedWish { citedStep reasons { code remedy missingLink } } } }`;
    const answer = await server.ask(query, { wishes });
    expect(answer.errors).toEqual([]);
    const verdicts = at(answer, 'judgeAssignments') as readonly {
      readonly reasons: readonly { readonly code: string }[];
    }[];
    const codes = verdicts.map(({ reasons }) => reasons?.map(({ code }) => code) ?? 'accepted');
    expect(codes[0]).toBe('accepted');
    expect(codes[1]).toEqual(expect.arrayContaining(['HOLDER_LACKS_CAPABILITY', 'PREFERENCE_IS_NO_REASON']));
    expect(codes[2]).toContain('NO_STEP_CITED');
    expect(codes[3]).toContain('UNKNOWN_HOLDER');
    expect(
      at(
        await server.ask(`{ valueStream(key: "${KEY}") { assignments { id } refusals { revision } } }`),
        'valueStream',
      ),
    ).toEqual({
      assignments: [],
      refusals: [],
    });
  });

  it.each(['MARKDOWN', 'CSV', 'HTML', 'JSON'])(
    'gives the RACI report as %s, the same as the download',
    async (format) => {
      const answer = await server.ask(
        `{ valueStream(key: "${KEY}") { raciReport(format: ${format}) { filename mediaType content } } }`,
      );
      const report = at(answer, 'valueStream', 'raciReport') as {
        readonly filename: string;
        readonly mediaType: string;
        readonly content: string;
      };
      const extension = report.filename.split('.').pop() ?? '';
      const file = await fetch(`${server.url}/streams/${KEY}/raci.${extension}`);
      expect(Buffer.from(await file.arrayBuffer()).toString('utf8')).toBe(report.content);
      expect(file.headers.get('content-type')).toBe(report.mediaType);
      expect(report.content).toContain('Clean the windows');
    },
  );
});

describe('every field of the schema', () => {
  it('is answered for every sample without an error', async () => {
    const schema = buildSchema(readSchemaText('schema'));
    const stream = schema.getType('ValueStream');
    if (!stream || !('getFields' in stream)) throw new Error('The schema has no ValueStream');
    const { data } = await server.ask('{ valueStreams { totalCount edges { node { key } } } }');
    const edges = at({ data }, 'valueStreams', 'edges') as readonly {
      readonly node: { readonly key: string };
    }[];
    expect(edges.length).toBeGreaterThanOrEqual(3);
    const everything = selectEverything(schema, stream as never, 6, {
      'ValueStream.raciReport': '(format: JSON)',
    });
    const wide = await wholeServer(undefined, {
      HEADWATER_MAX_TOKENS: '1000000',
      HEADWATER_MAX_COST: '1000000',
    });
    for (const { node } of edges) {
      const answer = await wide.ask(`query ($key: String!) { valueStream(key: $key) ${everything} }`, {
        key: node.key,
      });
      expect(answer.errors).toEqual([]);
    }
    await wide.stop();
  });

  it('is answered for the catalogue', async () => {
    const answer = await server.ask(
      '{ catalogue { families { key goesWith { name } } capabilities { name family { name } aliases licence common holder } } }',
    );
    expect(answer.errors).toEqual([]);
    expect((at(answer, 'catalogue', 'capabilities') as unknown[]).length).toBeGreaterThanOrEqual(60);
  });
});
