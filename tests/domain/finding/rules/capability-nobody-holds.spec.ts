import { describe, expect, it } from '@jest/globals';
import { found } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const napkin = (person: string): string =>
  `stream Bread\nsales:\nTake the order {order intake}\nfulfilment:\nBake the bread {sourdough 3}\nWire the oven {oven wiring (licence)}\n${person}`;
const CODE = 'CAPABILITY_NOBODY_HOLDS';

describe('capability-nobody-holds', () => {
  it('finds what no named person can do, at its level and with its licence, and who comes near', () => {
    const plan = planNapkin(napkin('person Bo 40h {order intake, sourdough 2, oven wiring}\n'));
    expect(found(plan, CODE)).toHaveLength(2);
    expect(found(plan, CODE)[0]).toContain('sourdough at level 3, which "Bake the bread" (line 5) demands');
    expect(found(plan, CODE)[0]).toContain('Bo comes near, without the level or the licence');
    expect(found(plan, CODE)[1]).toContain('oven wiring (licence)');
  });

  it('is content where somebody can', () => {
    const plan = planNapkin(napkin('person Bo 40h {order intake, sourdough 3, oven wiring (licence)}\n'));
    expect(found(plan, CODE)).toEqual([]);
  });

  it('does not call somebody unable who does it today and of whom nobody has said what they can do', () => {
    const text =
      'stream Bread\nsales:\nSell @Ada {selling}\nfulfilment:\nBake @Bo {sourdough}\nGlaze @Ada {glazing}\nperson Ada {selling}\n';
    expect(found(planNapkin(text), CODE)).toHaveLength(1);
    expect(found(planNapkin(text), CODE)[0]).toContain('glazing');
  });

  it('says nothing where nobody has told what people can do, and nothing of demands that nobody stated', () => {
    expect(found(planNapkin(napkin('')), CODE)).toEqual([]);
    const unstated =
      'stream Bread\nsales:\nTake the order\nfulfilment:\nBake the bread\nperson Bo 40h {baking}\n';
    expect(found(planNapkin(unstated), CODE)).toEqual([]);
  });
});
