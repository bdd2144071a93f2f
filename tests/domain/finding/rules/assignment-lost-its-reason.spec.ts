import { describe, expect, it } from '@jest/globals';
import { found, stepsFound } from '../../../support/found.js';
import { acceptedIn, planNapkin, stepsOf, wish } from '../../../support/planned-napkin.js';

const PEOPLE = 'person Bo 40h {baking, shaping}\n';
const napkin = (step: string): string =>
  `stream Bread\nowner: Ada\nsales:\nTake the order {order intake}\nfulfilment:\n${step}${PEOPLE}`;
const BAKED = napkin('Bake the bread {baking}\n');
const CODE = 'ASSIGNMENT_LOST_ITS_REASON';

describe('assignment-lost-its-reason', () => {
  const before = planNapkin(BAKED);
  const assignments = acceptedIn(before, [wish('Bo', 'R', 'Bake the bread')]);
  const known = stepsOf(before);

  it('finds an assignment whose step demands something else now: what it rested on, and the change', () => {
    const plan = planNapkin(napkin('Bake the bread {oven programming}\n'), { assignments, known });
    const [message] = found(plan, CODE);
    expect(message).toContain('Bo was given R for "Bake the bread" in revision 1 because Bo brings');
    expect(message).toContain('asks for nothing that Bo brings');
    expect(stepsFound(plan, CODE)).toEqual(['bake-the-bread']);
  });

  it('finds an assignment whose step has left the stream', () => {
    const plan = planNapkin(napkin('Shape the bread {shaping}\n'), { assignments, known });
    expect(found(plan, CODE)[0]).toContain('has left the stream');
    expect(stepsFound(plan, CODE)).toEqual([]);
  });

  it('is content while the step demands it', () => {
    expect(found(planNapkin(BAKED, { assignments, known }), CODE)).toEqual([]);
  });
});
