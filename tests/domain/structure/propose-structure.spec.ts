import { describe, expect, it } from '@jest/globals';
import { proposeStructure } from '../../../src/domain/structure/index.js';
import { groundOf } from '../../support/stream-builder.js';
import { groundOfNapkin, oneRoleHolds, proposalOf, rolesHolding } from '../../support/structure-of.js';

const WORKSHOP = `stream Call to mended boat
customer: Skipper
demand: 5/week
sales:
Take the call      @Ida 10m {customer contact}
Look at the boat   @Olaf 1h {site survey}
Quote the repair   @Olaf 30m {estimating}
Agree the price    @Olaf 10m {negotiation}
fulfilment:
Order the planks   @Ida 20m {purchasing}
Book the slipway   @Ida 10m {scheduling}
Mend the hull      @Crew x3 4h {repair}
Paint the hull     @Crew 3h {surface finishing}
Check the hull     @Olaf 20m {quality inspection} checks "Mend the hull"
Invoice the repair @Ida 15m {billing}
Close the month    @Ida 3h every 1month {bookkeeping}
`;

describe('roles that people can work with', () => {
  const workshop = proposalOf(groundOfNapkin(WORKSHOP));

  it('cover every demand in exactly one role', () => {
    expect(workshop.roles.flatMap(({ demands }) => demands)).toHaveLength(11);
    expect(new Set(workshop.roles.flatMap(({ steps }) => steps)).size).toBe(11);
  });

  it('let the one who quotes also close', () => {
    expect(oneRoleHolds(workshop, 'quote-the-repair', 'agree-the-price')).toBe(true);
  });

  it('give a crew of three at least three positions', () => {
    const mending = workshop.roles.find((role) => role.steps.some((step) => step === 'mend-the-hull'));
    expect(mending?.positions).toBeGreaterThanOrEqual(3);
  });

  it('say for every role which steps are uncovered without it, and why its steps belong together', () => {
    for (const { why, demands, steps } of workshop.roles) {
      expect(why.filter(({ rule }) => rule === 'STEP_DEMANDS_CAPABILITY')).toHaveLength(demands.length);
      if (steps.length > 1) expect(why.length).toBeGreaterThan(demands.length);
    }
  });

  it('print the base of every percentage with the size', () => {
    expect(workshop.roles[0]?.fte.convention).toContain('less 15 % of the paid hours');
    expect(workshop.roles[0]?.fte.convention).toContain('of the rest 85 %');
  });

  it('make five office things of one person one office role', () => {
    const proposal = proposalOf(
      groundOfNapkin(`stream Office
demand: 10/week
sales:
Answer the phone @Ida 10m {customer contact}
fulfilment:
Plan the day @Ida 10m {scheduling}
Order paper @Ida 10m {purchasing}
Write the invoice @Ida 10m {billing}
Chase the payment @Ida 10m {collections}
`),
    );
    expect(proposal.roles).toHaveLength(1);
    expect(proposal.roles[0]?.positions).toBe(1);
  });

  it('never make a receptionist a surgeon, even where one person is seen doing both', () => {
    const steps = [
      { name: 'Greet', by: 'Kim', needs: ['reception'], hours: 1 },
      { name: 'Operate', by: 'Kim', needs: ['surgery (licence)'], hours: 1 },
    ];
    expect(oneRoleHolds(proposalOf(groundOf({ steps })), 'greet', 'operate')).toBe(false);
  });

  it('never let a cook send the invoices', () => {
    const steps = [
      { name: 'Cook', needs: ['cooking'], hours: 1 },
      { name: 'Send bills', needs: ['billing'], hours: 1 },
    ];
    expect(proposalOf(groundOf({ steps })).roles.map(({ name }) => name)).toEqual(['Cook', 'Billing Clerk']);
  });

  it('keep an approver from what they approve, and duties apart that must stay so', () => {
    const steps = [
      { name: 'Price', needs: ['estimating'], hours: 1 },
      { name: 'Release', needs: ['estimating'], hours: 1, approves: ['Price'] },
      { name: 'Pay', needs: ['billing'], hours: 1 },
      { name: 'Book', needs: ['billing'], hours: 1 },
    ];
    const proposal = proposalOf(groundOf({ steps, apart: [['Pay', 'Book']] }));
    expect(oneRoleHolds(proposal, 'price', 'release')).toBe(false);
    expect(oneRoleHolds(proposal, 'pay', 'book')).toBe(false);
  });

  it('give two positions to a role that checks its own work with four eyes', () => {
    const steps = [
      { name: 'Write', needs: ['copywriting'], hours: 1 },
      { name: 'Read', needs: ['copywriting'], hours: 1, checks: ['Write'] },
    ];
    expect(proposalOf(groundOf({ steps })).roles.map(({ positions }) => positions)).toEqual([2]);
  });

  it('share a step between roles where its capabilities do not go together', () => {
    const steps = [{ name: 'Open the clinic', needs: ['surgery', 'reception'], hours: 2 }];
    const proposal = proposalOf(groundOf({ steps }));
    expect(rolesHolding(proposal, 'open-the-clinic')).toEqual(['Surgeon', 'Receptionist']);
    expect(proposal.roles.map(({ hoursPerWeek }) => hoursPerWeek.value)).toEqual([1, 1]);
  });

  it('let a default yield to one step that needs more, and say so', () => {
    const needs = ['billing', 'bookkeeping', 'payroll', 'collections', 'scheduling', 'purchasing'];
    const proposal = proposalOf(groundOf({ steps: [{ name: 'Run the office', needs, hours: 1 }] }));
    expect(proposal.roles).toHaveLength(1);
    expect(proposal.notes.join(' ')).toContain('holds 6 capabilities');
  });

  it('do not take hands from people: who does it today is evidence, never a claim', () => {
    const proposal = proposalOf(
      groundOf({ steps: [{ name: 'Bill', by: 'Zoe', needs: ['billing'], hours: 1 }] }),
    );
    expect(proposal.roles[0]?.name).toBe('Billing Clerk');
  });
});

