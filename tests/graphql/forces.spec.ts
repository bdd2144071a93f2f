import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const NAPKIN = `stream Broken bike to ridden bike
customer: Rider
owner: Ada
demand: 20/week
sales:
Take the call @Ada 10m 90% {enquiry handling}
wait 1-3d
Quote the repair @Ada ~20-40m {estimating}
wait 2d
fulfilment:
Repair the bike @Ben 2h {bicycle repair}
back to "Quote the repair" 10%
Send the bill @Ada 10m {invoicing}
`;
const KEY = 'broken-bike-to-ridden-bike';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  await server.ask(DRAW, { input: { napkin: NAPKIN } });
});
afterAll(() => server.stop());

async function ask(fields: string): Promise<unknown> {
  const answer = await server.ask(`{ valueStream(key: "${KEY}") { ${fields} } }`);
  expect(answer.errors).toEqual([]);
  return at(answer, 'valueStream');
}

describe('the measures of the two forces over HTTP', () => {
  it('add up to the lead time of the stream', async () => {
    const stream = await ask(`metrics { leadTime { value } }
      forces { sales { leadTime { value } } fulfilment { leadTime { value } } withoutForce { steps }
        seam { wait { value text } text onBothSides crossings { from { name } giving taking waitSeconds }
          returns { from { name } to { name } line share { text } perUnit { value } } } }`);
    const value = (...path: string[]) => at(stream, ...path, 'value') as number;
    const sum = value('forces', 'sales', 'leadTime') + value('forces', 'fulfilment', 'leadTime');
    expect(sum + value('forces', 'seam', 'wait')).toBeCloseTo(value('metrics', 'leadTime'), 6);
    expect(at(stream, 'forces', 'withoutForce')).toBeNull();
    expect(at(stream, 'forces', 'seam', 'onBothSides')).toEqual(['Ada']);
    expect(at(stream, 'forces', 'seam', 'crossings', 0)).toEqual({
      from: { name: 'Quote the repair' },
      giving: ['Ada'],
      taking: ['Ben'],
      waitSeconds: 2 * 8 * 3600,
    });
    expect(at(stream, 'forces', 'seam', 'returns', 0)).toMatchObject({ line: 12, share: { text: '10 %' } });
  });

  it('balance work by step, by performer and by role', async () => {
    const fields = 'carriers { name people steps { name } overTakt } operators { value } bottleneck { name }';
    const stream = await ask(
      `steps: operatorBalance { ${fields} } performers: operatorBalance(by: PERFORMER) { ${fields} } roles: operatorBalance(by: ROLE) { ${fields} }`,
    );
    const names = (by: string) => (at(stream, by, 'carriers') as { name: string }[]).map(({ name }) => name);
    expect(names('steps')).toHaveLength(4);
    expect(names('performers')).toEqual(['Ada', 'Ben']);
    expect(names('roles').length).toBeGreaterThan(0);
    expect(at(stream, 'performers', 'bottleneck', 'name')).toBe('Ben');
    const people = ['steps', 'performers', 'roles'].map((by) => at(stream, by, 'operators', 'value'));
    expect(new Set(people).size).toBe(1);
  });

  it('say the lead time with its spread', async () => {
    const stream = await ask(
      'metrics { leadTimeSpread { text parts { what name step { name } share { value } } } totalEffortSpread { text } }',
    );
    expect(at(stream, 'metrics', 'leadTimeSpread', 'text')).toMatch(
      /; most of it from one range: the wait before/,
    );
    expect(at(stream, 'metrics', 'leadTimeSpread', 'parts', 0)).toMatchObject({
      what: 'WAIT',
      step: { name: 'Quote the repair' },
    });
    expect(at(stream, 'metrics', 'totalEffortSpread', 'text')).toMatch(/one guess: the hands-on time of/);
  });

  it('print the walk sheet, the same as the download', async () => {
    const stream = await ask('walkSheet(format: HTML) { filename mediaType content }');
    expect(at(stream, 'walkSheet', 'filename')).toBe(`walk-${KEY}-r1.html`);
    const response = await fetch(`${server.url}/streams/${KEY}/walk.html`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(at(stream, 'walkSheet', 'content'));
    for (const extension of ['md', 'csv'])
      expect((await fetch(`${server.url}/streams/${KEY}/walk.${extension}`)).status).toBe(200);
  });
});
