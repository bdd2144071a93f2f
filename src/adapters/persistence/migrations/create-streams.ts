import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';
import { postgresGuards } from './postgres-guards.js';
import { sqliteGuards } from './sqlite-guards.js';
import {
  assignmentTables,
  decisionTables,
  FIRST_JUSTIFICATION,
  LATEST_REVISION,
  streamTables,
} from './stream-tables.js';

/** Schema version 1: streams with their revisions, structures, assignments with justifications, refusals, aliases. */
export class CreateStreams1760000000001 implements MigrationInterface {
  readonly name = 'CreateStreams1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    const statements = runner.dataSource.options.type === 'postgres' ? postgresSchema() : sqliteSchema();
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first schema is not taken back: delete the database instead.'));
  }
}

function sqliteSchema(): readonly string[] {
  const dialect = DIALECTS.SQLITE;
  return [
    ...streamTables(dialect),
    ...decisionTables(dialect),
    ...assignmentTables(dialect, `,\n      ${FIRST_JUSTIFICATION}`),
    ...sqliteGuards(),
  ];
}

function postgresSchema(): readonly string[] {
  const dialect = DIALECTS.POSTGRES;
  return [
    ...streamTables(dialect),
    ...decisionTables(dialect),
    ...assignmentTables(dialect, ''),
    `ALTER TABLE assignment ADD ${FIRST_JUSTIFICATION}`,
    `ALTER TABLE value_stream ADD ${LATEST_REVISION}`,
    ...postgresGuards(),
  ];
}
