import { expect, it } from '@jest/globals';
import { announcedUnitOfWork } from '../../../src/application/events/announced-unit-of-work.js';
import { inProcessEvents } from '../../../src/application/events/in-process-events.js';
import type { Happening, NewRevision, UnitOfWork } from '../../../src/application/index.js';
import { describeOnEveryDatabase } from '../../support/databases.js';

function revision(number: number, streamId = 'stream'): NewRevision {
  const drawn = { napkin: 'stream A', drawnAt: '2025-03-01T00:00:00.000Z', steps: [] };
  return { streamId, key: 'a' as NewRevision['key'], name: 'A', revision: number, ...drawn };
}

function heard(inner: UnitOfWork): { readonly units: UnitOfWork; readonly told: Happening[] } {
  const events = inProcessEvents();
  const told: Happening[] = [];
  events.subscribe((happening) => told.push(happening));
  return { units: announcedUnitOfWork(inner, events), told };
}

describeOnEveryDatabase('what is written', (database) => {
  it('is told once it is kept, and not before', async () => {
    const { units, told } = heard((await database.open()).unitOfWork);
    await units.write(async (store) => {
      await store.addRevision(revision(1));
      expect(told).toEqual([]);
    });
    expect(told).toEqual([{ kind: 'REVISED', streamId: 'stream', revision: 1 }]);
  });

  it('is never told where it was taken back', async () => {
    const { units, told } = heard((await database.open()).unitOfWork);
    const failing = units.write(async (store) => {
      await store.addRevision(revision(1));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    for (const around of [units.write, units.writeAlone]) {
      const outer = around(async () => {
        await units.write((store) => store.addRevision(revision(1)));
        throw new Error('no');
      });
      await expect(outer).rejects.toThrow('no');
    }
    expect(told).toEqual([]);
  });

  it.each(['write', 'writeAlone'] as const)('within a %s, is told once all of that is kept', async (way) => {
    const { units, told } = heard((await database.open()).unitOfWork);
    await units[way](async () => {
      await units.write((store) => store.addRevision(revision(1)));
      await units.write((store) => store.addRevision(revision(2)));
      expect(told).toEqual([]);
    });
    expect(told.map((one) => one.kind === 'REVISED' && one.revision)).toEqual([1, 2]);
    await units.write((store) => store.addRevision(revision(3)));
    expect(told.length).toBe(3);
  });
});
