import { expect, it } from '@jest/globals';
import type { Wish } from '../../src/domain/index.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, useCasesOn } from '../support/use-cases.js';

const BEN: Wish = { holder: 'Ben', step: 'Repair the bike', letter: 'R', reason: null };
const NOBODY: Wish = { holder: 'Zoe', step: 'Repair the bike', letter: 'R', reason: 'She likes bikes' };

describeOnEveryDatabase('proposing assignments', (database) => {
  it('judges without keeping anything', async () => {
    const { drawStream, judgeAssignments, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const before = await stream('bike-repair');
    const { verdicts } = await judgeAssignments('bike-repair', [BEN, NOBODY]);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['AcceptedWish', 'RefusedWish']);
    expect((await stream('bike-repair'))?.stored).toEqual(before?.stored);
  });

  it('keeps the accepted with their reasons and logs the refused with theirs, over a restart', async () => {
    const first = await database.open();
    const { drawStream, proposeAssignments } = useCasesOn(first);
    await drawStream({ napkin: BIKE_SHOP });
    const { planned, verdicts } = await proposeAssignments({ stream: 'bike-repair', wishes: [NOBODY, BEN] });
    expect(verdicts.map(({ kind }) => kind)).toEqual(['RefusedWish', 'AcceptedWish']);
    await first.close();

    const { stream, streamOfAssignment } = useCasesOn(await database.open());
    const kept = await stream('bike-repair');
    expect(kept?.stored).toEqual(planned.stored);
    const [assignment] = kept?.stored.assignments ?? [];
    expect(assignment).toMatchObject({ holder: 'Ben', letter: 'R', revision: 1 });
    expect(assignment?.because[0]).toMatchObject({ step: 'repair-the-bike' });
    expect(kept?.plan.assignments[0]?.stillJustified).toBe(true);
    expect(kept?.stored.refusals[0]?.refused).toEqual(verdicts[0]);
    expect((await streamOfAssignment(assignment?.id ?? ''))?.stored.key).toBe('bike-repair');
  });

  it('keeps none of the accepted where all or nothing was asked for and one is refused', async () => {
    const { drawStream, proposeAssignments } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const all = { stream: 'bike-repair', mode: 'ALL_OR_NOTHING' } as const;
    const some = await proposeAssignments({ ...all, wishes: [BEN, NOBODY] });
    expect(some.verdicts.map(({ kind }) => kind)).toEqual(['AcceptedWish', 'RefusedWish']);
    expect(some.stored).toBe(0);
    expect(some.planned.stored.assignments).toEqual([]);
    expect(some.planned.stored.refusals).toHaveLength(1);
    const none = await proposeAssignments({ ...all, wishes: [BEN] });
    expect(none.stored).toBe(1);
    expect(none.planned.stored.assignments).toHaveLength(1);
  });

  it('works out again only what decisions change, and not what the stream asks for', async () => {
    const { drawStream, proposeAssignments, adoptStructure } = useCasesOn(await database.open());
    const { streams } = await drawStream({ napkin: BIKE_SHOP });
    const drawn = streams[0]?.plan;
    const { planned, judgedBy } = await proposeAssignments({ stream: 'bike-repair', wishes: [BEN] });
    expect(judgedBy).toBe(drawn);
    expect(planned.plan).not.toBe(drawn);
    expect(planned.plan.assignments).toHaveLength(1);
    expect(planned.plan.understanding).toBe(drawn?.understanding);
    const result = await adoptStructure({ stream: 'bike-repair' });
    if (result.kind !== 'AdoptedStructure') throw new Error('nothing was adopted');
    const adopted = result.planned.plan;
    expect(adopted.understanding).toBe(drawn?.understanding);
    const wishes: Wish[] = [{ holder: 'Ada', step: 'Quote the repair', letter: 'A', reason: null }];
    const more = await proposeAssignments({ stream: 'bike-repair', wishes });
    expect(more.planned.plan).not.toBe(adopted);
    expect(more.planned.plan.structure).toBe(adopted.structure);
  });

  it('is refused as a conflict where the stream has moved on, and adopting likewise', async () => {
    const { drawStream, proposeAssignments, adoptStructure, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    await drawStream({ napkin: `${BIKE_SHOP}pain "Too slow"\n` });
    const late = { stream: 'bike-repair', expectedRevision: 1 };
    const fault = { code: 'CONFLICT', message: expect.stringContaining('the present one is 2') };
    await expect(proposeAssignments({ ...late, wishes: [BEN] })).rejects.toMatchObject(fault);
    await expect(adoptStructure(late)).rejects.toMatchObject(fault);
    expect((await stream('bike-repair'))?.stored).toMatchObject({ adopted: null, assignments: [] });
    const present = { stream: 'bike-repair', expectedRevision: 2, wishes: [BEN] };
    expect((await proposeAssignments(present)).verdicts).toHaveLength(1);
  });

  it('accepts again what is in force, and changes nothing', async () => {
    const { drawStream, proposeAssignments } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const once = await proposeAssignments({ stream: 'bike-repair', wishes: [BEN, BEN] });
    const twice = await proposeAssignments({ stream: 'bike-repair', wishes: [BEN] });
    expect(once.planned.stored.assignments).toHaveLength(1);
    expect(twice.verdicts[0]).toMatchObject({ kind: 'AcceptedWish', inForce: true });
    expect(twice.planned.stored).toEqual(once.planned.stored);
  });

  it('logs the same refusal once for one revision', async () => {
    const { drawStream, proposeAssignments } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const once = await proposeAssignments({ stream: 'bike-repair', wishes: [NOBODY, NOBODY] });
    const twice = await proposeAssignments({ stream: 'bike-repair', wishes: [NOBODY] });
    expect(once.planned.stored.refusals).toHaveLength(1);
    expect(twice.planned.stored).toEqual(once.planned.stored);
    await drawStream({ napkin: `${BIKE_SHOP}Test ride 5m\n` });
    const later = await proposeAssignments({ stream: 'bike-repair', wishes: [NOBODY] });
    expect(later.planned.stored.refusals.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('keeps one of the same wish when many propose it at once', async () => {
    const { drawStream, proposeAssignments, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    await Promise.all(
      Array.from({ length: 8 }, () => proposeAssignments({ stream: 'bike-repair', wishes: [BEN, NOBODY] })),
    );
    const kept = await stream('bike-repair');
    expect(kept?.stored.assignments).toHaveLength(1);
    expect(kept?.stored.refusals).toHaveLength(1);
  });

  it('tells that an assignment has lost its reason once its step is gone', async () => {
    const { drawStream, proposeAssignments } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    await proposeAssignments({ stream: 'bike-repair', wishes: [BEN] });
    const drawn = await drawStream({
      napkin: BIKE_SHOP.replace(/Repair the bike.*\nback to.*\n/, 'Sell a bike @Ben 30m {selling}\n'),
    });
    const [judged] = drawn.streams[0]?.plan.assignments ?? [];
    expect(judged?.stillJustified).toBe(false);
    expect(judged?.lost.map(({ code }) => code)).toContain('STEP_NOT_IN_THIS_REVISION');
    expect(judged?.assignment.step).toEqual({ key: 'repair-the-bike', name: 'Repair the bike' });
  });

  it('fails with NOT_FOUND for a stream that is not there', async () => {
    const { judgeAssignments, proposeAssignments } = useCasesOn(await database.open());
    const fault = { code: 'NOT_FOUND', message: 'There is no value stream with the key "nowhere".' };
    await expect(judgeAssignments('nowhere', [])).rejects.toMatchObject(fault);
    await expect(proposeAssignments({ stream: 'nowhere', wishes: [BEN] })).rejects.toMatchObject(fault);
  });
});
