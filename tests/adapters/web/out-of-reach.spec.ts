import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerFault } from '../../../src/adapters/web/index.js';
import { Fault } from '../../../src/application/index.js';

const told: unknown[] = [];
const lost = new Fault('UNAVAILABLE', 'The database postgres://ada@10.0.0.7/shop cannot be used.');
const answered = answerFault((error) => {
  told.push(error);
  return 'an-id';
});
const server = createServer((request, response) =>
  answered(request.url === '/lost' ? lost : new Error('broken'), request, response, () => undefined),
);
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('where the database is out of reach', () => {
  it('tells when to try again, and neither where the database is nor who uses it', async () => {
    const answer = await fetch(`${url}/lost`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    const text = await answer.text();
    expect(text).toContain('UNAVAILABLE');
    expect(text).not.toMatch(/postgres|ada|10\.0/);
    expect(told).toContain(lost);
  });

  it('answers what broke with the id under which it stands in the log', async () => {
    const answer = await fetch(`${url}/other`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('an-id');
  });
});
