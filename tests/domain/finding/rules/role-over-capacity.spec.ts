import { describe, expect, it } from '@jest/globals';
import { collectFindings } from '../../../../src/domain/finding/index.js';
import { found } from '../../../support/found.js';
import { gateContext } from '../../../support/gate-builder.js';
import { planNapkin } from '../../../support/planned-napkin.js';

const napkin = (people: string): string =>
  `stream Bread\ndemand: 10/week\nsales:\nTake the order 5m {order intake}\nfulfilment:\nBake the bread 6h {sourdough}\n${people}`;
const CODE = 'ROLE_OVER_CAPACITY';

describe('role-over-capacity', () => {
  it('finds a role with more work than the people who can do it have hours', () => {
    const [message] = found(planNapkin(napkin('person Bo 40h {sourdough}\n')), CODE);
    expect(message).toContain(
      'of work, and the people who can do it have 40 h a week in all (Bo 40 h): 20.8 h too many',
    );
  });

  it('finds a role with more work than its positions have hours', () => {
    const context = gateContext({
      steps: [{ name: 'Saw', needs: ['joinery'], hours: 50 }],
      roles: { Joiner: ['Saw'] },
      positions: { Joiner: 1 },
    });
    const findings = collectFindings({ ...context, assignments: [], adopted: true });
    expect(findings.find(({ code }) => code === CODE)?.message).toContain('10 h too many');
  });

  it('counts only those who can do it, and is silent where the hours of one of them are not told', () => {
    const [message] = found(planNapkin(napkin('person Bo 40h {sourdough}\nperson Di 40h {glazing}\n')), CODE);
    expect(message).toContain('40 h a week in all (Bo 40 h)');
    expect(found(planNapkin(napkin('person Bo 40h {sourdough}\nperson Cy {sourdough}\n')), CODE)).toEqual([]);
  });

  it('is content where the hours suffice, and does not guess hours that nobody told', () => {
    expect(found(planNapkin(napkin('person Bo 40h {sourdough}\nperson Cy 30h {sourdough}\n')), CODE)).toEqual(
      [],
    );
    expect(found(planNapkin(napkin('person Bo {sourdough}\n')), CODE)).toEqual([]);
    expect(found(planNapkin(napkin('')), CODE)).toEqual([]);
  });
});
