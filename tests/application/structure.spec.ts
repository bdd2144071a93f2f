import { expect, it } from '@jest/globals';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, useCasesOn } from '../support/use-cases.js';

describeOnEveryDatabase('the structure of a stream', (database) => {
  it('is suggested within limits, the same for the same limits', async () => {
    const { drawStream, suggestStructure } = useCasesOn(await database.open());
    const [planned] = (await drawStream({ napkin: BIKE_SHOP })).streams;
    if (!planned) throw new Error('nothing was drawn');
    expect(await suggestStructure(planned)).toBe(planned.plan.suggested);
    expect(await suggestStructure(planned, { maxStepsPerRole: null })).toBe(planned.plan.suggested);
    const narrow = await suggestStructure(planned, { maxStepsPerRole: 1 });
    expect(await suggestStructure(planned, { maxStepsPerRole: 1, teamSize: null })).toBe(narrow);
    expect(narrow.kind === 'StructureProposal' && narrow.roles.length).toBe(4);
  });

  it('is adopted as it was suggested, and stays when the stream is drawn again', async () => {
    const first = await database.open();
    const { drawStream, adoptStructure } = useCasesOn(first);
    const [drawn] = (await drawStream({ napkin: BIKE_SHOP })).streams;
    const result = await adoptStructure({ stream: 'bike-repair' });
    if (result.kind !== 'AdoptedStructure') throw new Error(result.kind);
    expect(result.planned.stored.adopted?.proposal).toEqual(drawn?.plan.suggested);
    await drawStream({ napkin: `${BIKE_SHOP}Test ride 5m {bicycle repair}\n` });
    await first.close();

    const { stream } = useCasesOn(await database.open());
    const again = await stream('bike-repair');
    expect(again?.stored.adopted).toEqual(result.planned.stored.adopted);
    expect(again?.plan.structure?.roles.map(({ key }) => key)).toEqual(
      result.planned.plan.structure?.roles.map(({ key }) => key),
    );
  });

  it('changes nothing when it is adopted again', async () => {
    const { drawStream, adoptStructure } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const once = await adoptStructure({ stream: 'bike-repair' });
    const twice = await adoptStructure({ stream: 'bike-repair', limits: {} });
    const storedOf = (result: typeof once) => result.kind === 'AdoptedStructure' && result.planned.stored;
    expect(storedOf(twice)).toEqual(storedOf(once));
  });

  it('is not adopted before the stream is ready, nor against limits that contradict each other', async () => {
    const { drawStream, adoptStructure, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: 'stream Idea\nsales:\nAsk around\n' });
    expect((await adoptStructure({ stream: 'idea' })).kind).toBe('StreamNotReady');
    await drawStream({ napkin: BIKE_SHOP.replace('20/week', '2000/week') });
    const cramped = { maxPositionsPerRole: 1, maxStepsPerRole: 1 };
    expect((await adoptStructure({ stream: 'bike-repair', limits: cramped })).kind).toBe('LimitsContradict');
    expect((await stream('bike-repair'))?.stored.adopted).toBeNull();
  });
});
