import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeStaffing } from '../../../src/domain/responsibility/index.js';
import {
  assessStaffing,
  gatherStaff,
  withStaff,
  type StaffingAssessment,
  type StaffMember,
} from '../../../src/domain/people/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { BAKERY, member } from './staff-case.js';

const plan = planNapkin(BAKERY);
/** The roles of the plan in the order of their first steps, whatever they are called. */
const [CLERK, BAKER, DRIVER] = rolesOf(plan);
const STAFF = [
  member('Noor', ['order taking', 'costing 4'], { hours: 24 }),
  member('Bram', ['baking', 'icing 5', 'lifting'], { hours: 44 }),
  member('Tess', ['baking', 'icing 2', 'lifting', 'van driving'], { hours: 40 }),
  member('Olle', ['van driving (licence)'], { hours: 10 }),
];

function rolesOf({ structure }: typeof plan) {
  const [clerk, baker, driver] = structure?.roles ?? [];
  if (!clerk || !baker || !driver) throw new Error('the bakery has three roles');
  return [clerk, baker, driver] as const;
}

function assess(people: readonly StaffMember[], of = plan): StaffingAssessment {
  return assessStaffing(of.gate, people);
}

const SKILLS = [
  ...['order taking', 'costing 4', 'costing 2', 'baking', 'icing 5', 'icing 2', 'lifting'],
  ...['van driving', 'van driving (licence)'],
];
const anyStaff = fc.array(fc.record({ can: fc.subarray(SKILLS), hours: fc.constantFrom(6, 20, 40, null) }), {
  minLength: 1,
  maxLength: 6,
});
const asStaff = (people: readonly { can: string[]; hours: number | null }[]): StaffMember[] =>
  people.map(({ can, hours }, nth) => member(`P${nth}`, can, { hours }));

describe('who can carry which role', () => {
  it('tells what is missing of each role: not there, the level too low, or the licence', () => {
    const [, , tess] = assess(STAFF).people;
    expect(tess?.roles.map(({ role, extent }) => [role, extent])).toEqual([
      [CLERK.key, 'NOTHING'],
      [BAKER.key, 'PART'],
      [DRIVER.key, 'NOTHING'],
    ]);
    expect(tess?.roles[1]?.missing).toEqual([
      { capability: 'icing', level: 4, has: 2, licence: false, why: 'LEVEL_TOO_LOW' },
    ]);
    expect(tess?.roles[2]?.missing[0]?.why).toBe('LICENCE_MISSING');
  });

  it('does not take silence for inability: of who only stands behind @ nothing is known', () => {
    const { people, cover, needs } = assess([]);
    expect(people.map(({ name, toldBy }) => [name, toldBy])).toEqual([
      ['Noor', 'STEPS'],
      ['Bram', 'STEPS'],
      ['Olle', 'STEPS'],
    ]);
    expect(people.every(({ roles }) => roles.every(({ extent }) => extent === 'UNKNOWN'))).toBe(true);
    expect(cover.smallest).toBeNull();
    expect(cover.steps.every(({ busFactor }) => busFactor === null)).toBe(true);
    expect(needs).toEqual([]);
  });
});

describe('who is over hours', () => {
  it('weighs the roles that people fill, shared by the positions, else the steps that they do today', () => {
    const [noor, bram] = assess([
      member('Noor', ['order taking', 'costing 4'], { hours: 6, roles: [CLERK.name] }),
      member('Bram', ['baking', 'icing 5', 'lifting'], { hours: 44 }),
    ]).people;
    expect(noor).toMatchObject({ loadOf: 'ROLES', hours: 'OVER', load: { value: 8 } });
    expect(bram).toMatchObject({ loadOf: 'STEPS_TODAY', hours: 'OVER', load: { value: 58 } });
  });

  it('calls hours that are just enough enough', () => {
    const filling = { hours: 8, roles: [CLERK.name] };
    const [noor] = assess([member('Noor', ['order taking', 'costing 4'], filling)]).people;
    expect(noor).toMatchObject({ hours: 'FITS', load: { value: 8 } });
  });

  it('only warns where the hours rest on a guess, and knows nothing where nobody has told them', () => {
    const guess = member('Noor', [], { hours: 6, roles: [CLERK.name] });
    const hours = { low: 6, likely: 6, high: 6, source: 'GUESS' as const };
    expect(assess([{ ...guess, hoursPerWeek: hours }]).people[0]?.hours).toBe('OVER_BY_GUESS');
    expect(assess([{ ...guess, hoursPerWeek: null }]).people[0]?.hours).toBe('UNKNOWN');
  });
});

