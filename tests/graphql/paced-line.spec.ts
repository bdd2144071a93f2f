import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at, DRAW } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const BIKES = `stream Broken bike to ridden bike
day: 8h
demand: 8/day
sales:
Take the bike @Ada 20m
fulfilment:
Find the fault @Ben 30m
Mend it @Ben 50m
Ride it once @Ben 10m
Clean the shop @Ada 1h every 1week
`;
const GUESSES = 'stream Idea to talk\nsales:\nAsk @Ada 10m\nfulfilment:\nTalk @Ada 1h\n';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
  for (const napkin of [BIKES, GUESSES]) await server.ask(DRAW, { input: { napkin } });
});
afterAll(() => server.stop());

async function line(key: string): Promise<unknown> {
  const answer = await server.ask(`{ valueStream(key: "${key}") { pacedLine { __typename
    ... on PacedLine { takt { value } positions lowerBound proven gap method smoothness { value unit } efficiency { text }
      besides { name } notes
      stations { position people work { value } idle { value } againstTakt { value } steps { people work { value } step { name } } } }
    ... on LineNotPaced { reason message remedy steps { name } } } } }`);
  expect(answer.errors).toEqual([]);
  return at(answer, 'valueStream', 'pacedLine');
}

describe('a paced line over HTTP', () => {
  it('tells stations in stream order, each with its work and what is free', async () => {
    const paced = await line('broken-bike-to-ridden-bike');
    expect(paced).toMatchObject({
      __typename: 'PacedLine',
      positions: 2,
      lowerBound: 2,
      proven: true,
      gap: 0,
    });
    expect(at(paced, 'takt', 'value')).toBe(3600);
    expect(at(paced, 'besides')).toEqual([{ name: 'Clean the shop' }]);
    expect(at(paced, 'stations', 0)).toMatchObject({
      position: 1,
      people: 1,
      work: { value: 3000 },
      idle: { value: 600 },
    });
    expect(at(paced, 'stations', 1, 'steps', 0)).toMatchObject({ people: 1, step: { name: 'Mend it' } });
  });

  it('tells why there is none, and what would put it right', async () => {
    expect(await line('idea-to-talk')).toMatchObject({
      __typename: 'LineNotPaced',
      reason: 'NO_TAKT',
      steps: [],
    });
  });
});
