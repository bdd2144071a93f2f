import { beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../../../src/adapters/persistence/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { adoptedStructure, newRevision } from '../../support/stored-streams.js';

const STREAM = 'id-of-bakery';
const revision = (number: number) =>
  `INSERT INTO stream_revision (stream_id, revision, name, napkin, drawn_at)
    VALUES ('${STREAM}', ${number}, 'Bakery', 'stream Bakery', 'now')`;
const step = (key: string, position: number, of = 2) =>
  `INSERT INTO revision_step (stream_id, revision, step_key, name, position)
    VALUES ('${STREAM}', ${of}, '${key}', 'Step', ${position})`;
const adopted = (proposal: string) =>
  `INSERT INTO adopted_structure (stream_id, position, revision, adopted_at, proposal)
    VALUES ('${STREAM}', 2, 1, 'now', '${proposal}')`;
const moved = (changes: string, reasons: string) =>
  `INSERT INTO standing_move (stream_id, position, assignment_id, revision, holder, letter, step_key, step_name, kind,
    cause, changes, reasons, moved_at) VALUES ('${STREAM}', 1, 'a', 1, 'Baker', 'R', 'mix', 'Mix', 'LOST', 'REVISION',
    '${changes}', '${reasons}', 'now')`;

describeOnEveryDatabase(
  'half a plan cannot be held',
  (database) => {
    let opened: Database;
    beforeAll(async () => {
      opened = await database.open();
      await opened.unitOfWork.write(async (store) => {
        await store.addRevision(newRevision());
        await store.adopt(STREAM, adoptedStructure());
      });
    });

    it.each<[string, readonly string[]]>([
      ['a revision whose predecessor is missing', [revision(3)]],
      ['two steps in one place', [revision(2), step('mix', 1), step('bake', 1)]],
      ['one step twice', [revision(2), step('mix', 1), step('mix', 2)]],
      ['a step of a revision that is not there', [step('mix', 1, 7)]],
      ['a step without a name', [revision(2), step('mix', 1).replace(`'Step'`, `' '`)]],
      ['a latest revision that is not there', ['UPDATE value_stream SET latest_revision = 2']],
      ['a structure that is none', [adopted('{}')]],
      ['a structure that was cut off', [adopted('{"kind":"StructureProposal","roles":[')]],
      [
        'a structure of a revision that is not there',
        [adopted('{"kind":"StructureProposal"}').replace('2, 1', '2, 9')],
      ],
      ['a move of what stands without its changes', [moved('', '[]')]],
      ['a move of what stands whose reasons are no list', [moved('[]', '{}')]],
    ])('refuses %s', async (_what, statements) => {
      await expect(database.raw(...statements)).rejects.toThrow();
      const stream = await opened.unitOfWork.read((store) => store.streamById(STREAM));
      expect(stream?.revision).toBe(1);
      expect(stream?.steps).toHaveLength(3);
      expect(stream?.adopted).toEqual(adoptedStructure());
    });
  },
  'SUITE',
);
