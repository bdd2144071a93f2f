import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../../support/answers.js';
import type { TestServer } from '../../support/test-server.js';
import { BIKE_SHOP } from '../../support/use-cases.js';
import { wholeServer } from '../../support/whole-server.js';

const DRAW =
  'mutation ($input: DrawValueStreamInput!) { drawValueStream(input: $input) { problems { message } } }';
const KEPT = '{ valueStream(key: "bike-repair") { assignments { holder } refusals { revision } } }';
const TABLE = `holder,letter,step,reason
Ben,R,Repair the bike,
Zoe,R,Repair the bike,"she likes bikes, and people"
Ada,A,Quote the repair,
`;

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer(undefined, { HEADWATER_MAX_BODY_BYTES: '8000000' });
  expect((await server.ask(DRAW, { input: { napkin: BIKE_SHOP } })).errors).toEqual([]);
});
afterAll(() => server.stop());

interface Sent {
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly stream?: string;
}

async function post(body: string, { query = '', headers = {}, stream = 'bike-repair' }: Sent = {}) {
  const response = await fetch(`${server.url}/streams/${stream}/wishes${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv', ...headers },
  });
  const text = await response.text();
  const lines = text.trimEnd().split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status: response.status, headers: response.headers, lines: parsed, text };
}

const kept = async () => {
  const answer = await server.ask(KEPT);
  return {
    assignments: (at(answer, 'valueStream', 'assignments') as unknown[]).length,
    refusals: (at(answer, 'valueStream', 'refusals') as unknown[]).length,
  };
};

describe('POST /streams/KEY/wishes', () => {
  it('judges every row in its order with all reasons, and stores nothing', async () => {
    const { status, headers, lines } = await post(TABLE);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(lines).toMatchObject([
      { line: 2, verdict: 'ACCEPTED', holder: 'Ben', because: [{ step: 'repair-the-bike' }] },
      {
        line: 3,
        verdict: 'REFUSED',
        reason: 'she likes bikes, and people',
        reasons: [{ code: 'UNKNOWN_HOLDER' }, { code: 'PREFERENCE_IS_NO_REASON' }],
      },
      { line: 4, verdict: 'ACCEPTED', holder: 'Ada' },
      { stream: 'bike-repair', accepted: 2, refused: 1, stored: 0 },
    ]);
    expect(await kept()).toEqual({ assignments: 0, refusals: 0 });
  });

  it('all-or-nothing stores nothing where one is refused, and logs the refusal', async () => {
    const { lines } = await post(TABLE, { query: '?mode=all-or-nothing' });
    expect(lines.at(-1)).toMatchObject({ accepted: 2, refused: 1, stored: 0 });
    expect(await kept()).toEqual({ assignments: 0, refusals: 1 });
  });

  it('accept-what-stands stores the others once, however often it is sent under one key', async () => {
    const sent = { query: '?mode=accept-what-stands', headers: { 'idempotency-key': 'tuesday' } };
    const first = await post(TABLE, sent);
    expect(first.lines.at(-1)).toMatchObject({ stored: 2 });
    const again = await post(TABLE, sent);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await kept()).assignments).toBe(2);
    const other = await post(TABLE.replace('Ben', 'Ada'), sent);
    expect(other.status).toBe(422);
  });

  it.each([
    ['a letter that is none', 'holder,letter,step\nBen,X,Repair\n', '', 422, 'BAD_USER_INPUT'],
    ['a table without its head', 'Ben,R,Repair the bike\n', '', 422, 'NOT_A_TABLE'],
    ['nothing at all', '', '', 422, 'NOT_A_TABLE'],
    ['a quote that is never closed', 'holder,letter,step\n"Ben,R,x\n', '', 422, 'NOT_A_TABLE'],
    ['another mode', TABLE, '?mode=everything', 400, 'BAD_USER_INPUT'],
    ['an old revision', TABLE, '?mode=all-or-nothing&expectedRevision=7', 409, 'CONFLICT'],
  ])('refuses %s, and stores nothing of it', async (_, body, query, status, code) => {
    const before = await kept();
    const refused = await post(body, { query });
    expect(refused.status).toBe(status);
    expect(refused.lines[0]).toMatchObject({ errors: expect.arrayContaining([expect.anything()]) });
    expect(refused.text).toContain(`"code":"${code}"`);
    expect(await kept()).toEqual(before);
  });

  it('tells each bad row by its line', async () => {
    const { text } = await post('holder,letter,step\nBen,R,Repair the bike\n,R,x\nBen,Q,x\n');
    expect(text).toContain('Line 3: Nobody is named as the holder.');
    expect(text).toContain('Line 4: The letter is \\"Q\\"; R, A, C or I was expected.');
  });

  it('knows no stream of another key, takes no JSON, and nothing but POST', async () => {
    expect((await post(TABLE, { stream: 'no-such' })).status).toBe(404);
    expect((await post(TABLE, { headers: { 'content-type': 'application/json' } })).status).toBe(415);
    expect((await fetch(`${server.url}/streams/bike-repair/wishes`)).status).toBe(405);
  });

  it('answers a hundred thousand rows, each in its place', async () => {
    const rows = Array.from({ length: 100_000 }, (_, nth) =>
      nth % 2 === 0 ? 'Ben;R;Repair the bike' : `Zoe ${nth};R;Repair the bike`,
    );
    const { lines } = await post(`holder;letter;step\n${rows.join('\n')}\n`);
    expect(lines).toHaveLength(100_001);
    expect(lines[99_999]).toMatchObject({ line: 100_001, verdict: 'REFUSED', holder: 'Zoe 99999' });
    expect(lines.at(-1)).toMatchObject({ accepted: 50_000, refused: 50_000 });
  }, 60_000);
});
