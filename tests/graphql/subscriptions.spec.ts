import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket, type ClientOptions } from 'ws';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import { listenTo, subscriberOf } from '../support/subscriber.js';
import { stubServer, type TestServer } from '../support/test-server.js';
import { describeOnWholeServers, wholeServer } from '../support/whole-server.js';

const PROTOCOL = 'graphql-transport-ws';
const REVISED = `subscription { streamRevised(stream: "${KEY}") { revision name steps { name } } }`;
const VERDICTS = `subscription { verdicts(stream: "${KEY}") { act valueStream { revision }
  verdicts { holder letter step verdict because } } }`;

const PROPOSE = `mutation ($wishes: [Wish!]!) {
  proposeAssignments(input: { stream: "${KEY}", wishes: $wishes }) { accepted refused }
}`;
const WISHES = [
  { holder: 'Bo', step: 'Clean the windows', letter: 'C' },
  { holder: 'Bo', step: 'Send the bill', letter: 'R', reason: 'would like to' },
];

describeOnWholeServers('what happens to a stream', (server) => {
  beforeAll(() => server().ask(DRAW, { input: { napkin: NAPKIN } }));

  it('is told to everybody who follows its revisions, with the stream as it stands', async () => {
    const clients = [subscriberOf(server().url), subscriberOf(server().url)];
    const told = clients.map((client) => listenTo(client, REVISED));
    await connected(clients.length);
    await server().ask(DRAW, { input: { napkin: NAPKIN.replace('20/week', '25/week') } });
    for (const one of told) {
      const [event] = await one.until(() => true);
      expect(at(event, 'streamRevised', 'revision')).toBe(2);
      expect(at(event, 'streamRevised', 'steps', 0, 'name')).toBe('Answer the call');
    }
    for (const client of clients) await client.dispose();
  });

  it('is told verdict by verdict, once it is kept: also where the whole request is answered once', async () => {
    const client = subscriberOf(server().url);
    const told = listenTo(client, VERDICTS);
    await connected(1);
    const answer = await server().ask(PROPOSE, { wishes: WISHES }, { 'idempotency-key': 'wishes-1' });
    expect(answer.errors).toEqual([]);
    const events = await told.until((event) => at(event, 'verdicts', 'act') === 'WISHES_REFUSED');
    const refused = events.find((event) => at(event, 'verdicts', 'act') === 'WISHES_REFUSED');
    expect(at(refused, 'verdicts', 'verdicts', 0)).toMatchObject({
      ...{ holder: 'Bo', letter: 'R', step: 'Send the bill', verdict: 'REFUSED' },
    });
    expect(String(at(refused, 'verdicts', 'verdicts', 0, 'because'))).toContain('PREFERENCE_IS_NO_REASON');
    const before = told.events.length;
    await server().ask(PROPOSE, { wishes: WISHES }, { 'idempotency-key': 'wishes-1' });
    await server().ask(PROPOSE, { wishes: WISHES });
    expect(told.events.length).toBe(before);
    await client.dispose();
  });

  it('is not told where nothing was kept', async () => {
    const client = subscriberOf(server().url);
    const told = listenTo(client, REVISED);
    await connected(1);
    await server().ask(DRAW, {
      input: { napkin: NAPKIN.replace('back to "Answer the call"', 'back to "None"') },
    });
    await server().ask(DRAW, { input: { napkin: NAPKIN.replace('20/week', '30/week') } });
    const events = await told.until(() => true);
    expect(events.map((event) => at(event, 'streamRevised', 'revision'))).toEqual([3]);
    await client.dispose();
  });
});

/** Subscriptions have no acknowledgement of their own: by then the server has heard of them. */
async function connected(clients: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300 * clients));
}

interface Line {
  readonly send: (message: object | string) => void;
  readonly next: () => Promise<Record<string, unknown>>;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly close: () => void;
}

