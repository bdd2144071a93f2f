import { expect, it } from '@jest/globals';
import { answerOnce, type Produced } from '../../src/application/answer-once.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const DRAW = `mutation ($napkin: String!) {
  drawValueStream(input: { napkin: $napkin }) { valueStream { key revision } problems { code } }
}`;

const napkin = (name: string, minutes: number) =>
  `stream ${name}\ndemand: 5/week\n\nsales:\nTake the order @Ann ${minutes}m {order taking}\n`;

describeOnWholeServers('an Idempotency-Key', (server) => {
  const draw = (key: string, name: string, minutes = 10) =>
    server().ask(DRAW, { napkin: napkin(name, minutes) }, { 'idempotency-key': key });
  const revisionOf = async (key: string) => {
    const { data } = await server().ask(`{ valueStream(key: "${key}") { revision } }`);
    return (data?.['valueStream'] as { readonly revision: number } | null)?.revision ?? null;
  };

  it('does what was asked once, and gives the same answer again', async () => {
    await draw('k0', 'Bread', 5);
    const first = await draw('k1', 'Bread');
    const again = await draw('k1', 'Bread');
    expect(first.data).toMatchObject({ drawValueStream: { valueStream: { key: 'bread', revision: 2 } } });
    expect(again.text).toBe(first.text);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await revisionOf('bread')).toBe(2);
  });

  it('is refused for another request', async () => {
    await draw('k2', 'Rolls');
    const other = await draw('k2', 'Rolls', 20);
    expect(other.status).toBe(422);
    expect(other.errors[0]).toMatchObject({ extensions: { code: 'CONFLICT' } });
    expect(await revisionOf('rolls')).toBe(1);
  });

  it('holds for requests that come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => draw('k3', 'Cakes')));
    const bodies = new Set(answers.filter(({ status }) => status === 200).map(({ text }) => text));
    expect(bodies.size).toBe(1);
    expect(await revisionOf('cakes')).toBe(1);
    expect((await draw('k3', 'Cakes')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('does each of several requests that come at the same moment under keys of their own', async () => {
    const minutes = [11, 12, 13, 14, 15, 16];
    const answers = await Promise.all(minutes.map((each) => draw(`k7-${each}`, 'Buns', each)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await revisionOf('buns')).toBe(minutes.length);
  });

  it('keeps no fault: what failed may be asked again', async () => {
    const ask = () =>
      server().ask(
        'mutation { proposeAssignments(input: { stream: "pies", wishes: [] }) { accepted } }',
        {},
        { 'idempotency-key': 'k4' },
      );
    expect((await ask()).errors).toHaveLength(1);
    await draw('k5', 'Pies');
    const { errors, headers } = await ask();
    expect(headers.get('idempotency-replayed')).toBeNull();
    expect(errors.map(({ message }) => message).join()).not.toContain('no stream');
  });

  it('takes back every act of a request where one of them fails', async () => {
    const two = `mutation ($napkin: String!) {
      drawValueStream(input: { napkin: $napkin }) { valueStream { key } }
      proposeAssignments(input: { stream: "there-is-none", wishes: [] }) { accepted }
    }`;
    const headers = { 'idempotency-key': 'k6' };
    const { status, errors } = await server().ask(two, { napkin: napkin('Tarts', 10) }, headers);
    expect([status, errors[0]?.extensions]).toEqual([200, { code: 'NOT_FOUND' }]);
    expect(await revisionOf('tarts')).toBeNull();
  });

  it('is asked for in a form that can be kept', async () => {
    const { status, errors } = await draw('two words', 'Jam');
    expect([status, errors[0]?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
  });
});

describeOnEveryDatabase('an answer that is kept', (database) => {
  it('goes with its effects: where one of them fails, the answer is not given again', async () => {
    const { unitOfWork } = await database.open();
    const world = { now: () => '2026-03-01T10:00:00.000Z', newId: () => 'x' };
    const answer = { status: 200, mediaType: 'application/json', body: '{"data":{"done":true}}' };
    const failing = async (): Promise<Produced> => {
      await unitOfWork.write(() => Promise.reject(new Error('lost'))).catch(() => undefined);
      return { answer, keep: true };
    };
    const once = answerOnce({ unitOfWork, world });
    expect(await once('k', 'r', failing)).toEqual({ kind: 'TAKEN_BACK', answer });
    expect(await database.raw('SELECT key FROM kept_answer')).toEqual([]);
  });

  it('is given for a day, and then forgotten', async () => {
    const { unitOfWork } = await database.open();
    let now = '2026-03-01T10:00:00.000Z';
    let asked = 0;
    const once = answerOnce({ unitOfWork, world: { now: () => now, newId: () => 'x' } });
    const produce = (): Promise<Produced> => {
      asked += 1;
      const answer = { status: 200, mediaType: 'application/json', body: `{"data":${asked}}` };
      return Promise.resolve({ answer, keep: true });
    };
    await once('k', 'r', produce);
    now = '2026-03-02T10:00:00.000Z';
    expect(await once('k', 'r', produce)).toMatchObject({ replayed: true, answer: { body: '{"data":1}' } });
    now = '2026-03-02T10:00:00.001Z';
    expect(await once('k', 'r', produce)).toMatchObject({ replayed: false, answer: { body: '{"data":2}' } });
    const rows = await database.raw('SELECT body FROM kept_answer');
    expect(rows).toEqual([{ body: '{"data":2}' }]);
  });
});
