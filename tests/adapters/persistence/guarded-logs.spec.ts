import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RefusalReason, StepKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import {
  adoptedStructure,
  newRevision,
  storedAssignment,
  storedRefusal,
} from '../../support/stored-streams.js';

const AT = '2025-03-05T08:00:00.000Z';
const STREAM = 'id-of-bakery';

/** Every table that is a log, with a column of it that somebody might want to be another. */
const LOGS = [
  ['refused_wish', 'holder'],
  ['adopted_structure', 'adopted_at'],
  ['standing_move', 'holder'],
  ['override_letter', 'taken_by'],
  ['ended_override', 'ended_at'],
  ['role_filling', 'person'],
  ['ended_filling', 'ended_at'],
  ['refused_filling', 'person'],
  ['audit_entry', 'about'],
] as const;

describeOnEveryDatabase(
  'a log that holds something',
  (database) => {
    beforeAll(async () => {
      const { unitOfWork } = await database.open();
      const because = [{ code: 'X', message: 'It was so.' }];
      const against = [{ code: 'X', message: 'It was so.' }] as unknown as readonly [RefusalReason];
      await unitOfWork.write(async (store) => {
        await store.addRevision(newRevision());
        await store.adopt(STREAM, adoptedStructure());
        await store.addAssignments(STREAM, [storedAssignment()]);
        await store.addRefusals(STREAM, [storedRefusal()]);
        await store.addOverride(STREAM, {
          ...{ id: 'o-1', revision: 1, step: { key: 'mix' as StepKey, name: 'The mix' }, holder: 'Baker' },
          ...{ letter: 'A', by: 'Ada', why: 'Illness', until: '2025-06-01', against, overriddenAt: AT },
          endedAt: null,
        });
        await store.endOverride(STREAM, 'o-1', AT);
      });
      await database.raw(
        `INSERT INTO standing_move (stream_id, position, assignment_id, revision, holder, letter, step_key, step_name, kind, cause, changes, reasons, moved_at)
          VALUES ('${STREAM}', 1, 'assignment-1', 1, 'Baker', 'R', 'mix', 'The mix', 'LOST', 'REVISION', '[]', '[]', '${AT}')`,
        `INSERT INTO role_filling (id, stream_id, revision, position, person, role_key, role_name, because, accepted_at)
          VALUES ('f-1', '${STREAM}', 1, 1, 'Ben', 'baker', 'Baker', '${JSON.stringify(because)}', '${AT}')`,
        `INSERT INTO ended_filling (filling_id, stream_id, ended_at) VALUES ('f-1', '${STREAM}', '${AT}')`,
        `INSERT INTO refused_filling (id, stream_id, revision, position, person, role, reason, reasons, refused_at)
          VALUES ('r-1', '${STREAM}', 1, 1, 'Cleo', 'Baker', NULL, '${JSON.stringify(because)}', '${AT}')`,
        `INSERT INTO audit_entry (id, workspace_id, done_at, actor_name, door, act, about, verdicts)
          VALUES ('e-1', 'default', '${AT}', 'Ada', 'LOCAL', 'SIGNED_IN', 'ada@example.com', '[]')`,
      );
    });

    describe.each(LOGS)('%s', (table, column) => {
      const count = async () => Number((await database.raw(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);

      it.each([
        ['be rewritten', `UPDATE ${table} SET ${column} = 'another'`],
        ['lose a row', `DELETE FROM ${table}`],
        ...(database.kind === 'POSTGRES'
          ? ([
              ['be emptied', `TRUNCATE ${table}`],
              ['be emptied with all that refers to it', `TRUNCATE ${table} CASCADE`],
            ] as const)
          : []),
      ])('cannot %s', async (_what, statement) => {
        expect(await count()).toBe(1);
        await expect(database.raw(statement)).rejects.toThrow(
          /never rewritten|only added to|cannot truncate/,
        );
        expect(await count()).toBe(1);
      });
    });
  },
  'SUITE',
);
