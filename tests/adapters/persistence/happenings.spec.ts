import { expect, it } from '@jest/globals';
import type { AuditVerdict, Events, Happening, NewAuditEntry } from '../../../src/application/index.js';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';
import { newRevision } from '../../support/stored-streams.js';

const STREAM = 'id-of-bakery';
const MANY = 100_000;

function entry(told: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    ...{ id: '1', workspaceId: 'default', doneAt: '2025-03-01T08:00:00.000Z', act: 'WISHES_REFUSED' },
    ...{ streamId: STREAM, revision: 1, about: 'wishes', verdicts: [verdict(1)] },
    actor: { accountId: null, name: 'Ada', door: 'SESSION' },
    ...told,
  };
}

function verdict(nth: number): AuditVerdict {
  const because = ['NO_SUCH_STEP There is no such step.'];
  return { holder: `Holder ${nth}`, letter: 'R', step: 'bake', verdict: 'REFUSED', because };
}

/** What is told from now on, and a way to wait for so much of it. */
function listening(events: Events) {
  const told: Happening[] = [];
  let look = (): void => undefined;
  const end = events.subscribe((happening) => {
    told.push(happening);
    look();
  });
  const until = (fits: (told: readonly Happening[]) => boolean): Promise<readonly Happening[]> =>
    new Promise((resolve) => {
      look = () => void (fits(told) && resolve([...told]));
      look();
    });
  return { told, until, end };
}

/** Another program on the same database, and what it hears of a workspace. */
async function otherServer(database: TestDatabase, workspaceId = 'default') {
  const other = await database.open();
  const eventsOf = await other.hear();
  if (!eventsOf) throw new Error('It hears nothing');
  return { ...other, eventsOf, events: eventsOf(workspaceId) };
}

describeOnEveryDatabase('what happens on one server', (database) => {
  if (database.kind === 'SQLITE') {
    it('is heard on no other: there is none', async () => {
      expect(await (await database.open()).hear()).toBeNull();
    });
    return;
  }

  it('is told on every other once it is kept, in order, and never where it was taken back', async () => {
    const here = await database.open();
    const { told, until } = listening((await otherServer(database)).events);
    await here.unitOfWork.write((store) => store.addRevision(newRevision()));
    const lost = here.unitOfWork.write(async (store) => {
      await store.addAudit([entry({ id: 'lost', act: 'REVISION_DRAWN', revision: 1 })]);
      throw new Error('no');
    });
    await expect(lost).rejects.toThrow('no');
    await here.unitOfWork.write(async (store) => {
      await store.addAudit([entry({ id: '1', act: 'REVISION_DRAWN' }), entry({ id: '2' })]);
      await store.addAudit([entry({ id: '3' }), entry({ id: '4', act: 'STRUCTURE_ADOPTED', verdicts: [] })]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(told).toEqual([]);
    });
    const heard = await until(({ length }) => length >= 3);
    expect(heard.map(({ kind }) => kind)).toEqual(['REVISED', 'VERDICTS', 'VERDICTS']);
    expect(heard[0]).toEqual({ kind: 'REVISED', streamId: STREAM, revision: 1 });
  });

  it('is told whole however much it is, and is looked up once for all who ask', async () => {
    const here = await database.open();
    const { until } = listening((await otherServer(database)).events);
    const verdicts = Array.from({ length: MANY }, (_, nth) => verdict(nth));
    await here.unitOfWork.write(async (store) => {
      await store.addRevision(newRevision());
      await store.addAudit([entry({ verdicts })]);
    });
    const [first] = await until(({ length }) => length >= 1);
    if (first?.kind !== 'VERDICTS') throw new Error('Something else was told');
    const [found, again] = await Promise.all([first.verdicts(), first.verdicts()]);
    expect(again).toBe(found);
    expect([found.length, found[0], found.at(-1)]).toEqual([MANY, verdict(0), verdict(MANY - 1)]);
  });

  it('is told in its own workspace only, whatever somebody else writes on the channel', async () => {
    const here = await otherServer(database);
    const { eventsOf } = await otherServer(database);
    const [mine, others] = [listening(eventsOf('default')), listening(eventsOf('elsewhere'))];
    for (const text of ['', '{', 'null', '{"workspaceId":"default"}', '{"kind":"DESIGN"}', '[1]'])
      await database.raw(`NOTIFY headwater_happenings, '${text}'`);
    here.eventsOf('default').publish({ kind: 'DESIGN', designId: 'mine' });
    here.eventsOf('elsewhere').publish({ kind: 'DESIGN', designId: 'theirs' });
    await others.until(({ length }) => length >= 1);
    expect(mine.told).toEqual([{ kind: 'DESIGN', designId: 'mine' }]);
    expect(others.told).toEqual([{ kind: 'DESIGN', designId: 'theirs' }]);
    mine.end();
    here.eventsOf('default').publish({ kind: 'DESIGN', designId: 'later' });
    here.eventsOf('elsewhere').publish({ kind: 'DESIGN', designId: 'later' });
    await others.until(({ length }) => length >= 2);
    expect(mine.told.length).toBe(1);
  });

  it('of which not even the name can be told, is told as something that was missed', async () => {
    const { events, eventsOf } = await otherServer(database);
    const heard = listening(eventsOf('default'));
    events.publish({ kind: 'DESIGN', designId: 'x'.repeat(9_000) });
    expect(await heard.until(({ length }) => length >= 1)).toEqual([{ kind: 'MISSED' }]);
  });

  it('while its connection was cut, is told as missed, and everything after is told again', async () => {
    const { events, unitOfWork } = await otherServer(database);
    const heard = listening(events);
    await unitOfWork.write((store) => store.addRevision(newRevision()));
    await database.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'headwater events'`);
    expect(await heard.until(({ length }) => length >= 1)).toEqual([{ kind: 'MISSED' }]);
    await unitOfWork.write((store) => store.addAudit([entry({ act: 'REVISION_DRAWN' })]));
    const [, second] = await heard.until(({ length }) => length >= 2);
    expect(second).toEqual({ kind: 'REVISED', streamId: STREAM, revision: 1 });
  });
});
