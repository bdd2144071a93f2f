import { Command } from 'commander';
import type { AccessRole } from '../../application/index.js';
import {
  everyEntry,
  inWorkspace,
  passwordFromInput,
  roleArgument,
  told,
  withAccessOptions,
  withOperator,
  type AccessOptions,
} from './access-options.js';
import type { CommandContext } from './command-context.js';
import { pad } from './text-layout.js';

const HELP = `
Viewers read, planners also change, owners also say who may. As long as there is
no account, whoever sits at the machine may do everything and nobody else can
reach the server; once there is one, everybody signs in. The first one is an
owner.

Examples:
  headwater account add ada@example.com --role owner
  pass show headwater | headwater account add ben@example.com --role planner \\
    --password-stdin
  headwater account role ben@example.com viewer
  headwater account remove ben@example.com --workspace north

Exit codes:
  0  done
  1  it cannot be: a weak password, a member already, the last owner
  2  wrong usage, or the database cannot be used`;

const ROLE_WORDS: Readonly<Record<AccessRole, string>> = {
  VIEWER: 'a viewer',
  PLANNER: 'a planner',
  OWNER: 'an owner',
};

interface AddOptions extends AccessOptions {
  readonly role: AccessRole;
  readonly name?: string;
  readonly passwordStdin?: true;
  readonly password: boolean;
}

/** headwater account: who may do what in a workspace. */
export function accountCommand(context: CommandContext): Command {
  const command = new Command('account')
    .description('say who may do what: add, list, role, password, remove')
    .addHelpText('after', HELP);
  for (const one of [addCommand, listCommand, roleCommand, passwordCommand, removeCommand])
    command.addCommand(one(context));
  return command;
}

function addCommand(context: CommandContext): Command {
  const command = new Command('add')
    .description('let somebody in; the password is made and shown once unless it is told')
    .argument('<email>', 'the address by which they sign in')
    .requiredOption('--role <role>', 'viewer, planner or owner', roleArgument)
    .option('--name <name>', 'what people call them')
    .option('--password-stdin', 'read the password from standard input')
    .option('--no-password', 'they sign in with the OpenID Connect provider only');
  return withAccessOptions(command, 'WORKSPACE').action((email: string, options: AddOptions) =>
    inWorkspace(context, options, async (access, { newPassword }) => {
      const given = options.passwordStdin ? await passwordFromInput(context) : null;
      const made = given === null && options.password ? newPassword() : null;
      const { role, name = null } = options;
      const { member, newAccount, passwordUntil, problems } = await access.addMember({
        email,
        role,
        name,
        password: given ?? made,
        passwordIsTheirs: made === null,
      });
      if (told(context, problems) || !member) return;
      const { terminal } = context;
      terminal.out(
        `${member.account.email} is ${ROLE_WORDS[role]} of "${options.workspace ?? 'default'}".\n`,
      );
      if (!newAccount) terminal.out('The account was there already and keeps its name and its password.\n');
      else if (made !== null)
        terminal.out(`The password, shown this once:\n  ${made}\n${untilWords(passwordUntil)}`);
    }),
  );
}

/** Till when a first password lets in, and what for. */
function untilWords(until: string | null): string {
  if (until === null) return '';
  return `It lets in until ${until.slice(0, 16).replace('T', ' ')} UTC, to choose a password of one's own.\n`;
}

function listCommand(context: CommandContext): Command {
  const command = new Command('list').description('tell who is in the workspace');
  return withAccessOptions(command, 'WORKSPACE').action((options: AccessOptions) =>
    inWorkspace(context, options, async (access) => {
      const members = await everyEntry(access.members);
      const wide = Math.max(0, ...members.map(({ account }) => account.email.length));
      for (const { account, role } of members)
        context.terminal.out(`${pad(account.email, wide)}  ${pad(role.toLowerCase(), 7)}  ${account.name}\n`);
      if (members.length === 0)
        context.terminal.out(`Nobody has an account in "${options.workspace ?? 'default'}".\n`);
    }),
  );
}

function roleCommand(context: CommandContext): Command {
  const command = new Command('role')
    .description('give a member another role')
    .argument('<email>', 'the member')
    .argument('<role>', 'viewer, planner or owner', roleArgument);
  return withAccessOptions(command, 'WORKSPACE').action(
    (email: string, role: AccessRole, options: AccessOptions) =>
      inWorkspace(context, options, async (access) => {
        const { member, problems } = await access.changeMemberRole({ email, role });
        if (told(context, problems) || !member) return;
        context.terminal.out(`${member.account.email} is ${ROLE_WORDS[role]} now.\n`);
      }),
  );
}

function passwordCommand(context: CommandContext): Command {
  const command = new Command('password')
    .description('give an account another password, and end its sessions')
    .argument('<email>', 'the account')
    .option('--password-stdin', 'read the password from standard input');
  return withAccessOptions(command, 'DATABASE').action(
    (email: string, { database = null, passwordStdin }: { database?: string | null; passwordStdin?: true }) =>
      withOperator(context, database, async ({ operator, newPassword }) => {
        const password = passwordStdin ? await passwordFromInput(context) : newPassword();
        const until = await operator.setPassword(email, password, passwordStdin ? 'THEIRS' : 'FIRST');
        context.terminal.out(
          passwordStdin
            ? 'The password is changed.\n'
            : `The new password, shown this once:\n  ${password}\n${untilWords(until)}`,
        );
      }),
  );
}

function removeCommand(context: CommandContext): Command {
  const command = new Command('remove')
    .description('take somebody out of the workspace, with their sessions and tokens in it')
    .argument('<email>', 'the member');
  return withAccessOptions(command, 'WORKSPACE').action((email: string, options: AccessOptions) =>
    inWorkspace(context, options, async (access) => {
      const { member, problems } = await access.removeMember({ email });
      if (told(context, problems) || !member) return;
      context.terminal.out(`${member.account.email} is out.\n`);
    }),
  );
}