describe('the protocol', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await stubServer({}, {}, { subscribing: { patience: 300 } });
  });
  afterAll(() => server.stop());

  async function open(
    protocol: string | string[] = PROTOCOL,
    options: ClientOptions = {},
    url: string = server.url,
  ): Promise<Line> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, options);
    const messages: Record<string, unknown>[] = [];
    const waiting: ((message: Record<string, unknown>) => void)[] = [];
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Record<string, unknown>;
      const asked = waiting.shift();
      if (asked) asked(message);
      else messages.push(message);
    });
    const closed = once(socket, 'close').then(([code, reason]) => ({
      ...{ code: Number(code), reason: String(reason) },
    }));
    await once(socket, 'open');
    return {
      send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
      next: () => {
        const first = messages.shift();
        return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
      },
      closed,
      close: () => socket.close(),
    };
  }

  async function introduced(): Promise<Line> {
    const line = await open();
    line.send({ type: 'connection_init' });
    expect(await line.next()).toEqual({ type: 'connection_ack' });
    return line;
  }

  const subscribe = (id: string, query: string) => ({ type: 'subscribe', id, payload: { query } });

  it('closes with 4400 on what is no message', async () => {
    for (const message of ['no JSON', '{}', { type: 'nonsense' }, subscribe('', 'x')]) {
      const line = await introduced();
      line.send(message);
      expect((await line.closed).code).toBe(4400);
    }
  });

  it('closes with 4401 on a subscription before the introduction', async () => {
    const line = await open();
    line.send(subscribe('1', REVISED));
    expect((await line.closed).code).toBe(4401);
  });

  it('closes with 4401 where whoever comes may not be let in', async () => {
    const nobody = await stubServer({}, { host: '0.0.0.0' });
    const line = await open(PROTOCOL, {}, nobody.url);
    line.send({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } });
    expect((await line.closed).code).toBe(4401);
    await nobody.stop();
  });

  it('closes with 4406 where its protocol is not asked for', async () => {
    const line = await open([]);
    expect((await line.closed).code).toBe(4406);
  });

  it('closes with 4408 where nobody introduces themselves', async () => {
    const line = await open();
    expect(await line.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
  });

  it('closes with 4409 on a second subscription of the same id', async () => {
    const endless = {
      [Symbol.asyncIterator]: () => endless,
      next: () => new Promise<never>(() => undefined),
    };
    const busy = await stubServer({ watchRevisions: async () => endless });
    const line = await open(PROTOCOL, {}, busy.url);
    line.send({ type: 'connection_init' });
    await line.next();
    line.send(subscribe('1', REVISED));
    line.send(subscribe('1', REVISED));
    expect(await line.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' });
    await busy.stop();
  });

  it('closes with 4429 on a second introduction', async () => {
    const line = await introduced();
    line.send({ type: 'connection_init' });
    expect((await line.closed).code).toBe(4429);
  });

  it('answers a ping', async () => {
    const line = await introduced();
    line.send({ type: 'ping' });
    expect(await line.next()).toEqual({ type: 'pong' });
    line.close();
  });

  it('answers with errors of the closed list what it will not tell, and stays open', async () => {
    const line = await introduced();
    const asked: [string, string][] = [
      ['subscription {', 'GRAPHQL_PARSE_FAILED'],
      ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ valueStreams { totalCount } }', 'BAD_REQUEST'],
      [`subscription { ${aliases(31)} }`, 'TOO_MANY_ALIASES'],
      [`subscription { streamRevised(stream: "${KEY}") ${deep(12)} }`, 'TOO_DEEP'],
    ];
    for (const [nth, [query, code]] of asked.entries()) {
      line.send(subscribe(String(nth), query));
      const message = await line.next();
      expect(message).toMatchObject({ type: 'error', id: String(nth) });
      expect(at(message, 'payload', 0, 'extensions', 'code')).toBe(code);
    }
    line.close();
  });

  it('turns away handshakes of other sites, other names and other paths', async () => {
    const status = async (path: string, headers: Record<string, string>): Promise<number> => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, PROTOCOL, { headers });
      socket.on('error', () => undefined);
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
      return response.statusCode;
    };
    expect(await status('/graphql', { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status('/graphql', { host: 'elsewhere.example' })).toBe(421);
    expect(await status('/other', {})).toBe(404);
  });
});

function aliases(count: number): string {
  const fields = Array.from({ length: count }, (_, nth) => `a${nth}: name`).join(' ');
  return `streamRevised(stream: "${KEY}") { ${fields} }`;
}

function deep(levels: number): string {
  return levels === 0 ? '{ key }' : `{ steps { demands { step ${deep(levels - 3)} } } }`;
}

describe('a server that stops', () => {
  it('ends subscriptions with 1001 and its long work at once', async () => {
    const server = await wholeServer();
    await server.ask(DRAW, { input: { napkin: NAPKIN } });
    let code = 0;
    const client = subscriberOf(server.url, {
      lazy: false,
      on: { closed: (event) => void (code = (event as { readonly code: number }).code) },
    });
    const told = listenTo(client, REVISED);
    await connected(1);
    await server.stop();
    await expect(told.ended).rejects.toBeDefined();
    expect(code).toBe(1001);
  });

  it('tells over HTTP where subscriptions are to be sent', async () => {
    const server = await stubServer();
    const answer = await server.ask(REVISED);
    expect(answer.errors[0]?.message).toContain('graphql-transport-ws');
    await server.stop();
  });
});
