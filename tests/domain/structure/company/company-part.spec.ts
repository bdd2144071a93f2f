import { describe, expect, it } from '@jest/globals';
import {
  companyPart,
  designCompany,
  settleStructure,
  type CompanyStructure,
  type StructureLimits,
} from '../../../../src/domain/structure/index.js';
import { RENTAL, REPAIR } from '../../../support/bicycle-firm.js';
import { groundOfNapkin as groundOf } from '../../../support/structure-of.js';

function companyOf(limits: StructureLimits = {}): CompanyStructure {
  const company = designCompany([groundOf(REPAIR), groundOf(RENTAL)], limits);
  if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
  return company;
}

describe('what is said of a company', () => {
  it('is how many people carry it, what sharing saves, and the roles that are shared and no other', () => {
    const { roles, text } = companyOf();
    const shared = roles.filter(({ serves }) => serves.length > 1);
    expect(text).toContain(`in ${roles.length} roles carry 2 streams.`);
    expect(shared.length).toBeGreaterThan(1);
    expect(text).toContain(
      `${shared.length} roles serve several streams: ${shared.map(({ name }) => name).join(', ')}.`,
    );
    const apart = ['Bakery\nsales:\nSell bread {selling}', 'Yard\nsales:\nSell planks {selling}'].map(
      (head) =>
        groundOf(
          `stream ${head}\nfulfilment:\n${head.startsWith('B') ? 'Bake {baking}' : 'Saw {joinery}'}\n`,
        ),
    );
    const two = designCompany(apart, {});
    if (two.kind !== 'CompanyStructure') throw new Error(two.kind);
    const both = two.roles.filter(({ serves }) => serves.length > 1).map(({ name }) => name);
    expect(both).toHaveLength(1);
    expect(two.text).toContain(`1 role serves several streams: ${both[0]}.`);
  });
});

describe('what a company tells of time', () => {
  it('is in the working calendar of the stream that it is of', () => {
    const long = groundOf(`stream Bakery
day: 10h
demand: 20/week
sales:
Take the order {customer contact} 10m
Fix the day {customer contact} 10m
fulfilment:
Bake {baking} 1h
Pack {baking} 10m
`);
    const short = groundOf(`stream Hire
day: 8h
demand: 20/week
sales:
Answer the call {customer contact} 10m
wait 1d
Make the offer {customer contact} 10m
fulfilment:
Bring it {driving} 1h
`);
    const company = designCompany([long, short], {});
    const why = company.kind === 'CompanyStructure' ? company.roles.flatMap((role) => role.why) : [];
    const told = why.map(({ text }) => text).join(' ');
    expect(told).toContain('waiting 1 d on the way today');
    expect(told).not.toContain('8 h');
  });
});

describe('the part of one stream in a company', () => {
  it('has every demand of the stream once, in the roles of the company with their keys and names', () => {
    const company = companyOf();
    for (const napkin of [REPAIR, RENTAL]) {
      const ground = groundOf(napkin);
      const part = companyPart(company, ground);
      const held = part?.roles.flatMap(({ demands }) => demands.map(({ step }) => step)) ?? [];
      expect([...held].sort()).toEqual(ground.demands.map(({ step }) => step).sort());
      const known = new Map(company.roles.map(({ key, name }) => [key, name]));
      expect(part?.roles.every(({ key, name }) => known.get(key) === name)).toBe(true);
    }
  });

  it('is sized by its own hours, and says what the shared role is for all streams together', () => {
    const part = companyPart(companyOf(), groundOf(RENTAL));
    const mechanic = part?.roles.find(({ name }) => name === 'Bicycle Mechanic');
    expect([mechanic?.hoursPerWeek.value, mechanic?.positions]).toEqual([11.25, 1]);
    expect(part?.notes).toContain(
      '"Bicycle Mechanic" is one role with that of "Repair": 2 positions for all of them together, of which this stream pays for 0.44.',
    );
    expect(part?.notes.join(' ')).not.toContain('buy it in');
    expect(part?.method).toMatch(/^the part of "Rental" in one structure over 2 streams \(/);
  });

  it('keeps its bounds honest, and stands unchanged when it is adopted', () => {
    const ground = groundOf(RENTAL);
    const proposal = companyPart(companyOf(), ground);
    if (!proposal) throw new Error('no part');
    for (const { value, lowerBound } of proposal.objectives) expect(lowerBound).toBeLessThanOrEqual(value);
    const stands = settleStructure(ground, { revision: 1, adoptedAt: '', proposal });
    expect(stands.roles).toEqual(proposal.roles);
    expect(stands.notes).toEqual(proposal.notes);
  });

  it('keeps the limits that are about this stream, under its own steps', () => {
    const limits = {
      apart: [['Take the booking', 'Hand it over']],
      pins: [{ role: 'Ace', steps: ['Check it in'] }],
    };
    const part = companyPart(companyOf(limits), groundOf(RENTAL));
    expect(part?.limits.apart).toEqual([['take-the-booking', 'hand-it-over']]);
    expect(part?.limits.pins).toEqual([{ role: 'Ace', steps: ['check-it-in'] }]);
    expect(companyPart(companyOf(limits), groundOf(REPAIR))?.limits.pins).toBeUndefined();
  });

  it('is none where the stream asks for something else since, or was no part of the company', () => {
    expect(companyPart(companyOf(), groundOf(RENTAL.replace('45/week', '46/week')))).toBeNull();
    expect(companyPart(companyOf(), groundOf(RENTAL.replace('Rental', 'Lending')))).toBeNull();
  });
});
