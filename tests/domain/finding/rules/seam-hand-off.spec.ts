import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const CODE = 'SEAM_HAND_OFF';

describe('seam-hand-off', () => {
  it('finds where sales hands over to fulfilment, between whom, how long it waits and why', () => {
    const plan = planNapkin(
      'stream Bread\nsales:\nTake the order @Ada 90%\nwait 2d "nobody looks at the tray"\nfulfilment:\nBake the bread @Bo\n',
    );
    expect(found(plan, CODE)).toEqual([
      'Work passes from sales and marketing to process and fulfilment between "Take the order" (line 3) and "Bake the bread" (line 6), from Ada to Bo. It waits 2 d there ("nobody looks at the tray").',
    ]);
    expect(stepsFound(plan, CODE)).toEqual(['take-the-order', 'bake-the-bread']);
  });

  it('asks for the wait, the quality and the people where nobody has told them', () => {
    const [message] = found(planNapkin('stream Bread\nsales:\nSell\nfulfilment:\nBake\n'), CODE);
    expect(message).toContain('it is not known from whom to whom');
    expect(message).toContain('Nobody has said how long it waits there');
    expect(message).toContain('Nobody has said how much of what arrives can be used');
  });

  it('says how often work comes back over it', () => {
    const text = (back: string) =>
      `stream Bread\nsales:\nSell @Ada 90%\nwait 2d\nfulfilment:\nBake @Bo\n${back}Pack @Bo\n`;
    expect(found(planNapkin(text('')), CODE)[0]).not.toContain('comes back');
    expect(found(planNapkin(text('back to Sell 10%\n')), CODE)[0]).toContain(
      'Work comes back over it (one return).',
    );
  });

  it('says when one person carries the work over', () => {
    const text = 'stream Bread\nsales:\nSell @Ada\nfulfilment:\nBake @Ada\n';
    expect(found(planNapkin(text), CODE)[0]).toContain('carried over by Ada');
  });

  it('is silent where there is no seam', () => {
    expect(found(planNapkin('stream Bread\nsales:\nSell\nBake\n'), CODE)).toEqual([]);
  });
});
