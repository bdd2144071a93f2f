import { Command } from 'commander';
import { Fault } from '../../application/index.js';
import type { CommandContext } from './command-context.js';
import type { KeptCount } from './services.js';
import { UsageFault } from './terminal.js';

const DATABASE = 'an SQLite file, or a postgres:// address (HEADWATER_DATABASE, or data/headwater.db)';

const BACKUP_HELP = `
The server may go on running: the file holds one state of everything, streams
with all their revisions, structures, assignments with their reasons, refusals.
It does not matter which kind of database it came from.

Examples:
  headwater backup friday.backup.gz
  headwater backup friday.backup.gz --database postgres://localhost/headwater

Exit codes:
  0  written
  2  wrong usage, the file is there already, or the database cannot be used`;

const RESTORE_HELP = `
Into a database that holds no stream yet: all of it or nothing.

Examples:
  headwater restore friday.backup.gz --database data/again.db
  headwater restore friday.backup.gz --database postgres://localhost/new

Exit codes:
  0  restored
  2  wrong usage, the file is not whole, or the database is not empty`;

/** headwater backup FILE: everything that a database holds, as one file. */
export function backupCommand({ services, terminal }: CommandContext): Command {
  return new Command('backup')
    .description('write everything that a database holds into a file, while the server runs')
    .argument('<file>', 'the new file, packed with gzip')
    .option('--database <address>', DATABASE)
    .addHelpText('after', BACKUP_HELP)
    .action(async (file: string, { database = null }: { readonly database?: string | null }) => {
      const count = await kept(async () => (await services.loadBackups()).backUp(file, database));
      terminal.out(`${file} holds ${told(count)}.\n`);
    });
}

/** headwater restore FILE: a backup into an empty database. */
export function restoreCommand({ services, terminal }: CommandContext): Command {
  return new Command('restore')
    .description('put a backup into an empty database')
    .argument('<file>', 'a file that headwater backup wrote')
    .option('--database <address>', DATABASE)
    .addHelpText('after', RESTORE_HELP)
    .action(async (file: string, { database = null }: { readonly database?: string | null }) => {
      const count = await kept(async () => (await services.loadBackups()).restore(file, database));
      terminal.out(`Restored ${told(count)}.\n`);
    });
}

function told({ streams, rows }: KeptCount): string {
  return `${streams} ${streams === 1 ? 'stream' : 'streams'} in ${rows} rows`;
}

async function kept(work: () => Promise<KeptCount>): Promise<KeptCount> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) throw new UsageFault(error.message);
    throw error;
  }
}