describe('whose leaving leaves a step uncovered', () => {
  it('lists every smallest group with the steps it leaves, and who of a pair is needed together', () => {
    const { smallest, groups, uncovered } = assess(STAFF).cover;
    expect(smallest).toBe(1);
    expect(uncovered).toEqual([]);
    expect(groups.map(({ howMany, among, steps }) => [howMany, among, steps])).toEqual([
      [1, ['Noor'], ['take-the-order', 'price-the-cake']],
      [1, ['Bram'], ['lay-the-icing']],
      [1, ['Bram', 'Tess'], ['carry-it-in']],
      [1, ['Olle'], ['drive-it-there']],
    ]);
  });

  it('does not call a step uncovered that somebody does of whom nobody has said anything', () => {
    const { cover } = assess(STAFF.slice(0, 3));
    expect(cover.uncovered).toEqual([]);
    expect(cover.unsaid).toEqual(['drive-it-there']);
    const nobody = assess([...STAFF.slice(0, 3), member('Olle', ['baking'])]);
    expect(nobody.cover.uncovered).toEqual(['drive-it-there']);
  });

  it('agrees with trying every group of people, for any staff', () => {
    fc.assert(
      fc.property(anyStaff, (people) => {
        const staff = asStaff(people);
        const { cover } = assess(staff);
        const before = new Set(uncoveredOf(staff));
        let least: number | null = null;
        for (let away = 1; away < 1 << staff.length; away++) {
          const left = staff.map((one, nth) => (away & (1 << nth) ? { ...one, capabilities: [] } : one));
          const uncovered = uncoveredOf(left);
          const size = staff.filter((_, nth) => away & (1 << nth)).length;
          if (uncovered.some((step) => !before.has(step)) && (least === null || size < least)) least = size;
        }
        if (staff.some(({ capabilities }) => capabilities.length > 0)) expect(cover.smallest).toBe(least);
      }),
      { numRuns: 25 },
    );
  });
});

/** By hand: a step is uncovered where a demand is met by nobody, or fewer can do some of it than do it together. */
function uncoveredOf(staff: readonly StaffMember[]): string[] {
  const can = (one: StaffMember, name: string, level: number | null, licence: boolean): boolean =>
    one.capabilities.some(
      (has) =>
        has.name.toLowerCase() === name.toLowerCase() &&
        (level === null || (has.level ?? 0) >= level) &&
        (!licence || has.licence),
    );
  return plan.stream.steps.flatMap((step) => {
    const demands = plan.demands.filter((demand) => demand.step === step.key);
    const meets = demands.map(({ capability, level }) =>
      staff.filter((one) => can(one, capability.name, level, capability.licence)),
    );
    const some = new Set(meets.flat());
    return meets.some((able) => able.length === 0) || some.size < step.people ? [step.key] : [];
  });
}

describe('what must be learned or hired', () => {
  it('comes in the order of the hours at stake, with who is near and the role to hire for', () => {
    const needs = assess(STAFF.slice(0, 3)).needs;
    expect(
      needs.map(({ gap, demand, hoursAtStake }) => [gap, demand.capability.name, hoursAtStake.value]),
    ).toEqual([
      ['ONE', 'icing', 16],
      ['NOBODY', 'van driving', 8],
      ['ONE', 'Order taking', 4],
      ['ONE', 'costing', 4],
    ]);
    expect(needs[0]?.text).toBe(
      `Nobody but Bram can do icing at level 4: "Lay the icing" (line 9). Nearest: teach Tess, who has icing at level 2, where 4 is asked; else hire for the role ${BAKER.name}.`,
    );
  });

  it('asks those who do it today before anybody is taught or hired', () => {
    const [icing, driving] = assess(STAFF.slice(0, 3)).needs;
    expect(icing?.first).toBe('LEARN');
    expect(driving).toMatchObject({ first: 'ASK', ask: ['Olle'] });
    expect(driving?.text).toContain('Olle does it today, and nobody has said that they can: ask first; else');
  });

  it('tells where fewer can do it than it takes at once', () => {
    const need = assess([member('Bram', ['lifting'])]).needs.find(
      ({ demand }) => demand.capability.name === 'lifting',
    );
    expect(need?.gap).toBe('TOO_FEW');
    expect(need?.text).toContain('Only Bram can do lifting, which takes 2 at once');
  });
});

