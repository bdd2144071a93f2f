import { InvalidArgumentError, type Command } from 'commander';
import type { Problem } from '../../domain/index.js';
import { ACCESS_ROLES, Fault, type AccessRole } from '../../application/index.js';
import type { AccessUseCases } from '../../application/access/index.js';
import type { CommandContext } from './command-context.js';
import type { OpenedOperator } from './services.js';
import { EXIT, UsageFault } from './terminal.js';

/** What every command about access can be told. */
export interface AccessOptions {
  readonly database?: string;
  readonly workspace?: string;
}

const DATABASE = 'an SQLite file, or a postgres:// address (HEADWATER_DATABASE, or data/headwater.db)';

/** Adds --database, and --workspace where the command is about one. */
export function withAccessOptions(command: Command, about: 'WORKSPACE' | 'DATABASE'): Command {
  if (about === 'WORKSPACE') command.option('--workspace <key>', 'the workspace that it is about (default)');
  return command.option('--database <address>', DATABASE);
}

/** viewer, planner or owner, in whatever letters. */
export function roleArgument(text: string): AccessRole {
  const role = ACCESS_ROLES.find((one) => one === text.toUpperCase());
  if (role) return role;
  throw new InvalidArgumentError('It must be viewer, planner or owner.');
}

/** Does something in a workspace of a database, and lets go of it; what cannot be is told in one line. */
export async function inWorkspace(
  { services }: CommandContext,
  {
    database = null,
    workspace = 'default',
  }: Omit<AccessOptions, 'database'> & { readonly database?: string | null },
  work: (access: AccessUseCases, opened: OpenedOperator) => Promise<void>,
): Promise<void> {
  await withOperator({ services }, database, async (opened) =>
    work(await opened.operator.inWorkspace(workspace), opened),
  );
}

/** The same, with all workspaces. */
export async function withOperator(
  { services }: Pick<CommandContext, 'services'>,
  database: string | null,
  work: (opened: OpenedOperator) => Promise<void>,
): Promise<void> {
  const { openOperator } = await services.loadAccess();
  try {
    const opened = await openOperator(database);
    try {
      await work(opened);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof Fault) throw new UsageFault(error.message);
    throw error;
  }
}

/** Tells what stood in the way; true where something did. */
export function told({ terminal, finish }: CommandContext, problems: readonly Problem[]): boolean {
  for (const { message, suggestion } of problems)
    terminal.err(`headwater: ${message}${suggestion === null ? '' : ` ${suggestion}`}\n`);
  if (problems.length > 0) finish(EXIT.found);
  return problems.length > 0;
}

/** The first line of standard input: a password that does not stand in the list of processes. */
export async function passwordFromInput({ terminal }: CommandContext): Promise<string> {
  const text = (await terminal.readStandardInput()).toString('utf8').split(/\r?\n/)[0] ?? '';
  if (text === '') throw new UsageFault('--password-stdin: there is no password on standard input.');
  return text;
}

/** Every entry of a list that comes in pages. */
export async function everyEntry<T>(
  page: (request: { readonly first: number; readonly after: string | null }) => Promise<{
    readonly entries: readonly { readonly cursor: string; readonly node: T }[];
    readonly hasNextPage: boolean;
  }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let after: string | null = null;
  for (;;) {
    const { entries, hasNextPage } = await page({ first: 100, after });
    all.push(...entries.map(({ node }) => node));
    after = entries.at(-1)?.cursor ?? null;
    if (!hasNextPage || after === null) return all;
  }
}
