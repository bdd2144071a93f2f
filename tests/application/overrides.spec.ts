import { expect, it } from '@jest/globals';
import type { OverrideInput } from '../../src/application/index.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, useCasesOn } from '../support/use-cases.js';

const BEN: OverrideInput = {
  stream: 'bike-repair',
  wish: { holder: 'Ben', step: 'Quote the repair', letter: 'R', reason: null },
  by: 'Ada',
  why: 'Ada is away',
  until: '2025-03-10',
};

describeOnEveryDatabase('overrides', (database) => {
  async function shop(day = '2025-03-01', overridesSwitchedOn = true) {
    const opened = await database.open();
    const useCases = useCasesOn(opened, { overridesSwitchedOn, day });
    const stream = async () => {
      const planned = await useCases.stream('bike-repair');
      if (!planned) throw new Error('the shop is kept');
      return planned;
    };
    return { ...useCases, opened, planned: stream };
  }

  it('are off by default, and nothing is kept', async () => {
    const useCases = useCasesOn(await database.open());
    await useCases.drawStream({ napkin: BIKE_SHOP });
    const result = await useCases.overrideRefusal(BEN);
    expect(result).toMatchObject({
      kind: 'OverrideRefused',
      objections: [{ code: 'OVERRIDES_SWITCHED_OFF' }],
    });
    expect((await useCases.stream('bike-repair'))?.stored.overrides).toEqual([]);
  });

  it('are kept with who, why and till when, and stand over a restart until their last day is over', async () => {
    const first = await shop();
    await first.drawStream({ napkin: BIKE_SHOP });
    expect(await first.overrideRefusal(BEN)).toMatchObject({ kind: 'OverrideSet' });
    await first.opened.close();
    const during = await shop('2025-03-10');
    const planned = await during.planned();
    expect(planned.plan.overrides).toMatchObject([
      { override: { holder: 'Ben', by: 'Ada', why: 'Ada is away' } },
    ]);
    expect(planned.plan.assignments).toEqual([]);
    expect(during.overrides(planned)).toMatchObject([{ status: 'STANDS', now: { hasPlace: true } }]);
    await during.opened.close();
    const after = await shop('2025-03-11');
    const late = await after.planned();
    expect(late.plan.overrides).toEqual([]);
    expect(after.overrides(late)).toMatchObject([{ status: 'EXPIRED', now: null }]);
    expect((await after.standingLog(late.stored)).map(({ kind, cause }) => [kind, cause])).toEqual([
      ['OVERRIDDEN', 'OVERRIDE'],
      ['OVERRIDE_EXPIRED', 'OVERRIDE'],
    ]);
  });

  it('expire while the program runs, without anything being written', async () => {
    const clock = { day: '2025-03-10' };
    const useCases = useCasesOn(await database.open(), { overridesSwitchedOn: true, clock });
    await useCases.drawStream({ napkin: BIKE_SHOP });
    await useCases.overrideRefusal(BEN);
    expect((await useCases.stream('bike-repair'))?.plan.overrides).toHaveLength(1);
    clock.day = '2025-03-11';
    expect((await useCases.stream('bike-repair'))?.plan.overrides).toEqual([]);
  });

  it('do not stand where they were switched off again, and are told all the same', async () => {
    const on = await shop();
    await on.drawStream({ napkin: BIKE_SHOP });
    await on.overrideRefusal(BEN);
    await on.opened.close();
    const off = await shop('2025-03-02', false);
    const planned = await off.planned();
    expect(planned.plan.overrides).toEqual([]);
    expect(off.overrides(planned)).toMatchObject([{ status: 'SWITCHED_OFF' }]);
  });

  it('are ended once, by their id, and the log keeps that they were there', async () => {
    const { drawStream, overrideRefusal, endOverride, overrides, standingLog, planned, streamOfOverride } =
      await shop();
    await drawStream({ napkin: BIKE_SHOP });
    const set = await overrideRefusal(BEN);
    const id = set.kind === 'OverrideSet' ? set.override.id : '';
    expect((await streamOfOverride(id))?.stored.key).toBe('bike-repair');
    expect((await endOverride({ override: id })).planned.plan.overrides).toEqual([]);
    await expect(endOverride({ override: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(endOverride({ override: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(overrides(await planned())).toMatchObject([{ status: 'ENDED' }]);
    const log = await standingLog((await planned()).stored);
    expect(log.map(({ kind }) => kind)).toEqual(['OVERRIDDEN', 'OVERRIDE_ENDED']);
    expect(await overrideRefusal(BEN)).toMatchObject({ kind: 'OverrideSet' });
  });

  it('guard against a revision that is out of date', async () => {
    const { drawStream, overrideRefusal } = await shop();
    await drawStream({ napkin: BIKE_SHOP });
    await expect(overrideRefusal({ ...BEN, expectedRevision: 4 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('are never rewritten in the database, and come back from a backup', async () => {
    const { drawStream, overrideRefusal, endOverride, opened } = await shop();
    await drawStream({ napkin: BIKE_SHOP });
    const set = await overrideRefusal(BEN);
    await endOverride({ override: set.kind === 'OverrideSet' ? set.override.id : '' });
    for (const act of [
      `UPDATE override_letter SET why = 'other'`,
      'DELETE FROM override_letter',
      `UPDATE ended_override SET ended_at = 'never'`,
      'DELETE FROM ended_override',
    ])
      await expect(database.raw(act)).rejects.toThrow(/never rewritten/);
    const lines: string[] = [];
    await opened.backUp(async (line) => void lines.push(line));
    expect(lines.filter((line) => /"(override_letter|ended_override)"/.test(line))).toHaveLength(2);
  });
});
