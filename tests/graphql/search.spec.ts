import { beforeAll, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const SEARCH = `query ($search: String, $in: [StreamPart!], $order: StreamOrder! = KEY, $first: Int, $after: String) {
  valueStreams(search: $search, searchIn: $in, orderBy: $order, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { cursor node { key } }
  }
}`;

describeOnWholeServers('searching for streams', (server) => {
  beforeAll(async () => {
    const draw = (name: string, step: string) =>
      server().ask(DRAW, {
        input: {
          napkin: `stream ${name}\nsales:\n${step} @Yannick 5m {weaving}\nfulfilment:\nHand it over\n`,
        },
      });
    await draw('Zebra carpet', 'Weave the border');
    await draw('apple basket', 'Weave the handle');
    await draw('Mango crate', 'Nail the corners');
  });

  const search = async (variables: object) => {
    const answer = await server().ask(SEARCH, variables);
    expect(answer.errors).toEqual([]);
    const page = at(answer, 'valueStreams') as {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
      readonly edges: readonly { readonly node: { readonly key: string } }[];
    };
    return { ...page, keys: page.edges.map(({ node }) => node.key) };
  };

  it('finds streams by a step, a capability and a person that they name', async () => {
    expect((await search({ search: 'weav', in: ['STEP'] })).keys).toEqual(['apple-basket', 'zebra-carpet']);
    expect((await search({ search: 'Yannick weaving' })).totalCount).toBe(3);
    expect((await search({ search: 'yannick', in: ['STEP', 'NAME'] })).keys).toEqual([]);
    expect((await search({ search: '  ', first: 1 })).totalCount).toBeGreaterThan(2);
  });

  it('goes on behind a cursor, in the order that was asked for', async () => {
    const first = await search({ search: 'yannick', order: 'NAME', first: 2 });
    expect(first.keys).toEqual(['apple-basket', 'mango-crate']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.pageInfo.endCursor;
    expect((await search({ search: 'yannick', order: 'NAME', after })).keys).toEqual(['zebra-carpet']);
    expect((await search({ search: 'yannick', order: 'DRAWN' })).keys).toEqual([
      'mango-crate',
      'apple-basket',
      'zebra-carpet',
    ]);
  });

  it('refuses a cursor of another order, and a search that is too long, and says what would do', async () => {
    const { pageInfo } = await search({ search: 'yannick', order: 'NAME', first: 1 });
    const messages: unknown[] = [];
    for (const variables of [
      { order: 'DRAWN', after: pageInfo.endCursor },
      { after: pageInfo.endCursor },
      { search: 'a b c d e f g h i j k' },
      { search: 'x'.repeat(501) },
    ]) {
      const { errors } = await server().ask(SEARCH, variables);
      expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      messages.push(errors[0]?.message);
    }
    expect(messages).toEqual([
      'after is a cursor of another order: take one from a list that was asked for with orderBy: DRAWN.',
      'after is a cursor of another order: take one from a list that was asked for with orderBy: KEY.',
      'search holds 11 words; leave the commoner ones out until there are 10.',
      'search has 501 characters; it may have 500.',
    ]);
  });
});
