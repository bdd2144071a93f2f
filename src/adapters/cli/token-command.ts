import { Command } from 'commander';
import type { AccessRole, ApiToken } from '../../application/index.js';
import {
  everyEntry,
  inWorkspace,
  roleArgument,
  told,
  withAccessOptions,
  type AccessOptions,
} from './access-options.js';
import type { CommandContext } from './command-context.js';
import { wholeNumber } from './limit-options.js';
import { pad } from './text-layout.js';

const HELP = `
A program sends its token as "Authorization: Bearer …". It sees one workspace,
does what its role allows, and ends by itself.

Examples:
  headwater token add "nightly report" --role viewer --days 30
  headwater token list
  headwater token revoke "nightly report"

Exit codes:
  0  done
  1  it cannot be: no name, too many days, no such token
  2  wrong usage, or the database cannot be used`;

interface AddOptions extends AccessOptions {
  readonly role: AccessRole;
  readonly days?: number;
}

/** headwater token: what programs are let in with. */
export function tokenCommand(context: CommandContext): Command {
  const command = new Command('token')
    .description('let programs in: add, list, revoke')
    .addHelpText('after', HELP);
  for (const one of [addCommand, listCommand, revokeCommand]) command.addCommand(one(context));
  return command;
}

function addCommand(context: CommandContext): Command {
  const command = new Command('add')
    .description('make a token; its secret is shown once')
    .argument('<name>', 'what it is for')
    .requiredOption('--role <role>', 'viewer, planner or owner', roleArgument)
    .option('--days <n>', 'how many days it lasts, 1 to 365 (90)', wholeNumber);
  return withAccessOptions(command, 'WORKSPACE').action((name: string, options: AddOptions) =>
    inWorkspace(context, options, async (access) => {
      const { role, days = null } = options;
      const { token, secret, problems } = await access.createToken({ name, role, days });
      if (told(context, problems) || !token || secret === null) return;
      context.terminal.err(
        `The token "${token.name}", in force until ${token.expiresAt}, shown this once:\n`,
      );
      context.terminal.out(`${secret}\n`);
    }),
  );
}

function listCommand(context: CommandContext): Command {
  const command = new Command('list').description('tell the tokens of the workspace, newest first');
  return withAccessOptions(command, 'WORKSPACE').action((options: AccessOptions) =>
    inWorkspace(context, options, async (access) => {
      const tokens = await everyEntry(access.tokens);
      const wide = Math.max(0, ...tokens.map(({ name }) => name.length));
      for (const { name, role, madeBy, expiresAt, revokedAt } of tokens) {
        const until = revokedAt === null ? `until ${expiresAt}` : `revoked ${revokedAt}`;
        const by = madeBy?.email ?? 'the command line';
        context.terminal.out(`${pad(name, wide)}  ${pad(role.toLowerCase(), 7)}  ${until}  by ${by}\n`);
      }
      if (tokens.length === 0)
        context.terminal.out(`There is no token in "${options.workspace ?? 'default'}".\n`);
    }),
  );
}

function revokeCommand(context: CommandContext): Command {
  const command = new Command('revoke')
    .description('take every token of that name out of force, at once')
    .argument('<name>', 'what it was for');
  return withAccessOptions(command, 'WORKSPACE').action((name: string, options: AccessOptions) =>
    inWorkspace(context, options, async (access) => {
      const all = await everyEntry(access.tokens);
      const inForce = all.filter((token: ApiToken) => token.name === name && token.revokedAt === null);
      for (const { id } of inForce) await access.revokeToken(id);
      if (inForce.length > 0) {
        const tokens = inForce.length === 1 ? 'The token is' : `${inForce.length} tokens are`;
        context.terminal.out(`${tokens} out of force.\n`);
        return;
      }
      context.terminal.err(
        `headwater: There is no token "${name}" in force. headwater token list tells all.\n`,
      );
      context.finish(1);
    }),
  );
}
