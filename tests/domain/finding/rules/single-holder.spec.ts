import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const napkin = (people: string): string =>
  `stream Bread\nsales:\nTake the order @Ada {order intake}\nfulfilment:\nBake the bread @Bo {sourdough}\nGlaze the buns @Bo {glazing}\nSweep up @Ada @Bo {sweeping}\n${people}`;
const CODE = 'SINGLE_HOLDER';

describe('single-holder', () => {
  it('finds, once for each person, what only they can do by the person lines, and what stops without them', () => {
    const people = 'person Ada {order intake, glazing}\nperson Bo {sourdough, glazing}\n';
    const plan = planNapkin(napkin(people));
    expect(found(plan, CODE)).toHaveLength(2);
    expect(found(plan, CODE)[1]).toContain('Nobody but Bo can do sourdough');
    expect(found(plan, CODE)[1]).toContain('"Bake the bread" (line 5)');
    expect(found(plan, CODE)[0]).toContain('"Take the order" (line 3)');
    expect(stepsFound(plan, CODE)).toEqual(['take-the-order']);
  });

  it('goes by who is seen doing it where there are no person lines', () => {
    const messages = found(planNapkin(napkin('')), CODE);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toContain(
      'Nobody but Bo is seen doing the work of "Bake the bread" (line 5) and "Glaze the buns" (line 6)',
    );
  });

  it('is content where two can do everything', () => {
    const all = '{order intake, sourdough, glazing, sweeping}';
    expect(found(planNapkin(napkin(`person Ada ${all}\nperson Bo ${all}\n`)), CODE)).toEqual([]);
  });
});
