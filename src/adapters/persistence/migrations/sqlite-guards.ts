import { DIALECTS } from './dialect.js';

/** How a guard says that a row of that key is there already. */
export const ROW_EXISTS = 'this row exists and is never rewritten';

/** The columns that tell the rows of a table apart. */
type Keys = readonly (readonly string[])[];

/** Tables of which a row is written once. */
const WRITTEN_ONCE: readonly (readonly [table: string, keys: Keys])[] = [
  ['stream_revision', [['stream_id', 'revision']]],
  ['revision_step', [['stream_id', 'revision', 'step_key']]],
  ['adopted_structure', [['stream_id', 'position']]],
  ['refused_wish', [['id'], ['stream_id', 'position']]],
  ['assignment', [['id'], ['stream_id', 'position']]],
  ['justification', [['assignment_id', 'position']]],
];

/**
 * SQLite checks references only for connections that ask it to, and REPLACE deletes rows without telling delete
 * triggers. Insert and update triggers always run, so what must hold whichever way one writes is said in them.
 */
export function sqliteGuards(): readonly string[] {
  return [
    ...WRITTEN_ONCE.flatMap(([table, keys]) => [notRewritten(table), notReplaced(table, keys)]),
    notReplaced('value_stream', [['id'], ['key']]),
    ...['value_stream', 'stream_revision', 'revision_step'].map(notDeleted),
    ...assignmentGuards(),
  ];
}

function notRewritten(table: string): string {
  return `CREATE TRIGGER ${table}_not_rewritten BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is never rewritten'); END`;
}

/** A row of these keys is not replaced by another one of them. */
export function notReplaced(table: string, keys: Keys, name = `${table}_not_replaced`): string {
  const taken = keys.map((columns) => {
    const same = columns.map((column) => `${column} = NEW.${column}`).join(' AND ');
    return `EXISTS (SELECT 1 FROM ${table} WHERE ${same})`;
  });
  return `CREATE TRIGGER ${name} BEFORE INSERT ON ${table} WHEN ${taken.join(' OR ')}
      BEGIN SELECT RAISE(ABORT, '${table}: ${ROW_EXISTS}'); END`;
}

/** Rows of the table stay. */
export function notDeleted(table: string): string {
  return `CREATE TRIGGER ${table}_not_deleted BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is kept for good'); END`;
}

function assignmentGuards(): readonly string[] {
  const { filled } = DIALECTS.SQLITE;
  return [
    `CREATE TRIGGER justification_is_real BEFORE INSERT ON justification
      WHEN NOT (coalesce(${filled('NEW.rule')}, 0) AND coalesce(${filled('NEW.text')}, 0))
        OR NOT EXISTS (SELECT 1 FROM revision_step WHERE stream_id = NEW.stream_id AND revision = NEW.revision
          AND step_key = NEW.step_key)
        OR EXISTS (SELECT 1 FROM assignment WHERE id = NEW.assignment_id
          AND (stream_id <> NEW.stream_id OR revision <> NEW.revision))
      BEGIN SELECT RAISE(ABORT, 'a justification names a rule, says why, and cites a step of its revision'); END`,
    `CREATE TRIGGER assignment_is_justified BEFORE INSERT ON assignment
      WHEN NOT EXISTS (SELECT 1 FROM justification WHERE assignment_id = NEW.id AND position = 1
          AND stream_id = NEW.stream_id AND revision = NEW.revision)
        OR NOT EXISTS (SELECT 1 FROM revision_step WHERE stream_id = NEW.stream_id AND revision = NEW.revision
          AND step_key = NEW.step_key)
      BEGIN SELECT RAISE(ABORT, 'an assignment needs a justification and a step of its revision: write the justification first'); END`,
    `CREATE TRIGGER assignment_keeps_justification BEFORE DELETE ON justification
      WHEN OLD.position = 1 AND EXISTS (SELECT 1 FROM assignment WHERE id = OLD.assignment_id)
      BEGIN SELECT RAISE(ABORT, 'an assignment cannot lose its justification'); END`,
    `CREATE TRIGGER assignment_takes_justifications AFTER DELETE ON assignment
      BEGIN DELETE FROM justification WHERE assignment_id = OLD.id; END`,
  ];
}
