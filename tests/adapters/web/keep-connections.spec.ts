import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { keepConnections } from '../../../src/adapters/web/keep-connections.js';

const KEPT = 50;
/** What Node adds to it by itself. */
const BUFFER = 1_000;

let server: Server;
const sockets: Socket[] = [];

/** A server that answers each request with its path. */
async function listening(): Promise<number> {
  server = createServer((request, response) => response.end(request.url));
  keepConnections(server, KEPT);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** Asks on one connection, from a thread that goes on while this one is at work: a second time after so many milliseconds. Gives what came of it. */
function asksTwice(port: number, wait: number): Worker {
  return new Worker(
    `const { connect } = require('node:net');
     const { parentPort, workerData } = require('node:worker_threads');
     const ask = (path) => socket.write('GET ' + path + ' HTTP/1.1\\r\\nHost: here\\r\\n\\r\\n');
     const socket = connect(workerData.port, '127.0.0.1', () => ask('/first'));
     let told = '';
     const end = (word) => { parentPort.postMessage({ told: told + word }); socket.destroy(); };
     socket.on('data', (chunk) => {
       const asked = told === '';
       told += chunk;
       if (!asked) return end('');
       parentPort.postMessage('answered');
       setTimeout(() => ask('/second'), workerData.wait);
     });
     socket.on('error', (error) => end(error.code));
     socket.on('end', () => end('ended'));`,
    { eval: true, workerData: { port, wait } },
  );
}

function workFor(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe('connections that are kept', () => {
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.closeAllConnections();
    server.close();
  });

  it('answers a request that arrived while the server was at work for longer than it keeps connections', async () => {
    const port = await listening();
    const client = asksTwice(port, 200);
    await once(client, 'message');
    workFor(KEPT + BUFFER * 1.5);
    const [{ told }] = (await once(client, 'message')) as [{ told: string }];
    expect(told).toMatch(/\/first[\s\S]*200 OK[\s\S]*\/second$/);
    await client.terminate();
  });

  it('ends one that asks nothing', async () => {
    const socket = connect(await listening(), '127.0.0.1');
    sockets.push(socket);
    socket.write('GET /only HTTP/1.1\r\nHost: here\r\n\r\n');
    socket.resume();
    await once(socket, 'end');
    expect(socket.bytesRead).toBeGreaterThan(0);
  });

  it('keeps them for longer than proxies do where nothing else is said', () => {
    server = createServer();
    keepConnections(server);
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  });
});
