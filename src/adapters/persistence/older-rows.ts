import { DEFAULT_WORKSPACE } from '../../application/ports/index.js';
import { AddWorkspaces1800000000010 } from './migrations/add-workspaces.js';

/** Makes a row of an older backup one of the present tables, by the name of the table. */
export type OlderRows = ReadonlyMap<string, (row: readonly unknown[]) => readonly unknown[]>;

/** The change of the schema that brought workspaces. */
export const WORKSPACES = new AddWorkspaces1800000000010().name;

/** What is to be done with the rows of a backup that has seen only these changes of the schema. */
export function olderRows(seen: readonly string[]): OlderRows {
  if (seen.includes(WORKSPACES)) return new Map();
  const inDefault = (row: readonly unknown[]) => [...row, DEFAULT_WORKSPACE.id];
  return new Map([
    ['value_stream', inDefault],
    ['learned_alias', inDefault],
    ['learned_version', ([, version]: readonly unknown[]) => [DEFAULT_WORKSPACE.id, version]],
  ]);
}
