import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { BIKE_SHOP } from '../support/use-cases.js';
import { wholeServer } from '../support/whole-server.js';

const DRAW =
  'mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { message } } }';
const OVERRIDE = `mutation ($input: OverrideRefusalInput!) { overrideRefusal(input: $input) { __typename
  ... on OverrideStands { override { id status by why until against { code } } valueStream { findings { code } } }
  ... on OverrideRefused { objections { code message remedy } valueStream { key } } } }`;
const END =
  'mutation ($input: EndOverrideInput!) { endOverride(input: $input) { override { status endedAt } valueStream { overrides { status } } } }';
const until = `${new Date().getUTCFullYear() + 1}-01-01`;
const INPUT = {
  stream: 'bike-repair',
  wish: { holder: 'Ben', step: 'Quote the repair', letter: 'R' },
  by: 'Ada',
  why: 'Ada is away',
  until,
};

describe('overrides over HTTP, where they are switched on', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await wholeServer(undefined, { HEADWATER_OVERRIDES: 'on' });
    await server.ask(DRAW, { input: { napkin: BIKE_SHOP } });
  });
  afterAll(() => server.stop());

  it('are set, shown in matrix, log, reports and by their id, and ended', async () => {
    const set = await server.ask(OVERRIDE, { input: INPUT });
    expect(set.errors).toEqual([]);
    expect(at(set, 'overrideRefusal')).toMatchObject({
      __typename: 'OverrideStands',
      override: { status: 'STANDS', by: 'Ada', why: 'Ada is away', until },
    });
    const id = at(set, 'overrideRefusal', 'override', 'id');
    await server.ask('mutation ($i: AdoptStructureInput!) { adoptStructure(input: $i) { __typename } }', {
      i: { stream: 'bike-repair' },
    });
    const shown = await server.ask(`{ valueStream(key: "bike-repair") {
      overrides { againstNow { code } step { key } } standingLog { kind cause }
      adoptedStructure { matrix { rows { step { key } overrides { holder letter role { name } until } } } }
      raciReport(format: MARKDOWN) { content } report(kind: ROLE_CARDS, format: MARKDOWN) { content } } }`);
    expect(shown.errors).toEqual([]);
    const stream = at(shown, 'valueStream') as Record<string, never>;
    expect(stream['overrides']).toMatchObject([{ step: { key: 'quote-the-repair' } }]);
    expect(stream['standingLog']).toMatchObject([{ kind: 'OVERRIDDEN', cause: 'OVERRIDE' }]);
    const rows = at(shown, 'valueStream', 'adoptedStructure', 'matrix', 'rows') as { overrides: unknown[] }[];
    expect(rows.flatMap(({ overrides }) => overrides)).toEqual([
      { holder: 'Ben', letter: 'R', role: null, until },
    ]);
    for (const kind of ['raciReport', 'report'])
      expect(at(shown, 'valueStream', kind, 'content')).toContain('1 override stands');
    const node = await server.ask(
      'query ($id: ID!) { node(id: $id) { ... on Override { holder status } } }',
      { id },
    );
    expect(at(node, 'node')).toEqual({ holder: 'Ben', status: 'STANDS' });
    const ended = await server.ask(END, { input: { override: id } });
    expect(at(ended, 'endOverride')).toMatchObject({
      override: { status: 'ENDED' },
      valueStream: { overrides: [{ status: 'ENDED' }] },
    });
    const again = await server.ask(END, { input: { override: id } });
    expect(again.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('are data with every reason where they cannot be set', async () => {
    const answer = await server.ask(OVERRIDE, { input: { ...INPUT, by: ' ', until: '2020-01-01' } });
    expect(answer.errors).toEqual([]);
    const objections = at(answer, 'overrideRefusal', 'objections') as { code: string }[];
    expect(objections.map(({ code }) => code)).toEqual(['NOBODY_NAMED', 'EXPIRED_BEFORE_IT_BEGINS']);
  });
});

describe('overrides over HTTP, where nobody switched them on', () => {
  it('are refused', async () => {
    const server = await wholeServer();
    try {
      await server.ask(DRAW, { input: { napkin: BIKE_SHOP } });
      const answer = await server.ask(OVERRIDE, { input: INPUT });
      expect(at(answer, 'overrideRefusal')).toMatchObject({
        objections: [{ code: 'OVERRIDES_SWITCHED_OFF' }],
      });
    } finally {
      await server.stop();
    }
  });
});
