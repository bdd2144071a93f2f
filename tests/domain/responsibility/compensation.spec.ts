import { describe, expect, it } from '@jest/globals';
import { judge, type Plan } from '../../../src/domain/index.js';
import { acceptedIn, planNapkin, stepsOf, wish } from '../../support/planned-napkin.js';

const napkin = (rules: string, people = 'person Ada 40h {order intake, purchasing, payment}') =>
  `stream Bread\nowner: Ada\nsales:\nTake the order {order intake}\nfulfilment:\nOrder flour {purchasing}\nPay the mill {payment}${rules}\n${people}\n`;
const APART = '\nnever together: Order flour, Pay the mill';
const APPROVED = ' approves "Order flour"';
const CONTROL = '\ncompensating control: Order flour, Pay the mill "the bank shows Bo every payment"';
const BOTH = [wish('Ada', 'R', 'Order flour'), wish('Ada', 'R', 'Pay the mill')];

function verdicts(plan: Plan, wishes = BOTH) {
  return judge(plan.gate, wishes).map((verdict) =>
    verdict.kind === 'AcceptedWish' ? verdict.warnings.join(' ') : verdict.reasons.map(({ code }) => code),
  );
}

describe('a compensating control', () => {
  it.each([
    ['never together', APART],
    ['an approval', APPROVED],
  ])('lets one person have two duties that %s keeps apart, and says so', (_what, rule) => {
    expect(verdicts(planNapkin(napkin(rule)))).toEqual([
      ['CONTRADICTS', 'DUTIES_MUST_STAY_APART'],
      ['CONTRADICTS', 'DUTIES_MUST_STAY_APART'],
    ]);
    for (const told of verdicts(planNapkin(napkin(rule + CONTROL)))) {
      expect(told).toContain('under a compensating control: "the bank shows Bo every payment"');
      expect(told).toContain('Nobody else is known who could do one of the two.');
    }
  });

  it('is told to the firm that is too small as the way to put it right', () => {
    const [refused] = judge(planNapkin(napkin(APART)).gate, BOTH);
    const remedies =
      refused?.kind === 'RefusedWish' ? refused.reasons.map(({ remedy }) => remedy).join(' ') : '';
    expect(remedies).toContain(
      'compensating control: Order flour, Pay the mill "who looks at what, and how often"',
    );
  });

  it('says who else could, where the firm is not that small', () => {
    const people = 'person Ada 40h {purchasing, payment}\nperson Bo 40h {payment}';
    expect(verdicts(planNapkin(napkin(APART + CONTROL, people)))[0]).toContain(
      'Bo could do one of the two instead.',
    );
  });

  it('is of the steps that it names and of people only: roles stay apart', () => {
    const other = '\ncompensating control: Take the order, Pay the mill "Bo looks"';
    expect(verdicts(planNapkin(napkin(APART + other)))[0]).toContain('DUTIES_MUST_STAY_APART');
    const plan = planNapkin(napkin(APART + CONTROL));
    const holders = plan.structure?.roles.filter(({ steps }) => steps.some((key) => /flour|mill/.test(key)));
    expect(holders?.length).toBe(2);
  });

  it('is printed beside both steps', () => {
    const rows = planNapkin(napkin(APART + CONTROL)).matrix?.rows ?? [];
    expect(rows.map(({ notes }) => notes.join())).toEqual([
      '',
      'Compensating control: one person may do this and "Pay the mill", since "the bank shows Bo every payment".',
      'Compensating control: one person may do this and "Order flour", since "the bank shows Bo every payment".',
    ]);
  });

  it('takes the reason with it when it is taken away', () => {
    const before = planNapkin(napkin(APART + CONTROL));
    const assignments = acceptedIn(before, BOTH);
    const after = planNapkin(napkin(APART), { assignments, known: stepsOf(before) });
    expect(after.assignments.map(({ lost }) => lost.map(({ code }) => code))).toEqual([
      [],
      ['DUTIES_MUST_STAY_APART'],
    ]);
  });
});
