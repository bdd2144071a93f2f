import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStreamTable } from '../../../src/adapters/imports/stream-table/index.js';
import { printStreamTable } from '../../../src/adapters/reports/index.js';
import { napkinFromTable } from '../../../src/application/napkin-from-table.js';
import { readNapkin } from '../../../src/domain/index.js';
import { stubServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await stubServer(
    { napkinFromTable: napkinFromTable({ readStreamTable }), downloads: [] },
    { mostBodyBytes: 20_000 },
  );
});
afterAll(() => server.stop());

async function post(body: string | Uint8Array, type: string | null, query = '') {
  const response = await fetch(`${server.url}/napkins/from-table${query}`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: type === null ? {} : { 'content-type': type },
  });
  return { status: response.status, answer: await response.json() };
}

const NAPKIN = 'stream Lamp\nCut @Ida 10m\nwait 1d\n';

describe('POST /napkins/from-table', () => {
  it('answers a CSV with its napkin, its steps and its problems by cell', async () => {
    expect(
      await post('stream,Lamp\nStep,Who,Time\nCut,Ida,10m\nGlue,Kai,4x\n', 'text/csv; charset=utf-8'),
    ).toMatchObject({
      status: 200,
      answer: {
        napkin: 'stream Lamp\nCut @Ida 10m\nGlue @Kai\nnote: Time: 4x\n',
        steps: 2,
        problems: [{ code: 'UNREADABLE_VALUE', severity: 'ERROR', cell: 'C4', sheet: null }],
      },
    });
  });

  it('answers a workbook the same way', async () => {
    const workbook = await printStreamTable(readNapkin(NAPKIN).drafts, 'XLSX');
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(await post(workbook, type)).toEqual({
      status: 200,
      answer: { napkin: NAPKIN, steps: 1, problems: [] },
    });
  });

  it('calls a stream that no cell names by the name in the address', async () => {
    const { answer } = await post('Step,Who\nCut,Ida\n', 'text/csv', '?name=Lamp%20shop');
    expect(answer).toMatchObject({ napkin: 'stream Lamp shop\nCut @Ida\n' });
  });

  it.each([
    ['what is no table', 'PK\u0003\u0004 no', 'text/csv', 422, 'DAMAGED'],
    ['what is too large', 'x'.repeat(30_000), 'text/csv', 413, 'TOO_LARGE'],
    ['another kind of content', '{}', 'application/json', 415, 'BAD_REQUEST'],
    ['content of no kind', 'Step,Who', null, 415, 'BAD_REQUEST'],
  ])('refuses %s', async (_name, body, type, status, code) => {
    expect(await post(body, type)).toMatchObject({ status, answer: { errors: [{ extensions: { code } }] } });
  });

  it('is no page', async () => {
    const response = await fetch(`${server.url}/napkins/from-table`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
