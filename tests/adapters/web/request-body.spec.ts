import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readBody } from '../../../src/adapters/web/request-body.js';

/** A body has half a second, and one more for each 1,000 bytes. */
const PACE = { milliseconds: 500, bytesPerMillisecond: 1 };
let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    readBody(request, 100_000, PACE).then(
      (body) => response.end(`${body?.length ?? 'too much'}`),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends so many bytes at a time, and says what came back and after how many milliseconds. */
async function sent(bytes: number, times: number, every: number): Promise<{ text: string; after: number }> {
  const begun = performance.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${bytes * times}\r\n\r\n`);
  for (let nth = 0; nth < times && !socket.destroyed; nth += 1) {
    socket.write('x'.repeat(bytes));
    await pause(every);
  }
  await closed;
  return { text: text.split('\r\n\r\n')[1] ?? '', after: performance.now() - begun };
}

describe('a body', () => {
  it('that comes a byte at a time to keep a place is cut off, however long it would go on', async () => {
    const { text, after } = await sent(1, 100, 100);
    expect(text).toBe('');
    expect(after).toBeLessThan(5_000);
  });

  it('that comes slowly and steadily is taken', async () => {
    expect((await sent(1_000, 10, 120)).text).toContain('10000');
  });

  it('that comes at once is taken at once', async () => {
    expect((await sent(50_000, 1, 0)).text).toContain('50000');
  });
});
