import { Command } from 'commander';
import { Fault } from '../../application/index.js';
import { withAccessOptions, withOperator } from './access-options.js';
import type { CommandContext } from './command-context.js';
import type { WorkspaceFolders } from './services.js';
import { UsageFault } from './terminal.js';
import { pad } from './text-layout.js';

const HELP = `
A workspace holds streams, structures, people and assignments that only its
members see. What was there before lies in the one called default.

Examples:
  headwater workspace add north --name "Plant North"
  headwater account add ada@example.com --role owner --workspace north
  headwater workspace export north north-files/
  headwater workspace import north-files/ --as north --database postgres://db/new

Exit codes:
  0  done
  2  wrong usage, the key is taken, or the database cannot be used`;

interface DatabaseOption {
  readonly database?: string | null;
}

/** headwater workspace: what is seen by its members only. */
export function workspaceCommand(context: CommandContext): Command {
  return new Command('workspace')
    .description('keep teams apart: add, list, export, import')
    .addHelpText('after', HELP)
    .addCommand(addCommand(context))
    .addCommand(listCommand(context))
    .addCommand(exportCommand(context))
    .addCommand(importCommand(context));
}

function addCommand(context: CommandContext): Command {
  const command = new Command('add')
    .description('make a workspace')
    .argument('<key>', 'small letters, digits and hyphens')
    .option('--name <name>', 'what people call it');
  return withAccessOptions(command, 'DATABASE').action(
    (key: string, { database = null, name = key }: DatabaseOption & { readonly name?: string }) =>
      withOperator(context, database, async ({ operator }) => {
        const made = await operator.addWorkspace(key, name);
        const next = `headwater account add you@example.com --role owner --workspace ${made.key}`;
        context.terminal.out(`"${made.name}" is there, and nobody in it yet: ${next}\n`);
      }),
  );
}

function listCommand(context: CommandContext): Command {
  const command = new Command('list').description('tell the workspaces');
  return withAccessOptions(command, 'DATABASE').action(({ database = null }: DatabaseOption) =>
    withOperator(context, database, async ({ operator }) => {
      const all = await operator.workspaces();
      const wide = Math.max(...all.map(({ key }) => key.length));
      for (const { key, name } of all) context.terminal.out(`${pad(key, wide)}  ${name}\n`);
    }),
  );
}

const EXPORT_HELP = `
The server may go on running: the files are one state of the workspace.

  workspace.json             its name, learned names, and which streams it has
  streams/KEY/stream.json    the stream, its revisions and their steps
  streams/KEY/revision-N.napkin                 what was drawn, byte for byte
  streams/KEY/structures.json                   what was adopted, latest last
  streams/KEY/assignments.json, people-in-roles.json        with their reasons
  streams/KEY/refusals.json, refused-people.json, overrides.json, history.json

Not in them: accounts, tokens and the audit log. headwater backup has those.

Exit codes:
  0  written
  2  wrong usage, the folder holds something, or the database cannot be used`;

const IMPORT_HELP = `
Into a workspace that holds nothing, or into a new one: all of it or nothing.
Ids and times are kept, so a workspace is imported into another database than
the one that it was exported from, of either kind.

Exit codes:
  0  imported
  2  wrong usage, a file that does not fit, or the workspace is not empty`;

function exportCommand(context: CommandContext): Command {
  const command = new Command('export')
    .description('write a workspace as readable files, while the server runs')
    .argument('<key>', 'the workspace')
    .argument('<folder>', 'a new or an empty folder')
    .addHelpText('after', EXPORT_HELP);
  return withAccessOptions(command, 'DATABASE').action(
    async (key: string, folder: string, { database = null }: DatabaseOption) => {
      const { streams, files } = await moved(context, (folders) =>
        folders.exportWorkspace(key, folder, database),
      );
      context.terminal.out(`${folder} holds ${counted(streams, 'stream')} in ${counted(files, 'file')}.\n`);
    },
  );
}

function importCommand(context: CommandContext): Command {
  const command = new Command('import')
    .description('put an exported workspace into an empty or a new one')
    .argument('<folder>', 'a folder that headwater workspace export wrote')
    .requiredOption('--as <key>', 'the workspace that it goes into')
    .addHelpText('after', IMPORT_HELP);
  return withAccessOptions(command, 'DATABASE').action(
    async (folder: string, { as: key, database = null }: DatabaseOption & { readonly as: string }) => {
      const { streams } = await moved(context, (folders) => folders.importWorkspace(folder, key, database));
      context.terminal.out(`Imported ${counted(streams, 'stream')} into the workspace "${key}".\n`);
    },
  );
}

async function moved<T>(
  { services }: CommandContext,
  work: (folders: WorkspaceFolders) => Promise<T>,
): Promise<T> {
  try {
    return await work(await services.loadWorkspaces());
  } catch (error) {
    if (error instanceof Fault) throw new UsageFault(error.message);
    throw error;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
