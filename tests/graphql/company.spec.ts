import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../bench/make-stream.js';
import { at, DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKINS = [
  'stream Bread\ndemand: 100/week\nsales:\nTake the order @Ann 6m {order taking}\nfulfilment:\nBake @Bob 9m {baking}\n',
  'stream Cakes\ndemand: 12/week\nsales:\nTake the order @Ann 10m {order taking}\nfulfilment:\nBake @Bob 40m {baking}\n',
  'stream Idea\nsales:\nTalk 5m\n',
];
const QUERY = `query($streams: [String!]!, $limits: StructureLimits) { company(streams: $streams, limits: $limits) {
  __typename
  ... on CompanyStructure { text positions positionsAlone notes
    streams { stream { key } positions positionsAlone hoursPerWeek { text } roles { name } }
    roles { name positions why serves { stream { key } share steps { name } } } teams { name roles { name } } }
  ... on CompanyNotReady { needed below { stream { name } rung } }
  ... on CompanyLimitsContradict { message steps { stream { key } step { name } } }
} }`;

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  for (const napkin of NAPKINS) await server.ask(DRAW, { input: { napkin } });
});
afterAll(() => server.stop());

describe('company over HTTP', () => {
  it('tells roles over several streams, and what each stream pays for', async () => {
    const answer = await server.ask(QUERY, { streams: ['cakes', 'bread'] });
    expect(answer.errors).toEqual([]);
    const company = at(answer, 'company');
    expect(at(company, 'positions')).toBeLessThan(Number(at(company, 'positionsAlone')));
    expect(at(company, 'streams', '0', 'stream')).toEqual({ key: 'bread' });
    expect(at(company, 'roles', '0', 'serves', '1', 'steps', '0', 'name')).toBe('Take the order');
  });

  it('says which streams are not ready, which steps contradict, and which key is unknown', async () => {
    const idea = await server.ask(QUERY, { streams: ['bread', 'idea'] });
    expect(at(idea, 'company', '__typename')).toBe('CompanyNotReady');
    const limits = {
      apart: [['Bake (Bread)', 'Bake (Cakes)']],
      together: [['Bake (Bread)', 'Bake (Cakes)']],
    };
    const none = await server.ask(QUERY, { streams: ['bread', 'cakes'], limits });
    expect(at(none, 'company', 'steps', '0')).toEqual({ stream: { key: 'bread' }, step: { name: 'Bake' } });
    const unknown = await server.ask(QUERY, { streams: ['bread', 'buns'] });
    expect(JSON.stringify(unknown.errors)).toContain('NOT_FOUND');
  });

  it('is adopted stream by stream, a shared role under one key, and refused in words where that is not possible', async () => {
    const adopt = `mutation($input: AdoptStructureInput!) { adoptStructure(input: $input) { __typename
      ... on AdoptedStructure { structure { roles { key name hoursPerWeek { value } } notes } } ... on StreamNotReady { rung } } }`;
    const mine = await server.ask(adopt, { input: { stream: 'bread', company: ['cakes'] } });
    const theirs = await server.ask(adopt, { input: { stream: 'cakes', company: ['bread'] } });
    expect([mine.errors, theirs.errors]).toEqual([[], []]);
    const keysOf = (answer: typeof mine) =>
      (at(answer, 'adoptStructure', 'structure', 'roles') as { key: string }[]).map(({ key }) => key);
    expect(keysOf(mine).filter((key) => keysOf(theirs).includes(key)).length).toBeGreaterThan(0);
    expect(JSON.stringify(at(mine, 'adoptStructure', 'structure', 'notes'))).toContain(
      'is one role with that of',
    );
    const idea = await server.ask(adopt, { input: { stream: 'bread', company: ['idea'] } });
    expect(at(idea.errors[0], 'message')).toContain('"Idea" is not yet');
    const below = await server.ask(adopt, { input: { stream: 'idea', company: ['bread'] } });
    expect(at(below, 'adoptStructure', '__typename')).toBe('StreamNotReady');
  });

  it('is designed once within one request, and many times over it is refused as too costly before anything runs', async () => {
    const asked = (times: number) =>
      Array.from({ length: times }, (_, i) => `c${i}: company(streams: ["bread"]) { __typename }`).join(' ');
    expect((await server.ask(`{ ${asked(1)} }`)).data).toEqual({ c0: { __typename: 'CompanyStructure' } });
    const many = await server.ask(`{ ${asked(20)} }`);
    expect(at(many.errors[0], 'extensions', 'code')).toBe('TOO_COSTLY');
    expect(many.data).toBeUndefined();
    expect(many.extensions).toEqual({ cost: { requested: 6_000, limit: 5_000 } });
  });

  it('answers up to 100 steps together within the request, in a thread, and says where to ask for more', async () => {
    for (const [name, steps] of [
      ['Halls', 25],
      ['Yards', 16],
      ['Docks', 64],
    ] as const)
      await server.ask(DRAW, {
        input: { napkin: makeNapkin(steps).replace(/^stream .*$/m, `stream ${name}`) },
      });
    const answer = await server.ask(QUERY, { streams: ['halls', 'yards'] });
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'company', '__typename')).toBe('CompanyStructure');
    const most = await server.ask(QUERY, { streams: ['halls', 'yards', 'docks'] });
    expect(at(most.errors[0], 'message')).toContain(
      '3 streams of 105 steps together, and within one request it is designed for at most 100. Ask for it with designCompany',
    );
  });
});
