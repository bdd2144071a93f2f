import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'COMPENSATING_CONTROL_DECLARED';
const napkin = (rules: string, approver = '@Ada') =>
  `stream Bread\nowner: Ada\nsales:\nTake the order @Ada {order intake}\nfulfilment:\nOrder flour @Ada {purchasing}\nPay the mill ${approver} {payment}\n${rules}\n`;
const CONTROL = 'compensating control: Order flour, Pay the mill "the bank shows Bo every payment"';

describe('compensating-control-declared', () => {
  it('prints the control, the steps and its line', () => {
    const plan = planNapkin(napkin(`never together: Order flour, Pay the mill\n${CONTROL}`));
    expect(found(plan, CODE)).toEqual([
      expect.stringMatching(
        /"Order flour" \(line 6\) and "Pay the mill" \(line 7\).*\(line 9\).*the bank shows Bo every payment/,
      ),
    ]);
    expect(stepsFound(plan, CODE)).toEqual(['order-flour', 'pay-the-mill']);
    expect(found(plan, 'DUTIES_NOT_APART_TODAY')).toEqual([]);
  });

  it('says where nothing needs it, and where people could be kept apart', () => {
    expect(found(planNapkin(napkin(CONTROL)), CODE)[0]).toContain('take the control away');
    const two = planNapkin(napkin(`never together: Order flour, Pay the mill\n${CONTROL}`, '@Bo'));
    expect(found(two, CODE)[0]).toContain('Ada and Bo do these steps today');
  });

  it('is content where none is declared', () => {
    expect(found(planNapkin(napkin('never together: Order flour, Pay the mill')), CODE)).toEqual([]);
  });
});
