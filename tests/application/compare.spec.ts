import { expect, it } from '@jest/globals';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, useCasesOn } from '../support/use-cases.js';

const NEXT = BIKE_SHOP.replace(
  'Repair the bike  @Ben 2h',
  'Mend the bike was: "Repair the bike" @Ben 1h',
).replace('back to "Repair the bike" 5%\n', '');
const LAST = NEXT.replace('was: "Repair the bike" ', '').replace('lost 20%\n', '');

describeOnEveryDatabase('comparing revisions', (database) => {
  it('sets any two of them side by side; steps are the same over renamings', async () => {
    const { drawStream, stream, compareRevisions } = useCasesOn(await database.open());
    for (const napkin of [BIKE_SHOP, NEXT, LAST]) {
      const { problems } = await drawStream({ napkin });
      expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    }
    const planned = await stream('bike-repair');
    if (!planned) throw new Error('the stream was not drawn');

    const first = await compareRevisions(planned, 1, 2);
    expect(first.steps.find(({ formerName }) => formerName !== null)).toMatchObject({
      name: 'Mend the bike',
      formerName: 'Repair the bike',
      fate: 'CHANGED',
    });
    expect(first.placeCounts).toMatchObject({ GONE: 1, KEPT: 1 });

    const whole = await compareRevisions(planned, 1);
    expect(whole.placeCounts).toMatchObject({ GONE: 2 });
    expect((await compareRevisions(planned, 3, 3)).stepCounts).toMatchObject({ CHANGED: 0, NEW: 0, GONE: 0 });
  });

  it('a revision that is not there is a fault that says which there are', async () => {
    const { drawStream, stream, compareRevisions } = useCasesOn(await database.open());
    await drawStream({ napkin: BIKE_SHOP });
    const planned = await stream('bike-repair');
    if (!planned) throw new Error('the stream was not drawn');
    await expect(compareRevisions(planned, 7)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'The stream "bike-repair" has no revision 7; its revisions are 1 to 1.',
    });
    await expect(compareRevisions(planned, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
