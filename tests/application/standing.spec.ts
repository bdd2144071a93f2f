import { expect, it } from '@jest/globals';
import type { Wish } from '../../src/domain/index.js';
import { describeOnEveryDatabase } from '../support/databases.js';
import { BIKE_SHOP, useCasesOn } from '../support/use-cases.js';

const BEN: Wish = { holder: 'Ben', step: 'Repair the bike', letter: 'R', reason: null };
const ADA: Wish = { holder: 'Ada', step: 'Quote the repair', letter: 'A', reason: null };
const WITHOUT_REPAIR = BIKE_SHOP.replace(/Repair the bike {2}.*\nback to.*\n/, '');

describeOnEveryDatabase('the log of what stood and stands', (database) => {
  async function shopWith(...wishes: readonly Wish[]) {
    const opened = await database.open();
    const useCases = useCasesOn(opened);
    await useCases.drawStream({ napkin: BIKE_SHOP });
    await useCases.proposeAssignments({ stream: 'bike-repair', wishes });
    const log = async () => useCases.standingLog(await stored());
    const stored = async () => {
      const planned = await useCases.stream('bike-repair');
      if (!planned) throw new Error('the shop is kept');
      return planned.stored;
    };
    return { ...useCases, opened, log, stored };
  }

  it('tells the revision and the change that took a reason, and the way back', async () => {
    const { drawStream, log } = await shopWith(BEN);
    expect(await log()).toEqual([]);
    await drawStream({ napkin: WITHOUT_REPAIR });
    const [lost, ...more] = await log();
    expect(more).toEqual([]);
    expect(lost).toMatchObject({
      kind: 'LOST',
      cause: 'REVISION',
      revision: 2,
      holder: 'Ben',
      letter: 'R',
      step: { key: 'repair-the-bike', name: 'Repair the bike' },
      changes: ['"Repair the bike" has left the stream.'],
      reasons: [{ code: 'STEP_NOT_IN_THIS_REVISION' }],
    });
    expect(lost?.reasons[0]?.remedy).toContain('draw "Repair the bike" again');
  });

  it('tells that it has its reason again, once what took it is taken back', async () => {
    const { drawStream, log, stored } = await shopWith(BEN);
    await drawStream({ napkin: WITHOUT_REPAIR });
    await drawStream({ napkin: BIKE_SHOP });
    expect((await log()).map(({ kind, revision }) => [kind, revision])).toEqual([
      ['LOST', 2],
      ['REGAINED', 3],
    ]);
    expect((await log())[1]?.changes).toEqual(['"Repair the bike" is in the stream again.']);
    expect((await stored()).assignments).toHaveLength(1);
  });

  it('names the person line or the owner where that is what has changed', async () => {
    const { drawStream, log } = await shopWith(BEN, ADA);
    await drawStream({
      napkin: BIKE_SHOP.replace('{bicycle repair}\n`', '').replace('35h {bicycle repair}', '35h {welding}'),
    });
    await drawStream({ napkin: BIKE_SHOP.replace('owner: Ada', 'owner: Cleo') });
    const told = (await log()).map(({ kind, holder, changes }) => [kind, holder, changes.join(' ')]);
    expect(told).toEqual([
      ['LOST', 'Ben', expect.stringMatching(/The person line of Ben: .*bicycle repair → .*welding/)],
      ['REGAINED', 'Ben', expect.stringMatching(/welding → .*bicycle repair/)],
      ['LOST', 'Ada', 'The owner Ada → Cleo.'],
    ]);
  });

  it('names the return that tied a holder to the step, when it has gone and when it is back', async () => {
    const tied = BIKE_SHOP.replace('back to "Repair the bike" 5%', 'back to "Take the call" 5%');
    const { drawStream, log, stored, proposeAssignments } = await shopWith();
    await drawStream({ napkin: tied });
    await proposeAssignments({
      stream: 'bike-repair',
      wishes: [{ holder: 'Ben', step: 'Take the call', letter: 'C', reason: null }],
    });
    expect((await stored()).assignments).toHaveLength(1);
    await drawStream({ napkin: BIKE_SHOP });
    await drawStream({ napkin: tied });
    expect((await log()).map(({ kind, changes }) => [kind, changes])).toEqual([
      ['LOST', ['The return from "Repair the bike" back to "Take the call" has gone.']],
      ['REGAINED', ['There is a return from "Repair the bike" back to "Take the call" now.']],
    ]);
  });

  it('names a mark or a line of the flow only where that was the reason', async () => {
    const told = BIKE_SHOP.replace(/^Quote the repair.*$/m, (line) => `${line} tells Ben`);
    const tied = told.replace(/^Repair the bike/m, 'Fetch parts @Ada 5m {purchasing}\nRepair the bike');
    const { drawStream, log, proposeAssignments } = await shopWith();
    await drawStream({ napkin: tied });
    const wish = { holder: 'Ben', letter: 'I', reason: null } as const;
    await proposeAssignments({ stream: 'bike-repair', wishes: [{ ...wish, step: 'Quote the repair' }] });
    await proposeAssignments({ stream: 'bike-repair', wishes: [{ ...wish, step: 'Fetch parts' }] });
    await drawStream({
      napkin: tied
        .replace(' tells Ben', '')
        .replace(/^Fetch parts/m, 'Wash it @Ada 5m {cleaning}\nFetch parts')
        .replace(/^Repair the bike/m, 'Rest it @Ada 5m {cleaning}\nRepair the bike'),
    });
    expect((await log()).map((one) => ['step' in one ? one.step.name : '', one.changes])).toEqual([
      ['Quote the repair', ['"Quote the repair": tells Ben → (not told).']],
      [
        'Fetch parts',
        expect.arrayContaining(['Work no longer goes from "Fetch parts" straight to "Repair the bike".']),
      ],
    ]);
    expect((await log())[1]?.changes.join(' ')).not.toContain('tells');
  });

  it('says nothing of a revision that takes nothing, and of a stream where nothing was accepted', async () => {
    const { drawStream, log } = await shopWith();
    await drawStream({ napkin: WITHOUT_REPAIR });
    await drawStream({ napkin: `${BIKE_SHOP}# a note\n` });
    expect(await log()).toEqual([]);
  });

  it('withdraws an assignment once, and keeps that it was there over a restart', async () => {
    const { withdrawAssignment, stored, opened } = await shopWith(BEN);
    const [assignment] = (await stored()).assignments;
    const id = assignment?.id ?? '';
    await expect(withdrawAssignment({ assignment: id, expectedRevision: 9 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const { withdrawn, planned } = await withdrawAssignment({ assignment: id });
    expect(withdrawn.holder).toBe('Ben');
    expect(planned.plan.assignments).toEqual([]);
    await expect(withdrawAssignment({ assignment: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await opened.close();

    const again = useCasesOn(await database.open());
    const kept = await again.stream('bike-repair');
    expect(kept?.stored.assignments).toEqual([]);
    expect(kept && (await again.standingLog(kept.stored))).toMatchObject([
      { kind: 'WITHDRAWN', cause: 'WITHDRAWAL', holder: 'Ben', assignmentId: id },
    ]);
  });

  it('can be proposed anew after it was withdrawn', async () => {
    const { withdrawAssignment, proposeAssignments, stored } = await shopWith(BEN);
    await withdrawAssignment({ assignment: (await stored()).assignments[0]?.id ?? '' });
    const { verdicts, stored: count } = await proposeAssignments({ stream: 'bike-repair', wishes: [BEN] });
    expect(verdicts[0]).toMatchObject({ kind: 'AcceptedWish', inForce: false });
    expect(count).toBe(1);
  });

  it('is never rewritten, whoever writes to the database', async () => {
    const { drawStream } = await shopWith(BEN);
    await drawStream({ napkin: WITHOUT_REPAIR });
    await expect(database.raw(`UPDATE standing_move SET holder = 'Zoe'`)).rejects.toThrow(/never rewritten/);
  });
});