describe('sizes', () => {
  it('divide hours by what one position can work, and round up with a tolerance', () => {
    const exactly = 40 * 0.85 * 0.85;
    const proposal = proposalOf(
      groundOf({ steps: [{ name: 'Bill', needs: ['billing'], hours: exactly * 2 }] }),
    );
    expect(proposal.roles[0]?.fte.value).toBeCloseTo(2, 9);
    expect(proposal.roles[0]?.positions).toBe(2);
  });

  it('are unknown where nothing is measured, and a floor where something is', () => {
    const proposal = proposalOf(
      groundOf({
        steps: [
          { name: 'Bill', needs: ['billing'] },
          { name: 'Cook', needs: ['cooking'], hours: 3 },
          { name: 'Bake', needs: ['cooking'] },
        ],
      }),
    );
    expect(proposal.roles.map(({ positions }) => positions)).toEqual([null, 1]);
    expect(proposal.roles[0]?.fte.whyNot).not.toBeNull();
    expect(proposal.roles[1]?.hoursPerWeek).toMatchObject({ atLeast: true, measuredSteps: 1, ofSteps: 2 });
  });

  it('say why there are more people than the hours ask for', () => {
    const steps = [{ name: 'Lift', needs: ['lifting'], hours: 3, people: 2 }];
    const { roles, notes } = proposalOf(groundOf({ steps }));
    const name = roles[0]?.name ?? '';
    expect(roles[0]?.positions).toBe(2);
    expect(notes).toContain(
      `"${name}" is 2 positions where its hours alone would ask for 1, because "Lift" takes 2 people together.`,
    );
    expect(notes.join(' ')).toContain('combine it with other work of the people who take it');
    const alone = proposalOf(groundOf({ steps: [{ name: 'Bill', needs: ['billing'], hours: 30 }] }));
    expect(alone.notes.join(' ')).not.toContain('hours alone would ask');
  });

  it('tell hand-offs for one unit where nobody has said how many enter', () => {
    const steps = [
      { name: 'Bill', needs: ['billing'] },
      { name: 'Cook', needs: ['cooking'] },
    ];
    const figure = proposalOf(groundOf({ steps, demandPerWeek: null })).handOffsPerWeek;
    expect(figure).toMatchObject({ value: 1, unit: 'COUNT' });
    expect(figure.text).toContain('for one unit');
  });
});

describe('a proposal that cannot be made', () => {
  it('is refused below connected, with what is missing', () => {
    const refused = proposeStructure(groundOf({ steps: [{ name: 'A' }], rung: 'SKETCHED' }), {});
    expect(refused).toMatchObject({ kind: 'StreamNotReady', rung: 'SKETCHED', needed: 'CONNECTED' });
  });
});

describe('large streams', () => {
  const steps = Array.from({ length: 10_000 }, (_, at) => ({ name: `Piece ${at}`, hours: (at % 13) / 2 }));

  it('of 10,000 steps are planned, every step in one role', () => {
    const ground = groundOf({ steps });
    const proposal = proposalOf(ground);
    expect(proposal.roles.flatMap(({ steps: held }) => held)).toHaveLength(10_000);
    expect(new Set(proposal.roles.map(({ key }) => key)).size).toBe(proposal.roles.length);
    for (const { capabilities } of proposal.roles) expect(capabilities.length).toBeLessThanOrEqual(5);
    for (const { value, lowerBound } of proposal.objectives) expect(lowerBound).toBeLessThanOrEqual(value);
  });

  it('come in teams of at most nine positions', () => {
    const proposal = proposalOf(groundOf({ steps: steps.slice(0, 120) }));
    const sizes = new Map(proposal.roles.map(({ key, positions }) => [key, positions ?? 1]));
    expect(proposal.teams.length).toBeGreaterThan(1);
    expect(proposal.teams.flatMap(({ roles }) => roles)).toHaveLength(proposal.roles.length);
    for (const { roles } of proposal.teams) {
      expect(roles.reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0)).toBeLessThanOrEqual(9);
    }
  });
});
