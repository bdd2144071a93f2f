import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printModel } from '../../../src/adapters/exchange/index.js';
import { readStreamModel } from '../../../src/adapters/imports/model/index.js';
import { napkinFromModel } from '../../../src/application/napkin-from-model.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { stubServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await stubServer(
    { napkinFromModel: napkinFromModel({ readStreamModel }), downloads: [] },
    { mostBodyBytes: 60_000 },
  );
});
afterAll(() => server.stop());

async function post(body: string, type: string | null = 'application/xml') {
  const response = await fetch(`${server.url}/napkins/from-model`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: type === null ? {} : { 'content-type': type },
  });
  return { status: response.status, answer: await response.json() };
}

const PLAN = planNapkin('stream Lamp\nsales:\nAsk @Ida 10m\nwait 1d\nfulfilment:\nCut @Kai 5m');
const deep = `${'<a>'.repeat(150)}${'</a>'.repeat(150)}`;

describe('POST /napkins/from-model', () => {
  it.each(['BPMN', 'ARCHIMATE'] as const)('answers a model in %s with its napkin', async (format) => {
    const { status, answer } = await post(printModel(PLAN, format));
    expect(status).toBe(200);
    expect(answer).toMatchObject({ steps: 2 });
    expect(JSON.stringify(answer)).toContain('Ask @Ida 10m\\nwait 1d\\nfulfilment:\\nCut @Kai 5m');
  });

  it('tells a problem by the line and the name of its element', async () => {
    const model =
      '<definitions>\n<process id="p"><task id="a" name="Ask"/>\n<boundaryEvent id="b"/></process></definitions>';
    expect((await post(model)).answer).toMatchObject({
      problems: [{ code: 'BORDER_EVENT', severity: 'INFO', line: 3, element: 'b' }],
    });
  });

  it.each([
    ['what declares entities', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', 422, 'DAMAGED', 'document type'],
    ['what is nested too deep', deep, 422, 'DAMAGED', 'more than 100 deep'],
    ['XML of another kind', '<html/>', 422, 'NOT_A_TABLE', '<html>'],
    ['what is no XML', 'stream Lamp', 422, 'DAMAGED', 'XML'],
    [
      'what is too large',
      `<definitions>${' '.repeat(70_000)}</definitions>`,
      413,
      'TOO_LARGE',
      '60000 bytes',
    ],
  ])('refuses %s with one clear line', async (_, body, status, code, words) => {
    const { status: told, answer } = await post(body);
    expect(told).toBe(status);
    expect(answer).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(JSON.stringify(answer)).toContain(words);
  });

  it('refuses another kind of content, and another method', async () => {
    expect((await post('{}', 'application/json')).status).toBe(415);
    const asked = await fetch(`${server.url}/napkins/from-model`);
    expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
