import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { serveSubscriptions, type Subscriber } from '../../../../src/adapters/graphql/index.js';
import { listenTo, subscriberOf } from '../../../support/subscriber.js';

const schema = buildSchema('type Query { a: Int } type Subscription { count: Int broken: Int }');

async function* counting(): AsyncGenerator<object> {
  for (let count = 1; ; count += 1) {
    yield { count };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function* breaking(): AsyncGenerator<object> {
  yield { broken: 1 };
  throw new Error('secret');
}

const fields = schema.getSubscriptionType()?.getFields() ?? {};
if (fields['count']) fields['count'].subscribe = counting;
if (fields['broken']) fields['broken'].subscribe = breaking;

let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

async function serve(
  admit: () => Subscriber | null,
): Promise<{ readonly url: string; readonly log: unknown[] }> {
  const log: unknown[] = [];
  const served = serveSubscriptions({
    schema,
    limits: {},
    keepError: (error) => `id-${log.push(error)}`,
    admit: () => Promise.resolve(admit()),
    recheck: 50,
  });
  const server: Server = createServer().on('upgrade', served.upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    await served.close();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log };
}

const SOMEBODY: Subscriber = { who: 'ada@example.com', run: (work) => work() };

describe('subscriptions', () => {
  it('are told until whoever was let in may not stay any more: then the connection ends with 4401', async () => {
    let may = true;
    const { url } = await serve(() => (may ? SOMEBODY : null));
    const told = listenTo(subscriberOf(url), 'subscription { count }');
    await told.until(() => true);
    may = false;
    await expect(told.ended).rejects.toMatchObject({ code: 4401 });
  });

  it('run as whoever subscribed, each event as well', async () => {
    let runs = 0;
    const { url } = await serve(() => ({
      who: 'ada@example.com',
      run: (work) => {
        runs += 1;
        return work();
      },
    }));
    const told = listenTo(subscriberOf(url), 'subscription { count }');
    await told.until((event: { readonly data?: { readonly count: number } }) => event.data?.count === 3);
    expect(runs).toBeGreaterThan(5);
    told.end();
  });

  it('that break are ended with an error that tells nothing of the inside, and the log has it', async () => {
    const { url, log } = await serve(() => SOMEBODY);
    const told = listenTo(subscriberOf(url), 'subscription { broken }');
    await told.ended;
    expect(told.events.length).toBe(2);
    expect(JSON.stringify(told.events[1])).toContain('Something broke in the server');
    expect(JSON.stringify(told.events)).not.toContain('secret');
    expect(String(log[0])).toContain('secret');
  });

  it('of one connection are at most 20', async () => {
    const { url } = await serve(() => SOMEBODY);
    const client = subscriberOf(url);
    const all = Array.from({ length: 20 }, () => listenTo(client, 'subscription { count }'));
    await Promise.all(all.map((one) => one.until(() => true)));
    await expect(listenTo(client, 'subscription { count }').ended).rejects.toMatchObject([
      { message: expect.stringContaining('at most 20 subscriptions') },
    ]);
    await client.dispose();
  });
});