describe('what comes first where nobody can do it', () => {
  const shop = planNapkin('stream Bread\nsales:\nSell {selling}\nfulfilment:\nFly it out {aviation}\n');

  it('is to hire where nobody is near it, and to find a stand-in where one can', () => {
    const { needs } = assess([member('Ida', ['selling'])], shop);
    expect(needs.map(({ demand, gap, first }) => [demand.capability.name, gap, first])).toEqual([
      ['aviation', 'NOBODY', 'HIRE'],
      ['Selling', 'ONE', 'STAND_IN'],
    ]);
  });

  it('is to teach whoever is nearest: the level before the licence, the higher level first', () => {
    const staff = [
      member('Ada', ['icing 1']),
      member('Ben', ['icing 3']),
      member('Cem', ['icing 2']),
      member('Dan', ['baking']),
    ];
    const icing = assess(staff).needs.find(({ demand }) => demand.capability.name === 'icing');
    expect(icing?.nearest.map(({ name, how }) => [name, how])).toEqual([
      ['Ben', 'LEVEL_TOO_LOW'],
      ['Cem', 'LEVEL_TOO_LOW'],
      ['Ada', 'LEVEL_TOO_LOW'],
    ]);
    const unsaid = assess([member('Eve', ['icing']), member('Fay', ['van driving'])]).needs;
    const nearOf = (name: string) => unsaid.find(({ demand }) => demand.capability.name === name)?.nearest;
    expect(nearOf('icing')?.[0]?.text).toBe('has icing, no level told, where 4 is asked');
    expect(nearOf('van driving')?.[0]?.text).toBe('has van driving without the licence');
    const near = assess(staff.slice(2)).needs.find(({ demand }) => demand.capability.name === 'icing');
    expect(near?.nearest[0]?.name).toBe('Cem');
  });
});

describe('a suggested staffing', () => {
  it('says of a place that stays open who could fill it and is needed elsewhere, or that nobody could', () => {
    const wide = ['order taking', 'costing 4', 'van driving (licence)'];
    const { suggestion } = assess([member('Ann', wide), member('Bo', wide), member('Cy', ['baking'])]);
    expect(suggestion?.open.map(({ role, why }) => `${role}: ${why}`)).toEqual([
      `${BAKER.key}: Nobody is known whom the gate would accept as ${BAKER.name}.`,
    ]);
    const alone = assess([member('Ann', wide)]).suggestion;
    expect(alone?.open.find(({ role }) => role !== BAKER.key)?.why).toBe(
      'Ann could, and is needed elsewhere.',
    );
  });

  it('names of those nearest to an open place who has least to learn first', () => {
    const staff = [
      member('Zed', ['baking', 'lifting']),
      member('Abe', ['baking']),
      member('Bea', ['lifting']),
    ];
    const open = assess(staff).suggestion?.open.find(({ role }) => role === BAKER.key);
    expect(open?.nearest.map(({ person, missing }) => [person, missing.length])).toEqual([
      ['Zed', 1],
      ['Abe', 2],
      ['Bea', 2],
    ]);
  });

  it('fills the most positions, and says of the rest why it stands open', () => {
    const { suggestion } = assess(STAFF);
    expect(suggestion?.places.map(({ person, role }) => [person, role])).toEqual([
      ['Noor', CLERK.key],
      ['Bram', BAKER.key],
      ['Olle', DRIVER.key],
    ]);
    expect(suggestion).toMatchObject({ filled: 3, ofPositions: 5 });
    expect(suggestion?.open).toEqual([
      {
        role: BAKER.key,
        positions: 2,
        hoursPerWeek: 40,
        why: `Nobody else is known whom the gate would accept as ${BAKER.name}.`,
        nearest: [{ person: 'Tess', missing: [expect.objectContaining({ capability: 'icing', has: 2 })] }],
      },
    ]);
    expect(suggestion?.left).toEqual([
      { person: 'Tess', why: 'No role can be carried whole as things are.' },
    ]);
  });

  it('passes the gate as a whole, fills as many as any other way, and gives nobody two, for any staff', () => {
    fc.assert(
      fc.property(anyStaff, (people) => {
        const staff = asStaff(people);
        const { suggestion } = assess(staff);
        const places = suggestion?.places ?? [];
        const gate = withStaff(plan.gate, gatherStaff(plan.stream, staff).members);
        const wishes = places.map(({ person, role }) => ({ person, role, reason: null }));
        const verdicts = judgeStaffing(gate, wishes);
        expect(verdicts.map(({ kind }) => kind)).toEqual(places.map(() => 'AcceptedStaffing'));
        expect(new Set(places.map(({ person }) => person)).size).toBe(places.length);
        expect(places.length).toBe(mostPlaces(staff, gate));
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order in which people are listed', () => {
    const mixed = [STAFF[2], STAFF[0], STAFF[3], STAFF[1]].flatMap((one) => one ?? []);
    expect(assess(mixed).suggestion).toEqual(assess(STAFF).suggestion);
  });

  it('lets people keep the role that they fill where the positions are as well filled', () => {
    const twins = ['Anna', 'Zoe'].map((name) => member(name, ['van driving (licence)']));
    expect(assess(twins).suggestion?.places.map(({ person }) => person)).toEqual(['Anna']);
    const zoe = [...twins.slice(0, 1), member('Zoe', ['van driving (licence)'], { roles: [DRIVER.name] })];
    expect(assess(zoe).suggestion?.places).toMatchObject([{ person: 'Zoe', stays: true }]);
  });
});

/** The most people who can have a position, by trying everything. */
function mostPlaces(staff: readonly StaffMember[], gate: ReturnType<typeof withStaff>): number {
  const roles = plan.structure?.roles ?? [];
  const able = staff.map(({ name }) =>
    roles.map(
      ({ key }) =>
        judgeStaffing(gate, [{ person: name, role: key, reason: null }])[0]?.kind === 'AcceptedStaffing',
    ),
  );
  const most = (person: number, room: readonly number[]): number => {
    if (person === staff.length) return 0;
    return roles.reduce(
      (best, _, nth) => {
        if (!able[person]?.[nth] || !room[nth]) return best;
        const less = room.map((places, at) => (at === nth ? places - 1 : places));
        return Math.max(best, 1 + most(person + 1, less));
      },
      most(person + 1, room),
    );
  };
  return most(
    0,
    roles.map(({ positions }) => positions ?? 1),
  );
}

describe('what people wish', () => {
  it('is kept as it was written, and changes nothing else, whatever it says', () => {
    const silent = assess(STAFF);
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 4, maxLength: 4 }), (texts) => {
        const wishing = STAFF.map((one, nth) => ({ ...one, wishes: texts[nth] ?? null }));
        const heard = assess(wishing);
        expect(heard.people.slice(0, 4).map(({ wishes }) => wishes ?? '')).toEqual(texts);
        expect({ ...heard, people: heard.people.map((one) => ({ ...one, wishes: null })) }).toEqual(silent);
      }),
      { numRuns: 20 },
    );
  });
});

