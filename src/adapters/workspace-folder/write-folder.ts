import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault, type StreamContent, type TakeStream, type WorkspaceHead } from '../../application/index.js';
import { napkinFile } from './check-references.js';
import { FORMAT, LIST_FILES, type StreamFile, type StreamLists, type WorkspaceFile } from './stream-files.js';
import { unwritable } from './unwritable.js';

/** The folder of the streams, and the file of all the rest. */
export const STREAMS = 'streams';
export const WORKSPACE_FILE = 'workspace.json';

/** How much a folder holds. */
export interface FolderCount {
  readonly streams: number;
  readonly files: number;
}

/**
 * Writes what is told of a workspace as readable files into a new or an empty folder, which is there once it is whole. The
 * same workspace gives the same files, byte for byte. A Fault CONFLICT where the folder holds something.
 */
export async function writeFolder(
  folder: string,
  tell: (take: TakeStream) => Promise<WorkspaceHead>,
): Promise<FolderCount> {
  await refuseFilled(folder);
  const draft = `${folder.replace(/[/\\]+$/, '')}.part`;
  await refuseFilled(draft);
  const streams: string[] = [];
  let files = 1;
  try {
    await mkdir(join(draft, STREAMS), { recursive: true });
    const head = await tell(async (stream) => {
      streams.push(stream.key);
      files += await writeStream(join(draft, STREAMS, stream.key), stream);
    });
    const { name, learned: learnedNames } = head;
    const all: WorkspaceFile = { format: FORMAT, name, learnedNames, streams };
    await writeFile(join(draft, WORKSPACE_FILE), printed(all));
    await mkdir(dirname(folder), { recursive: true });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined); // where nothing can be written nothing was
    throw unwritable(error, folder);
  }
  return { streams: streams.length, files };
}

async function refuseFilled(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const held = await readdir(folder).catch((): readonly string[] => [folder]);
  if (held.length === 0) return;
  throw new Fault(
    'CONFLICT',
    `${folder} is there already; a workspace is written into a new or an empty folder.`,
  );
}

async function writeStream(folder: string, stream: StreamContent): Promise<number> {
  await mkdir(folder);
  const { id, key, removedAt, revisions } = stream;
  const own: StreamFile = {
    ...{ id, key, ...(removedAt === undefined ? {} : { removedAt }) },
    revisions: revisions.map(({ revision, name, drawnAt, steps }) => ({ revision, name, drawnAt, steps })),
  };
  await writeFile(join(folder, 'stream.json'), printed(own));
  for (const { revision, napkin } of revisions) await writeFile(join(folder, napkinFile(revision)), napkin);
  const lists = Object.entries(LIST_FILES) as readonly [keyof StreamLists, string][];
  for (const [list, file] of lists) await writeFile(join(folder, file), printed(stream[list]));
  return 1 + revisions.length + lists.length;
}

function printed(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
