import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'DUTIES_NOT_APART_TODAY';
const napkin = (pay: string, release: string, check: string, sew = '@Ola'): string =>
  `stream Suits\nsales:\nPrice the suit @Ada 10m\nRelease the price ${release} 5m approves "Price the suit"\nfulfilment:\nSew the suit ${sew} 2h\nInspect the suit ${check} 5m checks "Sew the suit"\nOrder cloth @Bo 5m\nPay the weaver ${pay} 5m\nnever together: Order cloth, Pay the weaver\n`;

describe('duties-not-apart-today', () => {
  it('finds who does today what must never be together, with the steps and their lines', () => {
    const plan = planNapkin(napkin('@bo', '@Eve', '@Eve'));
    expect(found(plan, CODE)).toEqual([
      'Done today by Bo: "Order cloth" (line 8) and "Pay the weaver" (line 9), which must never be together in one pair of hands. Give one of them to somebody else; a firm too small for that declares the control that stands in for it (compensating control: A, B "who looks at what, and how often").',
    ]);
    expect(stepsFound(plan, CODE)).toEqual(['order-cloth', 'pay-the-weaver']);
  });

  it('finds who approves or alone checks their own work', () => {
    const [approves, checks] = found(planNapkin(napkin('@Eve', '@Ada', '@Ola')), CODE);
    expect(approves).toContain(
      'Done today by Ada: "Price the suit" (line 3), and "Release the price" (line 4)',
    );
    expect(checks).toContain(
      'Done today by Ola alone: "Sew the suit" (line 6), and "Inspect the suit" (line 7)',
    );
  });

  it('is content with a colleague at the check, and with a name that several people stand behind', () => {
    expect(found(planNapkin(napkin('@Eve', '@Eve', '@Ola @Eve')), CODE)).toEqual([]);
    expect(found(planNapkin(napkin('@Eve', '@Eve', '@Crew x2', '@Crew x2')), CODE)).toEqual([]);
  });
});
