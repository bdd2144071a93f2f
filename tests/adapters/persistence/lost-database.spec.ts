import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import Sqlite from 'libsql';
import { Fault } from '../../../src/application/ports/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { newRevision } from '../../support/stored-streams.js';

/** Milliseconds that another program keeps the file to itself. */
const OTHERS_TURN = 300;

describeOnEveryDatabase('a database that another program interferes with', (database) => {
  if (database.kind === 'SQLITE') {
    it('waits for the other to finish writing, and holds up nobody else meanwhile', async () => {
      const { unitOfWork } = await database.open();
      const other = new Sqlite(database.address);
      other.exec('BEGIN IMMEDIATE');
      let ticks = 0;
      const clock = setInterval(() => (ticks += 1), 5);
      const written = unitOfWork.write((store) => store.addRevision(newRevision()));
      expect((await unitOfWork.read((store) => store.streams({}))).totalCount).toBe(0);
      await pause(OTHERS_TURN);
      other.exec('COMMIT');
      await written;
      clearInterval(clock);
      other.close();
      expect(ticks).toBeGreaterThan(3);
      expect((await unitOfWork.read((store) => store.streams({}))).totalCount).toBe(1);
    });
    return;
  }

  it.each([
    ['asked before it hears of it', 0],
    ['asked after it heard of it', OTHERS_TURN],
  ])(
    'says so in one line when its connections are cut, keeps nothing by halves, and goes on, %s',
    async (_, heardAfter) => {
      const { unitOfWork } = await database.open();
      const cut = unitOfWork.write(async (store) => {
        await store.addRevision(newRevision());
        await database.raw(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
        await pause(heardAfter);
        await store.streams({});
      });
      const error: unknown = await cut.catch((failure: unknown) => failure);
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).code).toBe('UNAVAILABLE');
      expect((error as Fault).message).not.toContain('\n');
      await pause(OTHERS_TURN);
      expect((await unitOfWork.read((store) => store.streams({}))).totalCount).toBe(0);
      await unitOfWork.write((store) => store.addRevision(newRevision()));
      expect((await unitOfWork.read((store) => store.streams({}))).totalCount).toBe(1);
    },
  );

  it('keeps the writes of many that rest on one another, each of them once', async () => {
    const one = await database.open();
    const other = await database.open();
    await one.unitOfWork.write((store) => store.addRevision(newRevision()));
    const write = ({ unitOfWork }: typeof one) =>
      unitOfWork.write(async (store) => {
        const latest = await store.streamByKey(newRevision().key);
        await store.addRevision({ ...newRevision(), revision: (latest?.revision ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 40 }, (_, nth) => write(nth % 2 === 0 ? one : other)));
    const { unitOfWork } = one;
    expect((await unitOfWork.read((store) => store.streamByKey(newRevision().key)))?.revision).toBe(41);
  });
});
