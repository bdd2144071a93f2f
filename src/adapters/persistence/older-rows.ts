import { DEFAULT_WORKSPACE } from '../../application/ports/index.js';
import { AddWorkspaces1800000000010 } from './migrations/add-workspaces.js';
import { KnowSessions1850000000060 } from './migrations/know-sessions.js';
import { LogStaffing1830000000040 } from './migrations/log-staffing.js';

/** Makes a row of an older backup one of the present tables, by the name of the table. */
export type OlderRows = ReadonlyMap<string, (row: readonly unknown[]) => readonly unknown[]>;

/** The change of the schema that brought workspaces. */
export const WORKSPACES = new AddWorkspaces1800000000010().name;

/** The change of the schema that let the log of what stood tell of people in roles. */
const STAFFING_LOGGED = new LogStaffing1830000000040().name;

/** The change of the schema that let first passwords end. */
const PASSWORDS_END = new KnowSessions1850000000060().name;

/** What is to be done with the rows of a backup that has seen only these changes of the schema. */
export function olderRows(seen: readonly string[]): OlderRows {
  return new Map([
    ...(seen.includes(WORKSPACES) ? [] : WITHOUT_WORKSPACES),
    ...(seen.includes(PASSWORDS_END) ? [] : [['account', lastingPassword] as const]),
    ...(seen.includes(STAFFING_LOGGED) ? [] : [['standing_move', ofNoRole] as const]),
  ]);
}

const inDefault = (row: readonly unknown[]) => [...row, DEFAULT_WORKSPACE.id];
const lastingPassword = (row: readonly unknown[]) => [...row, null];
const ofNoRole = (row: readonly unknown[]) => [...row, null, null];

const WITHOUT_WORKSPACES = [
  ['value_stream', inDefault],
  ['learned_alias', inDefault],
  ['learned_version', ([, version]: readonly unknown[]) => [DEFAULT_WORKSPACE.id, version]],
] as const;
