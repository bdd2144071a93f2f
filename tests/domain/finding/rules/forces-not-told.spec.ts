import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const PASTED = [
  'Answer the phone',
  'Measure the site',
  'Write the quote',
  'Negotiate the price',
  'Order the parts',
  'Build the fence',
  'Deliver the goods',
  'Invoice',
];

describe('forces-not-told', () => {
  it('shows where ten pasted lines turn from winning the work to keeping the promise', () => {
    expect(found(planNapkin(PASTED.join('\n')), 'FORCES_NOT_TOLD')).toEqual([
      'By their names, the steps up to "Negotiate the price" win the work and those from "Order the parts" on keep the promise. ' +
        'Where that is so, write `sales:` above "Answer the phone" and `fulfilment:` above "Order the parts"; roles are proposed from then on.',
    ]);
  });

  it('is right: with the two lines in their places roles are proposed', () => {
    const told = ['sales:', ...PASTED.slice(0, 4), 'fulfilment:', ...PASTED.slice(4)].join('\n');
    const plan = planNapkin(told);
    expect(plan.structure?.roles.length).toBeGreaterThan(0);
    expect(found(plan, 'FORCES_NOT_TOLD')).toEqual([]);
  });

  it('says nothing where no name tells, and where somebody began to say it', () => {
    expect(found(planNapkin('Foo\nBar\nBaz'), 'FORCES_NOT_TOLD')).toEqual([]);
    expect(found(planNapkin(['sales:', ...PASTED].join('\n')), 'FORCES_NOT_TOLD')).toEqual([]);
  });
});
