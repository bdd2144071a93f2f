import { describe, expect, it } from '@jest/globals';
import { changedRoles } from '../../../../src/domain/structure/front/changed-roles.js';
import type { StructureProposal } from '../../../../src/domain/structure/index.js';
import { groundOfNapkin, proposalOf } from '../../../support/structure-of.js';

function planOf(text: string): StructureProposal {
  return proposalOf(groundOfNapkin(text));
}

/** The title of the role that does a step of this key. */
function titleOf(text: string, step: string): string | undefined {
  return planOf(text).roles.find(({ steps }) => steps.some((key) => key === step))?.name;
}

const WATER_CAMP = `stream Booking to tired children
demand: 20/week
sales:
Answer the parents @Ina 10m
Book the week @Ina 5m
fulfilment:
Tell stories by the fire @Rob 3h
Play games in the wood @Rob 6h
Cook the supper @Eve 2h
Wash the sleeping bags @Eve 20m
Hang up the hammocks @Rob 30m
Patch the boat @Udo 2h every 1w
`;

describe('a title is true of the role that carries it', () => {
  it('is not that of a trade of which only a side-line of the firm speaks', () => {
    const { roles, teams } = planOf(WATER_CAMP);
    expect(roles.map(({ name }) => name).join()).not.toContain('Boatbuilder');
    expect(teams.map(({ name }) => name).join()).not.toContain('Boatyard');
  });

  it('is not that of the trade for who does none of its work', () => {
    const text = `stream Toothache to filled tooth
demand: 40/week
sales:
Answer the phone @Kim 5m
fulfilment:
Drill and fill the tooth @Lea 40m
Zinkle the zorbs @Jo 30m
`;
    expect(titleOf(text, 'drill-and-fill-the-tooth')).toBe('Dentist');
    expect(titleOf(text, 'zinkle-the-zorbs')).not.toContain('Dent');
  });

  it('is that of one narrow thing only where nearly all of the work is that', () => {
    const guard = (others: string): string | undefined =>
      titleOf(
        `stream Wish to quiet night\ndemand: 30/week\nsales:\nTake the call @Al 5m\nfulfilment:\nPatrol at night @Bo 2h\n${others}`,
        'patrol-at-night',
      );
    expect(guard('')).toBe('Security Guard');
    expect(guard('Mow the meadow @Bo 90m\n')).not.toBe('Security Guard');
  });

  it('is not taken from a small part of the work, because that is the only part whose doer is known', () => {
    const text = `stream Sand to clean gold
demand: 10/week
sales:
Take the call @Al 5m
fulfilment:
Zinkle the gold @Bo 6h
Wash the gold @Bo 20m
`;
    expect(titleOf(text, 'wash-the-gold')).toBe('Gold Specialist');
  });

  it('is Upholsterer and not Tailor for who upholsters, and sews a little', () => {
    const text = `stream Bench to soft bench
demand: 10/week
sales:
Take the call @Al 10m
fulfilment:
Web the bench 5h @Bo {upholstery}
Sew the cushion 1h @Bo {sewing}
`;
    expect(titleOf(text, 'web-the-bench')).toBe('Upholsterer');
  });

  it('is that of a driver where most of the time goes into driving', () => {
    const text = `stream Order to full cellar
demand: 20/week
sales:
Take the call @Al 5m
fulfilment:
Load the van @Bo 10m
Drive to the cellar @Bo 90m
`;
    expect(titleOf(text, 'drive-to-the-cellar')).toMatch(/Driver$/);
  });

  it('is not of the office for who carves letters, splits logs or carries papers', () => {
    for (const work of ['Carve the letters', 'Split the logs', 'Carry the papers round']) {
      const text = `stream Wish to thing\ndemand: 9/week\nsales:\nTake the call @Al 5m\nfulfilment:\n${work} @Bo 3h\n`;
      expect(titleOf(text, work.toLowerCase().replaceAll(' ', '-'))).not.toContain('Office');
    }
  });
});

describe('what a role is called in another division of the work', () => {
  const { roles } = planOf(WATER_CAMP);
  const named = (names: readonly string[]) =>
    roles.map((role, at) => ({ ...role, name: names[at] ?? role.name }));

  it('is told where nobody had the new name and nobody keeps the old one', () => {
    const { renamed } = changedRoles(named(['Clerk']), named(['Administrator']), () => 1);
    expect(renamed).toMatchObject([{ before: 'Clerk', after: 'Administrator' }]);
  });

  it('is not told as a chain of names that only change places', () => {
    const { renamed } = changedRoles(named(['Clerk', 'Cook']), named(['Cook', 'Clerk']), () => 1);
    expect(renamed).toEqual([]);
  });
});
