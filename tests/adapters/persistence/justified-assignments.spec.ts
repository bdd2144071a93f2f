import { beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../../../src/adapters/persistence/index.js';
import type { Justification, NonEmpty } from '../../../src/domain/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';
import { justification, newRevision, storedAssignment, storedRefusal } from '../../support/stored-streams.js';

const STREAM = 'id-of-bakery';

function assignmentSql(
  told: { id?: string; position?: number; step?: string; letter?: string; first?: string } = {},
) {
  const { id = 'raw', position = 9, step = 'mix', letter = 'R', first = '1' } = told;
  return `INSERT INTO assignment (id, stream_id, revision, position, step_key, holder, letter, accepted_at,
    first_justification) VALUES ('${id}', '${STREAM}', 1, ${position}, '${step}', 'Baker', '${letter}', 'now', ${first})`;
}

function justificationSql(
  told: { of?: string; position?: number; step?: string; rule?: string; text?: string } = {},
) {
  const { of = 'raw', position = 1, step = 'mix', rule = 'RULE', text = 'because' } = told;
  return `INSERT INTO justification (assignment_id, position, stream_id, revision, step_key, rule, text)
    VALUES ('${of}', ${position}, '${STREAM}', 1, '${step}', '${rule}', '${text}')`;
}

async function withOneAssignment(database: TestDatabase): Promise<Database> {
  const opened = await database.open();
  await opened.unitOfWork.write(async (store) => {
    await store.addRevision(newRevision());
    await store.addAssignments(STREAM, [storedAssignment()]);
  });
  return opened;
}

async function unjustified(database: TestDatabase): Promise<number> {
  const [row] = await database.raw(
    `SELECT count(*) AS n FROM assignment a WHERE NOT EXISTS
      (SELECT 1 FROM justification j WHERE j.assignment_id = a.id)`,
  );
  return Number(row?.['n']);
}

describeOnEveryDatabase('an assignment with its justification', (database) => {
  it('takes one that is written together with its justification', async () => {
    const opened = await withOneAssignment(database);
    await database.raw(justificationSql(), assignmentSql());
    const stream = await opened.unitOfWork.read((store) => store.streamById(STREAM));
    expect(stream).not.toBeNull();
    expect(await unjustified(database)).toBe(0);
  });

  it('takes the justifications away with the assignment itself', async () => {
    await withOneAssignment(database);
    await database.raw('DELETE FROM assignment');
    expect(await database.raw('SELECT * FROM justification')).toEqual([]);
  });
});

function refusesTheUnjustified(database: TestDatabase): void {
  let opened: Database;

  beforeAll(async () => {
    opened = await withOneAssignment(database);
  });

  it.each<[string, readonly string[]]>([
    ['none at all', [assignmentSql()]],
    ['no first justification', [justificationSql(), assignmentSql({ first: 'NULL' })]],
    [
      'a second justification and no first',
      [justificationSql({ position: 2 }), assignmentSql({ first: '2' })],
    ],
    ['the justification of another assignment', [justificationSql({ of: 'other' }), assignmentSql()]],
    ['a justification without a rule', [justificationSql({ rule: ' ' }), assignmentSql()]],
    ['a justification without a text', [justificationSql({ text: '\t\n' }), assignmentSql()]],
    ['a justification that cites a step nobody knows', [justificationSql({ step: 'fly' }), assignmentSql()]],
    ['a step nobody knows', [justificationSql(), assignmentSql({ step: 'fly' })]],
    ['a letter that is none', [justificationSql(), assignmentSql({ letter: 'X' })]],
    ['the id of one that is there', [assignmentSql({ id: 'assignment-1' })]],
  ])('refuses one with %s', async (_what, statements) => {
    await expect(database.raw(...statements)).rejects.toThrow();
    expect(await unjustified(database)).toBe(0);
    expect(await database.raw('SELECT id FROM assignment')).toEqual([{ id: 'assignment-1' }]);
  });

  it.each<[string, string]>([
    ['deleting its last justification', 'DELETE FROM justification'],
    ['giving its justification to another', `UPDATE justification SET assignment_id = 'raw'`],
    ['emptying the text of its justification', `UPDATE justification SET text = ''`],
    ['rewriting the text of its justification', `UPDATE justification SET text = 'else'`],
    ['pointing to a justification that is not there', 'UPDATE assignment SET first_justification = 2'],
    ['pointing to no justification', 'UPDATE assignment SET first_justification = NULL'],
    ['changing its letter', `UPDATE assignment SET letter = 'A'`],
    ['deleting the step that is cited', `DELETE FROM revision_step WHERE step_key = 'mix'`],
    ['deleting its revision', 'DELETE FROM stream_revision'],
    ['deleting its stream', 'DELETE FROM value_stream'],
    ['rewriting a revision', `UPDATE stream_revision SET napkin = 'stream Other'`],
    ['renaming a step of a revision', `UPDATE revision_step SET name = 'other'`],
  ])('refuses %s', async (_what, statement) => {
    await expect(database.raw(statement)).rejects.toThrow();
    expect(await unjustified(database)).toBe(0);
    const stream = await opened.unitOfWork.read((store) => store.streamById(STREAM));
    expect(stream?.assignments).toEqual([storedAssignment()]);
  });

  it('refuses an empty list from the program itself, and keeps nothing of it', async () => {
    const because = [] as unknown as NonEmpty<Justification>;
    const written = opened.unitOfWork.write((store) =>
      store.addAssignments(STREAM, [storedAssignment({ id: 'empty', because })]),
    );
    await expect(written).rejects.toThrow();
    const blank = opened.unitOfWork.write((store) =>
      store.addAssignments(STREAM, [
        storedAssignment({ id: 'blank', because: [{ ...justification(), text: '' }] }),
      ]),
    );
    await expect(blank).rejects.toThrow();
    expect(await database.raw('SELECT id FROM assignment')).toEqual([{ id: 'assignment-1' }]);
  });

  it.each(['[]', '{}', 'null', '', 'nonsense'])('refuses a refusal whose reasons are %j', async (reasons) => {
    const sql = `INSERT INTO refused_wish (id, stream_id, revision, position, holder, letter, reasons, refused_at)
      VALUES ('r', '${STREAM}', 1, 1, 'Baker', 'R', '${reasons}', 'now')`;
    await expect(database.raw(sql)).rejects.toThrow();
  });

  it('refuses to take the reasons of a refusal away', async () => {
    await opened.unitOfWork.write((store) => store.addRefusals(STREAM, [storedRefusal()]));
    await expect(database.raw(`UPDATE refused_wish SET reasons = '[]'`)).rejects.toThrow();
  });

  if (database.kind !== 'SQLITE') return;

  it.each<[string, readonly string[]]>([
    [
      'an assignment',
      [assignmentSql({ id: 'assignment-1', position: 1 }).replace('INSERT', 'INSERT OR REPLACE')],
    ],
    ['a justification', [justificationSql({ of: 'assignment-1' }).replace('INSERT', 'INSERT OR REPLACE')]],
    ['a stream', [`REPLACE INTO value_stream VALUES ('id-of-bakery', 'bakery', 1, 'v', 'v', 'default')`]],
    ['a step', [`REPLACE INTO revision_step VALUES ('id-of-bakery', 1, 'mix', 'Else', 1)`]],
  ])('refuses to replace %s', async (_what, statements) => {
    await expect(database.raw(...statements)).rejects.toThrow('exists and is never rewritten');
  });

  it('holds for a program that has switched off checks, too', async () => {
    const statements = [
      'PRAGMA ignore_check_constraints = ON',
      justificationSql({ text: ' ' }),
      assignmentSql(),
    ];
    await expect(database.raw(...statements)).rejects.toThrow('a justification names a rule, says why');
    expect(await unjustified(database)).toBe(0);
  });
}

describeOnEveryDatabase('an assignment without justification cannot be held', refusesTheUnjustified, 'SUITE');
