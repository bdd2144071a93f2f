import { expect, it } from '@jest/globals';
import { RevisionConflict } from '../../../src/application/ports/index.js';
import type { CapabilityKey, StreamKey } from '../../../src/domain/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import {
  adoptedStructure,
  justification,
  knownSteps,
  newRevision,
  storedAssignment,
  storedRefusal,
} from '../../support/stored-streams.js';

describeOnEveryDatabase('the store', (database) => {
  it('gives back a stream as it was kept, also after a restart', async () => {
    const first = await database.open();
    const assignment = storedAssignment({ because: [justification(), justification('bake', null)] });
    const refusal = storedRefusal();
    const adopted = adoptedStructure();
    await first.unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.adopt('id-of-bakery', adopted);
      await store.addAssignments('id-of-bakery', [assignment]);
      await store.addRefusals('id-of-bakery', [refusal]);
    });
    const kept = await first.unitOfWork.read((store) => store.streamByKey('bakery'));
    await first.close();

    const again = await database.open();
    const read = await again.unitOfWork.read((store) => store.streamByKey('bakery'));

    expect(read).toEqual(kept);
    expect(read).toEqual({
      id: 'id-of-bakery',
      key: 'bakery',
      name: 'Bakery',
      revision: 1,
      version: expect.any(String),
      napkin: 'stream Bakery\nrevision 1\n',
      drawnAt: '2025-03-01T08:00:00.000Z',
      steps: knownSteps('mix', 'bake', 'sell'),
      formerSteps: [],
      adopted,
      assignments: [assignment],
      refusals: [refusal],
      refusalCount: 1,
      overrides: [],
      staffing: [],
      refusedStaffing: [],
      refusedStaffingCount: 0,
    });
  });

  it('finds a stream by its id and by one of its assignments, and nothing for what is not there', async () => {
    const { unitOfWork } = await database.open();
    await unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.addAssignments('id-of-bakery', [storedAssignment()]);
    });
    await unitOfWork.read(async (store) => {
      expect((await store.streamById('id-of-bakery'))?.key).toBe('bakery');
      expect((await store.streamOfAssignment('assignment-1'))?.key).toBe('bakery');
      expect(await store.streamByKey('butcher')).toBeNull();
      expect(await store.streamById('bakery')).toBeNull();
      expect(await store.streamOfAssignment('assignment-2\0')).toBeNull();
    });
  });

  it('knows the steps that left the stream until they come back', async () => {
    const { unitOfWork } = await database.open();
    const former = async (revision: number, ...names: readonly string[]) => {
      const added = newRevision({ revision, steps: knownSteps(...names) });
      await unitOfWork.write((store) => store.addRevision(added));
      const stream = await unitOfWork.read((store) => store.streamByKey('bakery'));
      return stream?.formerSteps.map(({ key }) => key);
    };
    expect(await former(1, 'mix', 'bake', 'sell')).toEqual([]);
    expect(await former(2, 'bake')).toEqual(['mix', 'sell']);
    expect(await former(3, 'sell')).toEqual(['mix', 'bake']);
    expect(await former(4, 'mix', 'bake', 'sell')).toEqual([]);
  });

  it('keeps an assignment with the step and the reasons of its own revision', async () => {
    const { unitOfWork } = await database.open();
    await unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.addAssignments('id-of-bakery', [storedAssignment()]);
      await store.addRevision(newRevision({ revision: 2, name: 'Shop', steps: knownSteps('sell') }));
    });
    const stream = await unitOfWork.read((store) => store.streamByKey('bakery'));
    expect(stream?.name).toBe('Shop');
    expect(stream?.assignments).toEqual([storedAssignment()]);
  });

  it('takes the latest adopted structure and keeps assignments and refusals in their order', async () => {
    const { unitOfWork } = await database.open();
    await unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      for (const [index, method] of ['first', 'second'].entries()) {
        await store.adopt('id-of-bakery', adoptedStructure({}, method));
        await store.addAssignments('id-of-bakery', [
          storedAssignment({ id: `z-${9 - index}` }),
          storedAssignment({ id: `a-${9 - index}` }),
        ]);
        await store.addRefusals('id-of-bakery', [storedRefusal({ id: `r-${9 - index}` })]);
      }
    });
    const stream = await unitOfWork.read((store) => store.streamByKey('bakery'));
    expect(stream?.adopted?.proposal.method).toBe('second');
    expect(stream?.assignments.map(({ id }) => id)).toEqual(['z-9', 'a-9', 'z-8', 'a-8']);
    expect(stream?.refusals.map(({ id }) => id)).toEqual(['r-9', 'r-8']);
  });

  it('refuses a revision that exists, and a second stream of one key', async () => {
    const { unitOfWork } = await database.open();
    await unitOfWork.write((store) => store.addRevision(newRevision()));
    const again = unitOfWork.write((store) => store.addRevision(newRevision()));
    await expect(again).rejects.toThrow(RevisionConflict);
    const other = unitOfWork.write((store) => store.addRevision(newRevision({ streamId: 'another' })));
    await expect(other).rejects.toThrow('Revision 1 of bakery exists already');
  });

  it('keeps nothing for a stream that is not there', async () => {
    const { unitOfWork } = await database.open();
    const adopted = unitOfWork.write((store) => store.adopt('nowhere', adoptedStructure()));
    await expect(adopted).rejects.toThrow();
    const assigned = unitOfWork.write((store) => store.addAssignments('nowhere', [storedAssignment()]));
    await expect(assigned).rejects.toThrow();
  });

  it('changes the version with everything that a plan rests on, and not with a refusal', async () => {
    const { unitOfWork } = await database.open();
    const versions: (string | undefined)[] = [];
    const note = async () => {
      versions.push((await unitOfWork.read((store) => store.streamByKey('bakery')))?.version);
    };
    await unitOfWork.write((store) => store.addRevision(newRevision()));
    await note();
    await unitOfWork.write((store) => store.adopt('id-of-bakery', adoptedStructure()));
    await note();
    await unitOfWork.write((store) => store.addAssignments('id-of-bakery', [storedAssignment()]));
    await note();
    await unitOfWork.write((store) => store.addRevision(newRevision({ revision: 2 })));
    await note();
    await unitOfWork.write((store) => store.addRefusals('id-of-bakery', [storedRefusal()]));
    await note();
    expect(new Set(versions).size).toBe(4);
    expect(versions[4]).toBe(versions[3]);
  });

  it('pages through the streams by key in both directions', async () => {
    const { unitOfWork } = await database.open();
    const keys = ['Zinc', 'a', 'b-1', 'b1', 'c', 'ä'];
    await unitOfWork.write(async (store) => {
      for (const key of keys.toReversed()) await store.addRevision(newRevision({ key: key as StreamKey }));
    });
    const page = async (request: object) => {
      const { streams, ...rest } = await unitOfWork.read((store) => store.streams(request));
      return [
        streams.map(({ key }) => key).join(' '),
        rest.hasPreviousPage,
        rest.hasNextPage,
        rest.totalCount,
      ];
    };
    expect(await page({})).toEqual(['Zinc a b-1 b1 c ä', false, false, 6]);
    expect(await page({ first: 2 })).toEqual(['Zinc a', false, true, 6]);
    expect(await page({ first: 2, after: 'a' })).toEqual(['b-1 b1', true, true, 6]);
    expect(await page({ first: 9, after: 'b1' })).toEqual(['c ä', true, false, 6]);
    expect(await page({ first: 9, after: 'ä' })).toEqual(['', true, false, 6]);
    expect(await page({ last: 2 })).toEqual(['c ä', true, false, 6]);
    expect(await page({ last: 2, before: 'c' })).toEqual(['b-1 b1', true, true, 6]);
    expect(await page({ last: 2, before: 'a' })).toEqual(['Zinc', false, true, 6]);
  });

  it('learns aliases, gives the same map while nothing is learned, and lets the last word stand', async () => {
    const { unitOfWork } = await database.open();
    const learned = () => unitOfWork.read((store) => store.learnedAliases());
    const learn = (alias: string, key: string) =>
      unitOfWork.write((store) => store.learnAliases(new Map([[alias, key as CapabilityKey]]), '2025-03-05'));
    expect(await learned()).toEqual(new Map());
    await learn('visit site', 'site-survey');
    await learn('price it', 'estimating');
    await learn('visit site', 'estimating');
    const aliases = await learned();
    expect([...aliases]).toEqual([
      ['price it', 'estimating'],
      ['visit site', 'estimating'],
    ]);
    expect(await learned()).toBe(aliases);
  });

  it('holds text that no database holds: NUL and half a character pair', async () => {
    const { unitOfWork } = await database.open();
    await unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.addRefusals('id-of-bakery', [storedRefusal({}, { holder: 'a\0b\ud800', step: '\0' })]);
    });
    const stream = await unitOfWork.read((store) => store.streamByKey('bakery'));
    expect(stream?.refusals[0]?.refused).toMatchObject({ holder: 'a\ufffdb\ufffd', step: '\ufffd' });
  });

  it('keeps and reads a stream of 10,000 steps in seconds', async () => {
    const { unitOfWork } = await database.open();
    const names = Array.from({ length: 10_000 }, (_, index) => `step-${index}`);
    const before = performance.now();
    await unitOfWork.write((store) => store.addRevision(newRevision({ steps: knownSteps(...names) })));
    await unitOfWork.write((store) =>
      store.addRevision(newRevision({ revision: 2, steps: knownSteps(...names.slice(5)) })),
    );
    const stream = await unitOfWork.read((store) => store.streamByKey('bakery'));
    expect(stream?.steps).toHaveLength(9_995);
    expect(stream?.formerSteps).toHaveLength(5);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
