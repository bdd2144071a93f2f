import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { wholeNumber } from './limit-options.js';

const HELP = `
What is not told comes from the environment: PORT, HOST and HEADWATER_DATABASE.

Examples:
  headwater serve
  headwater serve --port 8080 --database data/trial.db
  headwater serve --database postgres://localhost/headwater

Exit codes:
  0  stopped as it was told to
  1  it could not start: the port is taken, the database cannot be used
  2  wrong usage`;

/** headwater serve: the GraphQL server, until it is told to stop. */
export function serveCommand({ services }: CommandContext): Command {
  return new Command('serve')
    .description('serve GraphQL and its query page until stopped')
    .option('--port <n>', 'port to listen on (3000)', wholeNumber)
    .option('--host <name>', 'address to listen on (127.0.0.1)')
    .option('--database <address>', 'an SQLite file, or a postgres:// address (data/headwater.db)')
    .addHelpText('after', HELP)
    .action(
      async (options: { readonly port?: number; readonly host?: string; readonly database?: string }) => {
        const { port = null, host = null, database = null } = options;
        await services.serve({ port, host, database });
      },
    );
}
