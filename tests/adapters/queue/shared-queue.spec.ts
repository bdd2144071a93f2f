import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../../../src/adapters/persistence/index.js';
import { sharedQueue, type SharedQueue } from '../../../src/adapters/queue/index.js';
import type { DesignQueue, DesignSize } from '../../../src/application/index.js';
import { newDesign } from '../../support/new-design.js';
import { newRevision } from '../../support/stored-streams.js';
import { behindServers, type BehindServers } from '../../support/who-designs.js';
import { freshPostgres } from '../../support/whole-server.js';

const postgres = process.env['HEADWATER_TEST_POSTGRES'];
const LOST = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE application_name = 'headwater queue' AND datname = current_database()`;

/** A server that makes designs until the test says that they are done. */
interface Maker {
  readonly queue: DesignQueue;
  readonly shared: SharedQueue;
  readonly begun: string[];
  readonly dropped: string[];
  readonly database: Database;
  /** Ends one that is being made; false where it was not this server's to end. */
  finish(design: string): Promise<boolean>;
}

(postgres === undefined ? describe.skip : describe)('a queue that servers share', () => {
  let address = '';
  let behind: BehindServers;
  const makers: Maker[] = [];
  beforeEach(async () => {
    address = await freshPostgres(postgres ?? '');
    behind = await behindServers(address);
  });
  afterEach(async () => {
    for (const { shared, database } of makers.splice(0)) {
      await shared.stop();
      await database.close();
    }
    await behind.close();
  });

  async function maker(large = 1): Promise<Maker> {
    const database = await openDatabase(address);
    const { forQueue, openDesigns, unitOfWork } = database;
    if (!forQueue) throw new Error('This is no database that servers share');
    const [begun, dropped]: string[][] = [[], []];
    const done = new Map<string, () => void>();
    const shared = await sharedQueue({
      ...forQueue,
      openDesigns,
      places: { SMALL: 2, LARGE: large },
      openWorkspace: () => undefined,
      keepError: String,
    });
    const queue = shared.queueOf('default');
    queue.serve((id) => {
      begun?.push(id);
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      done.set(id, end);
      return { done: ended, handBack: end, drop: () => (dropped?.push(id), end()) };
    });
    const finish = async (id: string): Promise<boolean> => {
      const isOurs = await unitOfWork.write(() => queue.finish(id));
      done.get(id)?.();
      return isOurs;
    };
    const made = { queue, shared, database, finish, begun: begun ?? [], dropped: dropped ?? [] };
    makers.push(made);
    return made;
  }

  async function add({ queue, database }: Maker, size: DesignSize = 'LARGE'): Promise<string> {
    const id = randomUUID();
    await database.unitOfWork.write(() => queue.add(id, size));
    queue.wake();
    return id;
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await pause(10);
  }

  it('makes each design on one server, and no more at once than there is room for', async () => {
    const [a, b] = await Promise.all([maker(), maker()]);
    await Promise.all([a.shared.start(), b.shared.start()]);
    const ids = [await add(a), await add(a), await add(a)];
    await until(() => a.begun.length + b.begun.length === 2);
    await pause(1_200);
    expect([a.begun.length, b.begun.length]).toEqual([1, 1]);
    const small = await add(a, 'SMALL');
    await until(() => [...a.begun, ...b.begun].includes(small));
    const [first = ''] = a.begun;
    expect(await b.finish(first)).toBe(false);
    expect(await a.finish(first)).toBe(true);
    await until(() => [...a.begun, ...b.begun].length === 4);
    expect([...a.begun, ...b.begun].sort()).toEqual([...ids, small].sort());
  });

  it('has no turn for a design that was not kept', async () => {
    const a = await maker();
    await a.shared.start();
    const taken = a.database.unitOfWork.write(async () => {
      await a.queue.add(randomUUID(), 'SMALL');
      throw new Error('taken back');
    });
    await expect(taken).rejects.toThrow('taken back');
    expect(await behind.rows('SELECT id FROM headwater_queue.job')).toEqual([]);
  });

  it('hands on at once what a server has whose connection is lost, and hears no more of it from that one', async () => {
    const [a, b] = [await maker(), await maker(0)];
    await a.shared.start();
    const id = await add(a);
    await until(() => a.begun.length === 1);
    await behind.rows(LOST);
    await until(() => a.dropped.length === 1);
    await until(() => a.begun.length === 2);
    expect(a.begun).toEqual([id, id]);
    expect(await b.finish(id)).toBe(false);
    expect(await a.finish(id)).toBe(true);
    expect(await behind.rows('SELECT id FROM headwater_queue.job')).toEqual([]);
  });

  it('does not make twice at once what takes longer than its job may', async () => {
    const [a, b] = [await maker(), await maker()];
    await a.shared.start();
    const id = await add(a);
    await until(() => a.begun.length === 1);
    await behind.rows(`UPDATE headwater_queue.job SET state = 'retry'`);
    await b.shared.start();
    await pause(1_500);
    expect([a.begun, b.begun]).toEqual([[id], []]);
    expect(await a.finish(id)).toBe(true);
    await pause(1_200);
    expect(b.begun).toEqual([]);
    expect(await behind.rows('SELECT id FROM headwater_queue.job')).toEqual([]);
  });

  it('finds designs that came without a job, as out of a backup', async () => {
    const a = await maker();
    const id = randomUUID();
    await a.database.unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.designs.add(newDesign({ id }));
    });
    await a.shared.start();
    await until(() => a.begun.length === 1);
    expect(a.begun).toEqual([id]);
  });

  it('leaves what a server hands back to the next one', async () => {
    const [a, b] = [await maker(), await maker()];
    await a.shared.start();
    const id = await add(a);
    await until(() => a.begun.length === 1);
    await a.shared.stop();
    await b.shared.start();
    await until(() => b.begun.length === 1);
    expect(b.begun).toEqual([id]);
  });
});