describe('people of several sources', () => {
  it('adds up what a person line and a list say, and tells where the hours differ', () => {
    const bakery = planNapkin(`${BAKERY}person Bram 30h {baking}\n`);
    const { people, notes } = assess([member('bram', ['icing 5', 'lifting'], { hours: 44 })], bakery);
    expect(people[0]).toMatchObject({ name: 'Bram', hoursPerWeek: 44, toldBy: 'LIST' });
    expect(people[0]?.roles[1]?.extent).toBe('WHOLE');
    expect(notes).toEqual([
      'Bram has 30 h a week in one place and 44 h in another; 44 h count. Put the wrong one right.',
    ]);
  });

  it('puts together what somebody wishes in two rows of a list, and the roles of both, each once', () => {
    const row = (wishes: string | undefined, roles: readonly string[]) =>
      member('Bram', ['baking'], wishes === undefined ? { roles } : { roles, wishes });
    const both = gatherStaff(plan.stream, [
      row('Mornings.', ['Baker']),
      row('No Sundays.', ['baker', 'Driver']),
    ]);
    expect(both.members[0]).toMatchObject({ wishes: 'Mornings. No Sundays.', roles: ['baker', 'Driver'] });
    expect(both.members[0]?.capabilities).toHaveLength(1);
    const one = gatherStaff(plan.stream, [row(undefined, []), row('No Sundays.', [])]);
    expect(one.members[0]?.wishes).toBe('No Sundays.');
  });

  it('judges the roles that people fill by the list at the gate', () => {
    const { filling } = assess([member('Tess', ['baking'], { roles: [BAKER.name, 'Pilot'] })]);
    expect(
      filling.map((each) => each.kind === 'RefusedStaffing' && each.reasons.map(({ code }) => code)),
    ).toEqual([['HOLDER_LACKS_CAPABILITY', 'HOLDER_LACKS_CAPABILITY'], ['UNKNOWN_HOLDER']]);
  });
});
