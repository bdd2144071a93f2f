import { openOperator } from '../support/quick-passwords.js';
import type { Database } from '../../src/adapters/persistence/index.js';
import type { AccessRole } from '../../src/application/index.js';
import type { TestDatabase } from '../support/databases.js';
import type { Answered, TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

/** Words that stand in what the first workspace keeps, and in nothing that anybody asks. */
export const MARKS = ['Zanzibar', 'Quillfeather', 'Oxbow'] as const;

/** A stream of the first workspace; its key is harbour. */
export const HARBOUR = `stream Harbour
owner: Quillfeather
customer: Oxbow
demand: 20/week

sales:
Zanzibar call  @Quillfeather 10m 95% {customer service}
fulfilment:
Zanzibar mending  @Quillfeather 2h 92% {bicycle repair}
Zanzibar letter  @Quillfeather 10m
`;

/** A server of two workspaces, with whoever asks in each. */
export interface TwoWorkspaces {
  readonly server: TestServer;
  /** Secrets of API tokens: of the first workspace by role, and of an owner of the other one. */
  readonly tokens: Readonly<Record<AccessRole | 'ELSEWHERE', string>>;
  readonly as: (who: AccessRole | 'ELSEWHERE', query: string, variables?: object) => Promise<Answered>;
  /** Everything that is kept, but when who signed in and which answers are kept. */
  readonly kept: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Starts it on that database, without any limit that a long question could meet. */
export async function twoWorkspaces(database: TestDatabase): Promise<TwoWorkspaces> {
  const kept = await database.open();
  const { address } = database;
  const tokens = await fillWithMembers(address);
  const server = await wholeServer(address, {
    HEADWATER_MAX_COST: '1000000000000',
    HEADWATER_MAX_TOKENS: '1000000',
    HEADWATER_MAX_DEPTH: '50',
    HEADWATER_MAX_ALIASES: '10000',
    HEADWATER_OVERRIDES: 'on',
  });
  const as: TwoWorkspaces['as'] = (who, query, variables = {}) =>
    server.ask(query, variables, { authorization: `Bearer ${tokens[who]}` });
  return {
    server,
    tokens,
    as,
    kept: () => keptIn(kept),
    stop: () => server.stop(),
  };
}

async function fillWithMembers(address: string): Promise<TwoWorkspaces['tokens']> {
  const { operator, close } = await openOperator(address);
  await operator.addWorkspace('north', 'North');
  const here = await operator.inWorkspace('default');
  const there = await operator.inWorkspace('north');
  const password = 'a horse that was never there';
  await here.addMember({ email: 'ada@example.com', name: 'Oxbow Ada', role: 'OWNER', password });
  await there.addMember({ email: 'nora@example.com', role: 'OWNER', password });
  const tokenOf = async (access: typeof here, role: AccessRole) =>
    (await access.createToken({ name: `Oxbow ${role}`.replace(access === there ? 'Oxbow ' : '', ''), role }))
      .secret ?? '';
  const tokens = {
    VIEWER: await tokenOf(here, 'VIEWER'),
    PLANNER: await tokenOf(here, 'PLANNER'),
    OWNER: await tokenOf(here, 'OWNER'),
    ELSEWHERE: await tokenOf(there, 'OWNER'),
  };
  await close();
  return tokens;
}

async function keptIn(database: Database): Promise<readonly string[]> {
  const lines: string[] = [];
  await database.backUp(async (line) => void lines.push(line));
  return lines
    .filter((line) => !line.includes('"table":"kept_answer"') && !line.startsWith('{"end"'))
    .map(asAskedFor);
}

/** A design is made while others ask: what was asked counts, not how far it has come. */
function asAskedFor(line: string): string {
  if (!line.startsWith('{"table":"design"')) return line;
  const { table, row } = JSON.parse(line) as { readonly table: string; readonly row: readonly unknown[] };
  return JSON.stringify({ table, row: row.slice(0, 4) });
}

/** Every id of a Node in an answer. */
export function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    name === 'id' && typeof below === 'string' ? [below] : idsIn(below),
  );
}
