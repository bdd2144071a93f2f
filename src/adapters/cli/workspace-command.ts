import { Command } from 'commander';
import { withAccessOptions, withOperator } from './access-options.js';
import type { CommandContext } from './command-context.js';
import { pad } from './text-layout.js';

const HELP = `
A workspace holds streams, structures, people and assignments that only its
members see. What was there before lies in the one called default.

Examples:
  headwater workspace add north --name "Plant North"
  headwater account add ada@example.com --role owner --workspace north

Exit codes:
  0  done
  2  wrong usage, the key is taken, or the database cannot be used`;

interface DatabaseOption {
  readonly database?: string | null;
}

/** headwater workspace: what is seen by its members only. */
export function workspaceCommand(context: CommandContext): Command {
  return new Command('workspace')
    .description('keep teams apart: add, list')
    .addHelpText('after', HELP)
    .addCommand(addCommand(context))
    .addCommand(listCommand(context));
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
