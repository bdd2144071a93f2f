import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { openDatabase, shownAddress, type BackupCount } from './adapters/persistence/index.js';
import { systemError, unwritable } from './adapters/workspace-folder/index.js';
import { Fault } from './application/index.js';
import { surroundings } from './surroundings.js';

/** Where a database lies: null leaves it to the environment. */
function addressOf(database: string | null): string {
  return database ?? surroundings().database;
}

/**
 * Writes everything that a database holds into a new file, packed with gzip, while others go on reading and writing: one
 * state of it, from beginning to end. The file appears once it is whole.
 */
export async function backUp(file: string, database: string | null): Promise<BackupCount> {
  if (existsSync(file))
    throw new Fault('CONFLICT', `${file} is there already; a backup is written into a new file.`);
  const address = addressOf(database);
  if (!/^postgres(ql)?:/.test(address) && !existsSync(address))
    throw new Fault('NOT_FOUND', `There is no database ${address} to be backed up.`);
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    throw unwritable(error, file);
  });
  const draft = `${file}.part`;
  const source = await openDatabase(address);
  try {
    const count = await packed(draft, (take) => source.backUp(take));
    await onDisk(draft);
    await rename(draft, file);
    return count;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined); // where nothing can be written nothing was
    throw unwritable(error, file);
  } finally {
    await source.close();
  }
}

/** Writes a backup into a database that holds no stream yet: all of it or nothing. */
export async function restore(file: string, database: string | null): Promise<BackupCount> {
  if (!existsSync(file)) throw new Fault('NOT_FOUND', `There is no file ${file}.`);
  const address = addressOf(database);
  const target = await openDatabase(address);
  try {
    return await target.restore(() => linesOf(file));
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'UNAVAILABLE') throw error;
    const what = error.code === 'CONFLICT' ? shownAddress(address) : file;
    throw new Fault(error.code, `${what} cannot be used: ${error.message}. Nothing was restored.`, {
      cause: error,
    });
  } finally {
    await target.close();
  }
}

async function packed<T>(
  file: string,
  write: (take: (line: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const zip = createGzip();
  const written = pipeline(zip, createWriteStream(file, { mode: 0o600 }));
  const room = () => new Promise<void>((resolve) => zip.once('drain', resolve));
  const result = write(async (line) => {
    if (!zip.write(`${line}\n`)) await Promise.race([room(), written]);
  }).finally(() => zip.end());
  await Promise.all([result, written]);
  return result;
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  try {
    const packed = createReadStream(file);
    const text = createGunzip().setEncoding('utf8');
    packed.once('error', (error) => text.destroy(error));
    packed.pipe(text);
    for await (const chunk of text as AsyncIterable<string>) {
      const parts = `${rest}${chunk}`.split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    const { code } = systemError(error);
    const why =
      code === null
        ? 'it cannot be unpacked: it is no backup, or it was cut off'
        : `it cannot be read (${code}); name a file that whoever runs this may read`;
    throw new Fault('BAD_INPUT', why, { cause: error });
  }
  if (rest !== '') yield rest;
}
