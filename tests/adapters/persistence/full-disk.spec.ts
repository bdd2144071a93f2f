import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Fault } from '../../../src/application/ports/index.js';
import { openDatabase } from '../../../src/adapters/persistence/index.js';
import { BUILT } from '../../support/crash/killable-server.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { newRevision } from '../../support/stored-streams.js';
import { asking } from '../../support/test-server.js';

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A disk of 4 MB that only the program started by these words sees; needs no rights, and a system that has namespaces. */
const ON_SMALL_DISK = ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@"'] as const;
const NOBODY = 65_534;
const DRAW = `mutation ($napkin: String!) { drawValueStream(input: { napkin: $napkin }) { valueStream { revision } } }`;

const canMount =
  process.platform === 'linux' && spawnSync('unshare', [...ON_SMALL_DISK, home, 'true']).status === 0;
const built = existsSync(BUILT);

function napkin(name: string, bytes: number): string {
  return `stream ${name}\nsales:\nTake the order 10m\n"${'x'.repeat(bytes)}"\nfulfilment:\nBake 20m\n`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', () => resolve()));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilReady(url: string): Promise<void> {
  const answers = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) await pause(50);
}

/** Takes all the room that is left on the disk that a program sees. */
async function fill(seen: ChildProcess, folder: string): Promise<() => void> {
  const filler = `/proc/${seen.pid}/root${join(folder, 'filler')}`;
  for (const size of [1 << 18, 1 << 12])
    for (let full = false; !full;)
      full = await writeFile(filler, Buffer.alloc(size), { flag: 'a' }).then(
        () => false,
        () => true,
      );
  return () => rmSync(filler);
}

if (!built || !canMount)
  describe.skip('a full disk (skipped: needs the built program, and a system that lets it mount a small disk)', () =>
    undefined);
else
  describe('a server whose disk is full', () => {
    const folder = join(home, 'small');
    let server: ChildProcess | null = null;
    afterAll(() => void server?.kill('SIGKILL'));

    it('says so and what would help, goes on answering, and stores again once there is room', async () => {
      mkdirSync(folder);
      const port = await freePort();
      const database = join(folder, 'headwater.db');
      const env = { ...process.env, PORT: String(port), HEADWATER_DATABASE: database };
      server = spawn('unshare', [...ON_SMALL_DISK, folder, process.execPath, BUILT], {
        env,
        stdio: 'ignore',
      });
      const url = `http://127.0.0.1:${port}`;
      await untilReady(url);
      const ask = asking(url);
      expect((await ask(DRAW, { napkin: napkin('Before', 10) })).errors).toEqual([]);

      const makeRoom = await fill(server, folder);
      const headers = { 'idempotency-key': 'one' };
      const refused = [
        await ask(DRAW, { napkin: napkin('Large', 500_000) }),
        await ask(DRAW, { napkin: napkin('Large', 500_000) }, headers),
      ];
      for (const { errors } of refused) {
        expect(errors).toHaveLength(1);
        expect(errors[0]).toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
        expect(errors[0]?.message).toBe(
          `The disk of the database ${database} is full, and nothing of this was stored. Make room on that disk and send it again; what is stored can still be read.`,
        );
      }
      const { data } = await ask(
        '{ valueStream(key: "before") { name } large: valueStream(key: "large") { name } }',
      );
      expect(data).toEqual({ valueStream: { name: 'Before' }, large: null });
      expect((await fetch(`${url}/readyz`)).status).toBe(200);

      makeRoom();
      const again = await ask(DRAW, { napkin: napkin('Large', 500_000) }, headers);
      expect(again.data).toEqual({ drawValueStream: { valueStream: { revision: 1 } } });
    });
  });

(built ? describe : describe.skip)('a server whose database file is read-only', () => {
  it('does not start, and says in one line what would put it right', async () => {
    const folder = join(home, 'shut');
    const file = join(folder, 'headwater.db');
    await (await openDatabase(file)).close();
    chmodSync(home, 0o755);
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    // The rights of a file bind everybody but root.
    const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    if (user.uid === NOBODY) for (const path of [folder, file]) chownSync(path, NOBODY, NOBODY);
    const { status, stderr } = spawnSync(process.execPath, [BUILT], {
      env: { ...process.env, PORT: '0', HEADWATER_DATABASE: file },
      encoding: 'utf8',
      ...user,
    });
    chmodSync(folder, 0o755);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `headwater: The database file ${file} cannot be used: it cannot be written to; give its user the right to write the file and its folder.\n`,
    );
  });
});

describeOnEveryDatabase('a database that takes no more writes', (database) => {
  if (database.kind === 'SQLITE')
    return it('is tested as a full disk and a read-only file above', () => undefined);
  const failure = async (): Promise<Fault> => {
    const { unitOfWork } = await database.open();
    const error: unknown = await unitOfWork
      .write((store) => store.addRevision(newRevision()))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Fault);
    expect((await unitOfWork.read((store) => store.streams({}))).totalCount).toBe(0);
    return error as Fault;
  };

  it('says that its disk is full', async () => {
    await (await database.open()).close();
    await database.raw(
      `CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
      'CREATE TRIGGER full_disk BEFORE INSERT ON stream_revision FOR EACH ROW EXECUTE FUNCTION disk_is_full()',
    );
    const { code, message } = await failure();
    expect(code).toBe('UNAVAILABLE');
    expect(message).toMatch(
      /^The disk of the database \S+ is full, and nothing of this was stored\. Make room/,
    );
  });

  it('says that it is read-only', async () => {
    await (await database.open()).close();
    const name = database.address.split('/').at(-1) ?? '';
    await database.raw(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const { code, message } = await failure();
    expect(code).toBe('UNAVAILABLE');
    expect(message).toMatch(/^The database \S+ cannot be written to, and nothing of this was stored\. Give/);
  });
});
