import { expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE } from '../../src/domain/index.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, CAFE, useCasesOn } from '../support/use-cases.js';

const [entry, other] = BUILT_IN_CATALOGUE.entries;
const CAPABILITY = entry?.name ?? '';

describeOnEveryDatabase('confirming capabilities', (database) => {
  it('writes them into the napkin as the next revision, and learns the name', async () => {
    const { drawStream, confirmCapabilities } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const { planned, confirmed, problems } = await confirmCapabilities({
      stream: 'bike-repair',
      confirmations: [{ step: 'send the INVOICE', capability: CAPABILITY }],
      expectedRevision: 1,
    });
    expect(problems).toEqual([]);
    expect(confirmed).toEqual([{ step: 'send-the-invoice', capability: entry?.key }]);
    expect(planned?.stored.revision).toBe(2);
    expect(planned?.stored.napkin).toMatch(new RegExp(`Send the invoice .*\\{${CAPABILITY}\\}`));
    const demand = planned?.plan.demands.find(({ step }) => step === 'send-the-invoice');
    expect(demand).toMatchObject({ statedByStep: true, capability: { key: entry?.key } });

    const elsewhere = await drawStream({ napkin: `${CAFE}Send the invoice 5m\n` });
    const learned = elsewhere.streams[0]?.plan.demands.find(({ step }) => step === 'send-the-invoice');
    expect(learned).toMatchObject({ statedByStep: false, capability: { name: 'Send the invoice' } });
    expect(learned?.suggestions[0]).toMatchObject({ capability: { key: entry?.key }, score: 1 });
  });

  it('takes every suggestion that is good enough, and leaves what was named to who named it', async () => {
    const { drawStream, confirmCapabilities } = useCasesOn(await database.open());
    await drawStream({ napkin: `${BIKE_SHOP}Answer the phone 5m\nQwertz 5m\n` });
    const { planned, confirmed } = await confirmCapabilities({
      stream: 'bike-repair',
      confirmations: [{ step: 'send-the-invoice', capability: other?.key ?? '' }],
      withScoreAtLeast: 0.05,
    });
    expect(confirmed[0]).toEqual({ step: 'send-the-invoice', capability: other?.key });
    const waiting = planned?.plan.demands.filter(({ statedByStep }) => !statedByStep) ?? [];
    expect(waiting.every(({ suggestions }) => (suggestions[0]?.score ?? 0) < 0.05)).toBe(true);
  });

  it('stores nothing where a step or a capability is not known, and tells what was meant', async () => {
    const { drawStream, confirmCapabilities, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const { planned, problems } = await confirmCapabilities({
      stream: 'bike-repair',
      confirmations: [
        { step: 'Send the invoice', capability: CAPABILITY },
        { step: 'Send the invoise', capability: 'xylophone juggling' },
      ],
    });
    expect(planned).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['UNKNOWN_STEP', 'UNKNOWN_CAPABILITY']);
    expect(problems[0]?.suggestion).toBe('Did you mean "Send the invoice"?');
    expect((await stream('bike-repair'))?.stored.revision).toBe(1);
  });

  it('refuses a revision that is out of date, and a score that cannot be', async () => {
    const { drawStream, confirmCapabilities } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const asked = { stream: 'bike-repair', withScoreAtLeast: 7, expectedRevision: 4 };
    const { planned, problems } = await confirmCapabilities(asked);
    expect(planned).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['REVISION_OUT_OF_DATE', 'SCORE_OUT_OF_RANGE']);
    expect(problems[0]?.suggestion).toContain('confirm with expected revision 1');
    const nothing = await confirmCapabilities({ stream: 'bike-repair', withScoreAtLeast: 0 });
    expect(nothing.problems.map(({ code }) => code)).toEqual(['SCORE_OUT_OF_RANGE']);
  });

  it('demands nothing of a step that is done outside, and learns nothing from it', async () => {
    const { drawStream, confirmCapabilities, stream } = useCasesOn(await database.open());
    await drawStream({ napkin: `${CAFE}Deliver by van (outside) 20m\n` });
    const { planned, problems } = await confirmCapabilities({
      stream: 'cafe-breakfast',
      confirmations: [{ step: 'Deliver by van', capability: CAPABILITY }],
    });
    expect(planned).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['STEP_OUTSIDE']);
    expect((await stream('cafe-breakfast'))?.stored.revision).toBe(1);
  });

  it('learns no name from a step that asks for two things', async () => {
    const { drawStream, confirmCapabilities } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const step = 'Send the invoice';
    const { confirmed } = await confirmCapabilities({
      stream: 'bike-repair',
      confirmations: [entry, other].map((one) => ({ step, capability: one?.key ?? '' })),
    });
    expect(confirmed).toHaveLength(2);
    const { streams } = await drawStream({ napkin: `${CAFE}Send the invoice 5m\n` });
    const demand = streams[0]?.plan.demands.find((one) => one.step === 'send-the-invoice');
    expect([entry?.key, other?.key]).not.toContain(demand?.suggestions[0]?.capability.key);
  });

  it('changes nothing where there is nothing to confirm, and says so', async () => {
    const { drawStream, confirmCapabilities } = useCasesOn(await database.open());
    await drawStream({ napkin: CAFE });
    const { planned, problems } = await confirmCapabilities({
      stream: 'cafe-breakfast',
      withScoreAtLeast: 0.9,
    });
    expect(problems.map(({ code }) => code)).toContain('NOTHING_TO_CONFIRM');
    expect(planned?.stored.revision).toBe(1);
  });
});
