import { describe, expect, it } from '@jest/globals';
import { judge, rejudge, type Wish } from '../../../src/domain/responsibility/index.js';
import { gateContext, kept, withAssignments, type GateSketch } from '../../support/gate-builder.js';
import { CABINET_SHOP } from './cabinet-case.js';

const before = gateContext(CABINET_SHOP);
const wishes: readonly Wish[] = [
  { holder: 'Joiner', letter: 'C', step: 'Measure the kitchen', reason: null },
  { holder: 'Sander', letter: 'R', step: 'Measure the kitchen', reason: null },
  { holder: 'Marta', letter: 'A', step: 'Send the bill', reason: null },
];
const accepted = kept(before, judge(before, wishes));

function standing(sketch: GateSketch): readonly boolean[] {
  const context = withAssignments(gateContext(sketch), accepted);
  return rejudge(context, accepted).map(({ stillJustified }) => stillJustified);
}

function change(name: string, part: Partial<GateSketch['steps'][number]>): GateSketch {
  const steps = CABINET_SHOP.steps.map((step) => (step.name === name ? { ...step, ...part } : step));
  return { ...CABINET_SHOP, steps };
}

describe('what was accepted', () => {
  it('stands while the stream stays as it is', () => {
    expect(accepted).toHaveLength(3);
    expect(standing(CABINET_SHOP)).toEqual([true, true, true]);
  });

  it('loses its reason when the step demands something else', () => {
    expect(standing(change('Measure the kitchen', { needs: ['photography'] }))).toEqual([true, false, true]);
  });

  it('loses its reason with the step, and says that the step has left', () => {
    const steps = CABINET_SHOP.steps.filter(({ name }) => name !== 'Measure the kitchen');
    const context = withAssignments(gateContext({ ...CABINET_SHOP, steps, returns: [] }), accepted);
    const [consulted, responsible, owner] = rejudge(context, accepted);
    expect(consulted?.lost.map(({ code }) => code)).toEqual(['STEP_NOT_IN_THIS_REVISION']);
    expect(responsible?.stillJustified).toBe(false);
    expect(owner?.stillJustified).toBe(true);
  });

  it('loses its reason when the return that tied the steps is gone, or the owner changes', () => {
    expect(standing({ ...CABINET_SHOP, returns: [], owner: 'Hugo' })).toEqual([false, true, false]);
  });

  it('of an owner who owns it no longer names that first, with the owner line as what would put it right', () => {
    const context = withAssignments(gateContext({ ...CABINET_SHOP, owner: 'Hugo' }), accepted);
    const [, , owner] = rejudge(context, accepted);
    expect(owner?.lost.map(({ code }) => code)).toEqual(['SECOND_ACCOUNTABLE']);
    expect(owner?.lost[0]?.message).toBe(
      'The accountability of "Send the bill" (line 17) was taken by Marta as an owner, and nobody names Marta as the owner of the stream "Kitchen to cheque" or process and fulfilment of "Kitchen to cheque" now. The accountability rests with Office clerk again.',
    );
    expect(owner?.lost[0]?.remedy).toContain('owner: Marta');
  });

  it('is found again when the stream demands it again', () => {
    expect(standing({ ...CABINET_SHOP, returns: [] })).toEqual([false, true, true]);
    expect(standing(CABINET_SHOP)).toEqual([true, true, true]);
  });

  it('does not stand in its own way: a wish that is already kept is in force and changes nothing', () => {
    const context = withAssignments(before, accepted);
    expect(judge(context, wishes)).toMatchObject(wishes.map(() => ({ kind: 'AcceptedWish', inForce: true })));
  });

  it('that exclude each other by now: the earlier one stands', () => {
    const both: GateSketch = {
      steps: [
        { name: 'Enter', needs: ['bookkeeping'] },
        { name: 'Pay', needs: ['payments'] },
      ],
      roles: { Clerk: ['Enter'], Payer: ['Pay'] },
      people: [{ name: 'Kim', can: ['bookkeeping', 'payments'] }],
    };
    const free = gateContext(both);
    const held = kept(
      free,
      judge(free, [
        { holder: 'Kim', letter: 'R', step: 'Pay', reason: null },
        { holder: 'Kim', letter: 'R', step: 'Enter', reason: null },
      ]),
    );
    const strict = withAssignments(gateContext({ ...both, apart: [['Enter', 'Pay']] }), held);
    const [pay, enter] = rejudge(strict, held);
    expect(pay?.stillJustified).toBe(true);
    expect(enter?.lost.map(({ code }) => code)).toEqual(['DUTIES_MUST_STAY_APART']);
  });

  it('beyond the hours that there are by now: what was accepted first stands', () => {
    const shorter = {
      ...CABINET_SHOP,
      people: CABINET_SHOP.people?.map((person) =>
        person.name === 'Sander' ? { ...person, hours: 5 } : person,
      ),
    };
    expect(standing(shorter)).toEqual([true, false, true]);
  });
});
