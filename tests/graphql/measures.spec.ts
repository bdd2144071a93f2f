import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { readSchemaText } from '../../src/adapters/graphql/schema-text.js';
import { CONVENTION_NAMES } from '../../src/domain/index.js';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  await server.ask(DRAW, { input: { napkin: NAPKIN } });
});
afterAll(() => server.stop());

const metrics = (fields: string) => server.ask(`{ valueStream(key: "${KEY}") { metrics { ${fields} } } }`);

describe('the measures over GraphQL', () => {
  it('tell the lead time place by place, and the last place is the figure', async () => {
    const answer = await metrics(
      'leadTime { value convention source low high } leadTimePath { places { kind step { name } line time visits cumulative } choices { kind } }',
    );
    expect(answer.errors).toEqual([]);
    const places = at(answer, 'valueStream', 'metrics', 'leadTimePath', 'places') as readonly unknown[];
    expect(places[0]).toEqual({
      kind: 'STEP',
      step: { name: 'Answer the call' },
      line: expect.any(Number),
      time: 600,
      visits: expect.closeTo(1 / 0.9, 9),
      cumulative: expect.closeTo(600 / 0.9, 6),
    });
    expect(at(places.at(-1), 'cumulative')).toBe(at(answer, 'valueStream', 'metrics', 'leadTime', 'value'));
  });

  it('name the calendar in every time and ratio', async () => {
    const answer = await metrics(
      'leadTime { convention } activityRatio { convention } taktTime { convention } processTime { convention }',
    );
    const told = at(answer, 'valueStream', 'metrics') as Readonly<Record<string, unknown>>;
    for (const figure of Object.values(told))
      expect(at(figure, 'convention')).toContain('a day is 8 h, a week 5 d');
  });

  it('tell what is under way, and other conventions by their names only', async () => {
    const answer = await metrics(
      'workInProgress { value unit text } countedWork { value whyNot } lanes { line } byConvention(names: [LADDER_TOUCH_TIME, REWORK_ONCE]) { name title step { name } line figure { text } }',
    );
    expect(answer.errors).toEqual([]);
    const told = at(answer, 'valueStream', 'metrics', 'byConvention') as readonly unknown[];
    expect(told[0]).toMatchObject({ name: 'LADDER_TOUCH_TIME', step: null, line: null });
    expect(told.slice(1).every((one) => at(one, 'name') === 'REWORK_ONCE')).toBe(true);
    expect(at(answer, 'valueStream', 'metrics', 'countedWork', 'value')).toBeNull();
    expect(at(answer, 'valueStream', 'metrics', 'lanes')).toEqual([]);
  });

  it('tell what stoppages, changeovers and batches make of the steps, with the steps', async () => {
    const napkin =
      'stream Posters\ndemand: 10/day\nsales:\nAsk @Ola 5m\nfulfilment:\nPrint @Per 20m uptime 80% changeover 2h batch 10\n';
    const drawn = await server.ask(DRAW, { input: { napkin } });
    expect(drawn.errors).toEqual([]);
    const answer = await server.ask(
      '{ valueStream(key: "posters") { metrics { stations { stations { step { name } line behindTakt againstTakt { value } leastBatch { text } waitInBatch { text } } busiest { step { name } } longestEveryPartEvery { step { name } everyPartEvery { text } } lostPerWeek { text } } } whatIf(set: ["Print uptime 100%"]) { measures { measure part verdict } } } }',
    );
    expect(answer.errors).toEqual([]);
    const told = at(answer, 'valueStream', 'metrics', 'stations');
    expect(told).toMatchObject({
      stations: [{ step: { name: 'Print' }, line: 6, behindTakt: false, waitInBatch: { text: '3 h' } }],
      busiest: { step: { name: 'Print' } },
      longestEveryPartEvery: { step: { name: 'Print' }, everyPartEvery: { text: '1 d' } },
    });
    expect(at(answer, 'valueStream', 'whatIf', 'measures')).toContainEqual({
      measure: 'BUSIEST_STATION',
      part: 'STATIONS',
      verdict: 'BETTER',
    });
  });

  it('know exactly the conventions that can be reckoned, and docs/measures.md explains each', () => {
    const type = buildSchema(readSchemaText('schema')).getType('ConventionName');
    const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(values).toEqual(CONVENTION_NAMES);
    const page = readFileSync('docs/measures.md', 'utf8');
    for (const name of CONVENTION_NAMES)
      expect(page).toContain(`- \`${name.toLowerCase().replaceAll('_', '-')}\`, `);
  });
});
