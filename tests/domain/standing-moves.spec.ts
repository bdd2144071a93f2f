import { describe, expect, it } from '@jest/globals';
import { standingMoves } from '../../src/domain/index.js';
import { acceptedUnderIds as accepted, staffedIn as staffed } from '../support/kept-plan.js';
import { wish } from '../support/planned-napkin.js';
import { BAKER, BAKERY, DI, pins, plan, told } from './kept-bakery.js';

describe('what was accepted and stands no longer', () => {
  it('is nothing where nothing changed, and nothing where what changed takes no reason', () => {
    expect(told(BAKERY, BAKERY, [DI])).toEqual([]);
    expect(told(BAKERY, BAKERY.replace('Mix the dough @Cy 1h', 'Mix the dough @Cy 2h'), [DI])).toEqual([]);
  });

  it('is told whole: what, why it is lost and which change took it; and the way back', () => {
    const without = BAKERY.replace(/Carry it out.*\n/, '');
    const [lost, ...more] = told(BAKERY, without, [DI, wish('Bo', 'R', 'Price the cake')]);
    expect(more).toEqual([]);
    expect(lost).toMatchObject({
      moved: { id: 'Di R carry-it-out', holder: 'Di' },
      kind: 'LOST',
      cause: 'REVISION',
      changes: ['"Carry it out" has left the stream.'],
      reasons: [{ code: 'STEP_NOT_IN_THIS_REVISION' }],
    });
    const assignments = accepted(plan(BAKERY), DI);
    const gone = plan(without, { before: plan(BAKERY), assignments });
    expect(standingMoves(gone, plan(BAKERY, { assignments }), 'REVISION')).toEqual([
      {
        moved: assignments[0],
        kind: 'REGAINED',
        cause: 'REVISION',
        changes: ['"Carry it out" is in the stream again.'],
        reasons: [],
      },
    ]);
  });

  it('does not hold what was accepted in between to have moved', () => {
    const assignments = accepted(plan(BAKERY), DI);
    const after = plan(BAKERY.replace(/Carry it out.*\n/, ''), { before: plan(BAKERY), assignments });
    expect(standingMoves(plan(BAKERY), after, 'ACCEPTANCE')).toEqual([]);
  });
});

describe('another structure', () => {
  const own = plan(BAKERY);
  const assignments = accepted(own, wish(BAKER, 'C', 'Price the cake'));
  const renamed = plan(BAKERY, { limits: { pins: [{ role: 'Pastry cook', steps: ['Mix the dough'] }] } });
  const apart = plan(BAKERY, { limits: { maxStepsPerRole: 1, pins } });

  it('is told as the cause where it has not the role, and where it has it again', () => {
    expect(assignments).toHaveLength(1);
    const [before, after] = [own, renamed].map((adopted) => plan(BAKERY, { adopted, assignments }));
    if (!before || !after) throw new Error('no plan');
    expect(standingMoves(before, after, 'STRUCTURE')).toMatchObject([
      { kind: 'LOST', cause: 'STRUCTURE', changes: [`The structure adopted now has no role ${BAKER}.`] },
    ]);
    expect(standingMoves(after, before, 'STRUCTURE')).toMatchObject([
      { kind: 'REGAINED', changes: [`The structure adopted now has a role ${BAKER}.`], reasons: [] },
    ]);
  });

  it('is told as the cause where the role is there and carries other steps', () => {
    const quiet = BAKERY.replace(' tells Bo', '');
    const asked = accepted(plan(quiet), wish('Order Clerk', 'C', 'Mix the dough'));
    const [before, after] = [own, apart].map((adopted) => plan(quiet, { adopted, assignments: asked }));
    if (!before || !after) throw new Error('no plan');
    expect(standingMoves(before, after, 'STRUCTURE')).toMatchObject([
      { kind: 'LOST', changes: ['Another structure was adopted, and its roles carry other steps.'] },
    ]);
    expect(standingMoves(before, after, 'REVISION').map(({ changes }) => changes)).toEqual([
      ['Order Clerk no longer carries "Price the cake" in the adopted structure.'],
    ]);
  });
});

describe('another decision', () => {
  const few = BAKERY.replace('person Bo 30h', 'person Bo 6h');
  const [price, take] = ['Price the cake', 'Take the order'].map((step) =>
    accepted(plan(few), wish('Bo', 'R', step)),
  );
  const other = accepted(plan(few), DI);
  const one = plan(few, { assignments: price ?? [] });
  const both = plan(few, { assignments: [...(take ?? []), ...(price ?? []), ...other] });

  it('is told as the cause where it was accepted or withdrawn, if it is about the same holder or step', () => {
    const taken = 'Bo R price-the-cake';
    expect(standingMoves(one, both, 'ACCEPTANCE')).toMatchObject([
      { moved: { id: taken }, kind: 'LOST', changes: ['R of Bo at "Take the order" was accepted.'] },
    ]);
    expect(standingMoves(both, one, 'WITHDRAWAL')).toMatchObject([
      { moved: { id: taken }, kind: 'REGAINED', changes: ['R of Bo at "Take the order" was withdrawn.'] },
    ]);
  });

  it('is told where it is about the same step, whoever it is about', () => {
    const short = BAKERY.replace('Di 10h', 'Di 5h').replace('{baking, hyg', '{baking, driving, hyg');
    const busy = short.replace('10/week', '10.6/week');
    const [di, cy] = [DI, wish('Cy', 'R', 'Carry it out')].map((one) => accepted(plan(short), one));
    const alone = plan(busy, { assignments: di ?? [] });
    const shared = plan(busy, { assignments: [...(di ?? []), ...(cy ?? [])] });
    expect(standingMoves(alone, shared, 'ACCEPTANCE')).toMatchObject([
      { moved: { holder: 'Di' }, kind: 'REGAINED', changes: ['R of Cy at "Carry it out" was accepted.'] },
    ]);
  });

  it('names a person in a role, where that is what was decided', () => {
    const able = BAKERY.replace(
      '{order taking, estimating 3}',
      '{order taking, estimating 3, baking, driving}',
    );
    const [clerk, baker] = ['Order Clerk', BAKER].map((role) => staffed(plan(able), 'Bo', role));
    const [alone, all] = [baker ?? [], [...(clerk ?? []), ...(baker ?? [])]].map((staffing) => {
      return plan(able, { staffing, assignments: other });
    });
    if (!alone || !all) throw new Error('no plan');
    expect(standingMoves(alone, all, 'ACCEPTANCE')).toMatchObject([
      { moved: { person: 'Bo' }, kind: 'LOST', changes: ['Bo as Order Clerk was accepted.'] },
    ]);
    expect(standingMoves(all, alone, 'WITHDRAWAL')).toMatchObject([
      { kind: 'REGAINED', changes: ['Bo as Order Clerk was withdrawn.'] },
    ]);
  });
});
