import type { Dialect } from './dialect.js';

const LATER = 'DEFERRABLE INITIALLY DEFERRED';

/** Tables of streams, their revisions and the steps of these. */
export function streamTables({ key, tableEnd, filled }: Dialect): readonly string[] {
  return [
    `CREATE TABLE value_stream (
      id text NOT NULL PRIMARY KEY,
      key ${key} NOT NULL UNIQUE CHECK (${filled('key')}),
      latest_revision integer NOT NULL CHECK (latest_revision >= 1),
      version text NOT NULL,
      log_version text NOT NULL
    )${tableEnd}`,
    `CREATE TABLE stream_revision (
      stream_id text NOT NULL REFERENCES value_stream (id),
      revision integer NOT NULL CHECK (revision >= 1),
      name text NOT NULL CHECK (${filled('name')}),
      napkin text NOT NULL CHECK (${filled('napkin')}),
      drawn_at text NOT NULL CHECK (${filled('drawn_at')}),
      PRIMARY KEY (stream_id, revision)
    )${tableEnd}`,
    `CREATE TABLE revision_step (
      stream_id text NOT NULL,
      revision integer NOT NULL,
      step_key ${key} NOT NULL CHECK (${filled('step_key')}),
      name text NOT NULL CHECK (${filled('name')}),
      position integer NOT NULL CHECK (position >= 1),
      PRIMARY KEY (stream_id, revision, step_key),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
    )${tableEnd}`,
    `CREATE TABLE former_step (
      stream_id text NOT NULL REFERENCES value_stream (id),
      step_key ${key} NOT NULL CHECK (${filled('step_key')}),
      name text NOT NULL CHECK (${filled('name')}),
      left_in integer NOT NULL,
      position integer NOT NULL,
      PRIMARY KEY (stream_id, step_key)
    )${tableEnd}`,
  ];
}

/** Tables of what was adopted, refused and learned. */
export function decisionTables({ key, tableEnd, filled, filledList }: Dialect): readonly string[] {
  return [
    `CREATE TABLE adopted_structure (
      stream_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      revision integer NOT NULL,
      adopted_at text NOT NULL CHECK (${filled('adopted_at')}),
      proposal text NOT NULL CHECK (${filled('proposal')}),
      PRIMARY KEY (stream_id, position),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
    )${tableEnd}`,
    `CREATE TABLE refused_wish (
      id text NOT NULL PRIMARY KEY,
      stream_id text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      holder text NOT NULL,
      letter text NOT NULL CHECK (letter IN ('R', 'A', 'C', 'I')),
      step text,
      reason text,
      reasons text NOT NULL CHECK (${filledList('reasons')}),
      refused_at text NOT NULL CHECK (${filled('refused_at')}),
      UNIQUE (stream_id, position),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
    )${tableEnd}`,
    `CREATE TABLE learned_alias (
      alias ${key} NOT NULL PRIMARY KEY CHECK (${filled('alias')}),
      capability_key text NOT NULL CHECK (${filled('capability_key')}),
      learned_at text NOT NULL CHECK (${filled('learned_at')})
    )${tableEnd}`,
    `CREATE TABLE learned_version (
      id integer NOT NULL PRIMARY KEY CHECK (id = 1),
      version text NOT NULL
    )${tableEnd}`,
    `INSERT INTO learned_version (id, version) VALUES (1, 'nothing learned yet')`,
  ];
}

/**
 * An assignment names its first justification, and the database holds it to that: the reference back is written with the
 * table on SQLite and added behind it on PostgreSQL.
 */
export function assignmentTables(
  { key, tableEnd, filled }: Dialect,
  backReference: string,
): readonly string[] {
  return [
    `CREATE TABLE assignment (
      id text NOT NULL PRIMARY KEY CHECK (${filled('id')}),
      stream_id text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      step_key ${key} NOT NULL,
      holder text NOT NULL CHECK (${filled('holder')}),
      letter text NOT NULL CHECK (letter IN ('R', 'A', 'C', 'I')),
      accepted_at text NOT NULL CHECK (${filled('accepted_at')}),
      first_justification integer NOT NULL CHECK (first_justification = 1),
      UNIQUE (stream_id, position),
      UNIQUE (id, stream_id, revision),
      FOREIGN KEY (stream_id, revision, step_key) REFERENCES revision_step (stream_id, revision, step_key)${backReference}
    )${tableEnd}`,
    `CREATE TABLE justification (
      assignment_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      stream_id text NOT NULL,
      revision integer NOT NULL,
      step_key ${key} NOT NULL,
      capability_key text CHECK (${filled('capability_key')}),
      capability_name text CHECK (${filled('capability_name')}),
      rule text NOT NULL CHECK (${filled('rule')}),
      text text NOT NULL CHECK (${filled('text')}),
      PRIMARY KEY (assignment_id, position),
      CHECK ((capability_key IS NULL) = (capability_name IS NULL)),
      FOREIGN KEY (stream_id, revision, step_key) REFERENCES revision_step (stream_id, revision, step_key),
      FOREIGN KEY (assignment_id, stream_id, revision) REFERENCES assignment (id, stream_id, revision)
        ON DELETE CASCADE ${LATER}
    )${tableEnd}`,
  ];
}

/** Ties an assignment to its first justification. */
export const FIRST_JUSTIFICATION = `FOREIGN KEY (id, first_justification)
        REFERENCES justification (assignment_id, position) ${LATER}`;

/** Ties a stream to the revision that it says is its latest. */
export const LATEST_REVISION = `FOREIGN KEY (id, latest_revision)
        REFERENCES stream_revision (stream_id, revision) ${LATER}`;
