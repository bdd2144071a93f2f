import { describe, expect, it } from '@jest/globals';
import {
  judge,
  printNapkin,
  readNapkin,
  writeRaciReport,
  writeRoleCards,
} from '../../../src/domain/index.js';
import { acceptedIn, planNapkin, stepsOf, wish } from '../../support/planned-napkin.js';

const STAGE = 'owner of "Order flour", Pay the mill: Bo\n';
const napkin = (stage: string): string =>
  `stream Bread\nowner: Ada\n${stage}sales:\nTake the order {order intake}\nfulfilment:\nOrder flour {purchasing}\nPay the mill {payment}\n`;
const plan = planNapkin(napkin(STAGE));

describe('the owner of a stage', () => {
  it('may take the accountability of its steps and of no other', () => {
    const [own, other] = judge(plan.gate, [
      wish('Bo', 'A', 'Order flour'),
      wish('Bo', 'A', 'Take the order'),
    ]);
    expect(own).toMatchObject({ kind: 'AcceptedWish', because: [{ rule: 'OWNS' }] });
    expect(own?.kind === 'AcceptedWish' && own.because[0].text).toContain(
      'Bo owns the steps "Order flour" and "Pay the mill"',
    );
    expect(other?.kind === 'RefusedWish' && other.reasons.map(({ code }) => code)).toContain(
      'SECOND_ACCOUNTABLE',
    );
  });

  it('is nobody else: who owns another stage, or none, takes nothing here', () => {
    const two = planNapkin(napkin(`owner of Take the order: Cy\nperson Di 8h {order intake}\n${STAGE}`));
    const [stranger, none] = judge(two.gate, [
      wish('Cy', 'A', 'Order flour'),
      wish('Di', 'A', 'Order flour'),
    ]);
    for (const verdict of [stranger, none])
      expect(verdict?.kind === 'RefusedWish' && verdict.reasons.map(({ code }) => code)).toContain(
        'SECOND_ACCOUNTABLE',
      );
    const [own] = judge(two.gate, [wish('Cy', 'A', 'Take the order')]);
    expect(own?.kind).toBe('AcceptedWish');
  });

  it('takes a step only while nobody else has taken it', () => {
    const assignments = acceptedIn(plan, [wish('Bo', 'A', 'Order flour')]);
    const { gate } = planNapkin(napkin(STAGE), { assignments });
    const [second] = judge(gate, [wish('Ada', 'A', 'Order flour')]);
    const [again] = judge(gate, [wish('Bo', 'A', 'Order flour')]);
    expect([second?.kind, again?.kind]).toEqual(['RefusedWish', 'AcceptedWish']);
  });

  it('is named at the head of the matrix and of every report', () => {
    expect(plan.matrix?.owners.at(-1)).toEqual({
      scope: 'STAGE',
      owner: 'Bo',
      steps: ['order-flour', 'pay-the-mill'],
    });
    const ground = { plan, revision: null, date: '2026-01-01' };
    expect(writeRaciReport({ ...ground, refusals: [] }).owners.at(-1)).toEqual({
      owner: 'Bo',
      scope: '"Order flour" and "Pay the mill"',
    });
    expect(writeRoleCards(ground).owners.at(-1)).toBe('Bo ("Order flour" and "Pay the mill")');
  });

  it('loses what was taken when the stage is theirs no longer', () => {
    const assignments = acceptedIn(plan, [wish('Bo', 'A', 'Order flour')]);
    const after = planNapkin(napkin(''), { assignments, known: stepsOf(plan) });
    expect(after.assignments[0]).toMatchObject({ stillJustified: false });
    expect(after.assignments[0]?.lost[0]?.remedy).toContain('owner of Order flour: Bo');
  });

  it('is told with the names of steps that there are', () => {
    const { drafts } = readNapkin(napkin('owner of Order sugar: Bo\n'));
    expect(drafts).toHaveLength(1);
    expect(() => planNapkin(napkin('owner of Order sugar: Bo\n'))).toThrow(/`owner of` names "Order sugar"/);
  });

  it('prints back as it is', () => {
    const text = napkin('owner of "Order: flour", "Pay, the mill": Bo\n');
    expect(printNapkin(readNapkin(text).drafts)).toBe(text);
  });
});
