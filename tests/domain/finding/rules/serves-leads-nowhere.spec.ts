import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'SERVES_LEADS_NOWHERE';
const napkin = (mark: string): string =>
  `stream Bread\nowner: Ada\nsales:\nTake the order {order intake}\nfulfilment:\nKeep the books {bookkeeping} ${mark}\nobligation: Books "§ 238 HGB"\n`;

describe('serves-leads-nowhere', () => {
  it('finds the step that serves what nobody knows, and the missing link', () => {
    const plan = planNapkin(napkin('serves Boats'));
    expect(found(plan, CODE)).toEqual([
      '"Keep the books" (line 6) serves "Boats", and that justifies nothing: "Boats" is no stream and no obligation that is known here. Write the name of a stream or of an obligation as it is declared, or take the mark away.',
    ]);
    expect(stepsFound(plan, CODE)).toEqual(['keep-the-books']);
  });

  it('is content where the chain ends, and where nothing is served', () => {
    expect(found(planNapkin(napkin('serves Books')), CODE)).toEqual([]);
    expect(found(planNapkin(napkin('')), CODE)).toEqual([]);
  });
});
