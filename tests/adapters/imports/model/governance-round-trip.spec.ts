import { describe, expect, it } from '@jest/globals';
import { printModel } from '../../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';
import { comparable, readBack } from './there-and-back.js';

const GOVERNED = `stream Ramp repair
customer: Shop
owner: Lena
demand: 6/week
sales:
owner: Tomas
Take the order @Tomas 20m {order taking}
Price the ramp @Kim 45m lead 10cd {estimating} serves "Ladder safety"
Release the price @Lena 5m {margin control} approves "Price the ramp"
fulfilment:
Weld the ramp @Kim 3h every 1month {welding}
wait 3cd "paint dries"
Send the bill @Tomas 10m {billing}

never together: Price the ramp, Send the bill
compensating control: Price the ramp, Release the price "Lena reads ten prices a month"
owner of Take the order, Price the ramp: Kim
obligation: Ladder safety "Works rule 12"
person Kim 30h {estimating, welding}
`;

describe.each(['BPMN', 'ARCHIMATE'] as const)('a stream with duties that went out as %s', (format) => {
  const plan = planNapkin(GOVERNED);
  const back = readBack(printModel(plan, format));

  it('keeps its owners, controls, obligations and what its steps serve', () => {
    expect(back.stream).toMatchObject({
      stageOwners: [{ owner: 'Kim', steps: ['take-the-order', 'price-the-ramp'] }],
      compensations: [
        { steps: ['price-the-ramp', 'release-the-price'], control: 'Lena reads ten prices a month' },
      ],
      obligations: [{ name: 'Ladder safety', source: 'Works rule 12' }],
    });
    expect(back.stream.steps[1]?.serves).toEqual(['Ladder safety']);
    expect(back.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });

  it('says calendar days as calendar days, never as seconds with a fraction', () => {
    expect(back.napkin).toContain('lead 10cd');
    expect(back.napkin).toContain('wait 3cd');
    expect(back.napkin).not.toMatch(/\d\.\d+s/);
  });

  it('keeps the unit in which a time was written, so that it follows the calendar as before', () => {
    expect(back.napkin).toMatch(/^Weld the ramp +@Kim 3h every 1month/m);
    expect(back.napkin).toContain('@Kim 45m lead 10cd');
  });

  it('comes back whole', () => {
    expect(comparable(back.stream)).toEqual(comparable(plan.stream));
  });
});
