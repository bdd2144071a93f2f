import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault, StreamContent, WorkspaceSource } from '../../application/index.js';
import { keyFromName } from '../../domain/index.js';
import { checkReferences, napkinFile } from './check-references.js';
import { notExpected, type Spot } from './shape.js';
import { LIST_FILES, listsOf, streamFile, workspaceFile, type StreamFile } from './stream-files.js';
import { systemError } from './system-error.js';
import { STREAMS, WORKSPACE_FILE } from './write-folder.js';

/** Hidden files are those of systems and editors: nobody meant them for a workspace. */
const HIDDEN = /^\./;

/**
 * What the files of a folder tell of a workspace; streams are read one after the other, each time they are asked for. A
 * Fault BAD_INPUT tells the file, the place in it and what was expected, for everything that is missing, unknown or does
 * not fit together.
 */
export async function readFolder(folder: string): Promise<WorkspaceSource> {
  const told = await readJson(folder, WORKSPACE_FILE);
  const { name, learnedNames, streams } = workspaceFile(told, { file: WORKSPACE_FILE, path: [] });
  checkKeys(streams);
  await refuseUnknown(folder, '', [WORKSPACE_FILE, STREAMS]);
  await refuseUnknown(folder, STREAMS, streams);
  return {
    head: { name, learned: learnedNames },
    async *streams() {
      for (const key of streams) yield await readStream(folder, key);
    },
  };
}

function checkKeys(streams: readonly string[]): void {
  for (const [nth, key] of streams.entries()) {
    const at: Spot = { file: WORKSPACE_FILE, path: ['streams', `stream ${nth + 1}`] };
    if (keyFromName(key) !== key)
      throw notExpected(at, `expected the key of a stream, like "${keyFromName(key)}", found "${key}".`);
    if (streams.indexOf(key) !== nth)
      throw notExpected(at, `"${key}" stands here for the second time; each is there once.`);
  }
}

async function readStream(root: string, key: string): Promise<StreamContent> {
  const folder = `${STREAMS}/${key}`;
  const file = `${folder}/stream.json`;
  const own = streamFile(await readJson(root, file), { file, path: [] });
  if (own.key !== key)
    throw notExpected(
      { file, path: ['key'] },
      `expected "${key}", as its folder is called, found "${own.key}".`,
    );
  const lists = new Map<string, unknown>();
  for (const name of Object.values(LIST_FILES)) lists.set(name, await readJson(root, `${folder}/${name}`));
  const read = listsOf((name) => [lists.get(name), `${folder}/${name}`]);
  const revisions = await withNapkins(root, folder, own);
  const { id, removedAt } = own;
  const stream: StreamContent = {
    ...{ id, key: own.key, ...(removedAt === undefined ? {} : { removedAt }) },
    ...{ revisions, ...read },
  };
  checkReferences(stream, folder);
  await refuseUnknown(root, folder, [
    ...['stream.json', ...lists.keys()],
    ...revisions.map(({ revision }) => napkinFile(revision)),
  ]);
  return stream;
}

async function withNapkins(
  root: string,
  folder: string,
  { revisions }: StreamFile,
): Promise<StreamContent['revisions']> {
  const whole: StreamContent['revisions'][number][] = [];
  for (const one of revisions)
    whole.push({ ...one, napkin: await readText(root, `${folder}/${napkinFile(one.revision)}`) });
  return whole;
}

/** What stands there without being told of would be lost without a word. */
async function refuseUnknown(root: string, folder: string, known: readonly string[]): Promise<void> {
  const names = new Set(known.map((name) => name.normalize()));
  const there = await readdir(join(root, folder)).catch((error: unknown) => {
    throw unreadable(error, folder);
  });
  const unknown = there.filter((name) => !HIDDEN.test(name) && !names.has(name.normalize())).sort()[0];
  if (unknown === undefined) return;
  const file = folder === '' ? unknown : `${folder}/${unknown}`;
  const where =
    folder === STREAMS ? `the streams that ${WORKSPACE_FILE} names` : 'the files that an export writes';
  throw notExpected({ file, path: [] }, `it is none of ${where}. Take it out of the folder.`);
}

async function readJson(root: string, file: string): Promise<unknown> {
  const text = await readText(root, file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const said = systemError(error).message;
    const place = /position (\d+)/.exec(said)?.[1];
    const line = place === undefined ? [] : [`line ${text.slice(0, Number(place)).split('\n').length}`];
    throw notExpected({ file, path: line }, `it is not JSON (${said}).`);
  }
}

/** The text of a file, byte for byte. */
async function readText(root: string, file: string): Promise<string> {
  const bytes = await readFile(join(root, file)).catch((error: unknown) => {
    throw unreadable(error, file);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notExpected({ file, path: [] }, 'expected text in UTF-8, found something else.');
  }
}

function unreadable(error: unknown, file: string): Fault {
  const { code, message } = systemError(error);
  if (code === 'ENOENT')
    return notExpected({ file, path: [] }, 'it is not there, and an export writes it. Put it back.');
  return notExpected({ file, path: [] }, `it cannot be read: ${message}.`);
}
