import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  alternativeBy,
  structureFront,
  type ClosestToToday,
  type StructureFront,
  type StructureLimits,
} from '../../../../src/domain/structure/index.js';
import { groundOf, type StreamSketch } from '../../../support/stream-builder.js';

function front(sketch: StreamSketch, limits: StructureLimits = {}): StructureFront {
  const answer = structureFront(groundOf(sketch), limits);
  if (answer.kind !== 'StructureFront') throw new Error(answer.kind);
  return answer;
}

function closest(sketch: StreamSketch, limits: StructureLimits = {}): ClosestToToday {
  const { today } = front(sketch, limits);
  if (!today) throw new Error('nobody does anything today');
  return today;
}

const step = (name: string, by: string | readonly string[], needs = ['billing']) => ({
  name,
  by,
  needs,
  hours: 3,
});

const OFFICE: StreamSketch = {
  steps: [
    step('Write', 'Ann'),
    step('Check', 'Bob'),
    step('Send', 'Ann', ['bookkeeping']),
    step('File', 'Bob', ['payroll']),
  ],
};

describe('the roles closest to today', () => {
  it('leave every step with who does it, and say what that costs in people and hand-offs', () => {
    const today = closest(OFFICE);
    expect(today.moved).toEqual([]);
    expect(today.kept).toEqual([
      { performer: 'Ann', role: expect.any(String), steps: ['write', 'send'] },
      { performer: 'Bob', role: expect.any(String), steps: ['check', 'file'] },
    ]);
    expect(today.proven).toBe(true);
    expect(today.text).toBe(
      'Each of the 4 steps that somebody does today stays with whoever does it today. It takes 2 positions in 2 roles, and work changes hands 30 times a week. That costs 1 position more than the fewest people, and 30 hand-offs a week more than the fewest.',
    );
  });

  it('cost nothing where today is best already', () => {
    const sketch: StreamSketch = { steps: [step('Write', 'Ann'), step('Send', 'Ann')] };
    expect(closest(sketch).text).toContain('That costs nothing');
  });

  it('move as few steps as the limits allow, and say why these', () => {
    const sketch: StreamSketch = {
      steps: [
        step('Write', 'Ann', ['bookkeeping']),
        step('Bill', 'Ann'),
        step('Send', 'Ann'),
        step('Pay', 'Ann', ['payroll']),
      ],
    };
    const { moved, proven } = closest(sketch, { maxCapabilitiesPerRole: 2 });
    expect(moved).toHaveLength(1);
    expect(proven).toBe(true);
    expect(moved[0]).toMatchObject({
      from: ['Ann'],
      why: 'Ann does work of 3 capabilities today, and a role holds at most 2',
    });
  });

  it('name the first three of many that move, and count the others', () => {
    const needs = [
      'billing',
      'bookkeeping',
      'payroll',
      'collections',
      'purchasing',
      'scheduling',
      'estimating',
    ];
    const text = (count: number) =>
      closest(
        { steps: needs.slice(0, count).map((need, at) => step(`S${at}`, 'Ann', [need])) },
        { maxCapabilitiesPerRole: 1 },
      ).text.split(/(?<=fewer move)\./)[0];
    const go = 'to somebody else';
    const fewest = 'the limits do not let fewer move';
    expect(text(2)).toBe(`1 of the 2 steps that somebody does today goes ${go}: "S1"; ${fewest}`);
    expect(text(4)).toBe(`3 of the 4 steps that somebody does today go ${go}: "S1", "S2", "S3"; ${fewest}`);
    expect(text(6)).toBe(
      `5 of the 6 steps that somebody does today go ${go}: "S1", "S2", "S3" and 2 more; ${fewest}`,
    );
  });

  it('part duties that must stay apart, though one person does both', () => {
    const sketch: StreamSketch = {
      steps: [step('Approve', 'Ann'), step('Pay', 'Ann'), step('File', 'Ann')],
      apart: [['Approve', 'Pay']],
    };
    const { moved } = closest(sketch);
    expect(moved).toHaveLength(1);
    expect(moved[0]?.why).toBe('Ann does duties today that must stay apart: "Approve" and "Pay"');
  });

  it('keep a step that several people do with any of them, and claim no proof then', () => {
    const sketch: StreamSketch = { steps: [...OFFICE.steps, step('Ship', ['Bob', 'Ann'])] };
    expect(closest(sketch)).toMatchObject({ moved: [], proven: false });
  });

  it('say who loses a step that several do, and who stands in no role', () => {
    const { steps } = OFFICE;
    const both = closest({ steps: [...steps, step('Ship', ['Bob', 'Ann'])] });
    expect(both.text).toMatch(/^Each of the 5 steps .* stays with one of those who do it today\./);
    expect(both.text).toContain('stays with one of them: Ann no longer does "Ship".');
    const third = closest({ steps: [...steps, step('Ship', ['Bob', 'Kai'])] });
    expect(third.text).toContain('Kai no longer does "Ship", and stands in no role.');
  });

  describe('where several do a step of a role that has more positions than people', () => {
    const garage: StreamSketch = {
      steps: [
        { name: 'Take the car in', by: 'Ann', needs: ['scheduling'], hours: 10 },
        { name: 'Change the brakes', by: ['Bo', 'Cy', 'Di'], needs: ['car repair'], hours: 75 },
      ],
      apart: [['Take the car in', 'Change the brakes']],
    };

    it('leave it to all of them, as far as there is room, and tell nobody to go', () => {
      const { kept, proposal, text, moved } = closest(garage);
      const role = proposal.roles.find(({ steps }) => steps.includes('change-the-brakes' as never));
      expect(role?.positions).toBe(3);
      expect(kept.map((one) => [one.performer, one.role === role?.name])).toEqual([
        ['Ann', false],
        ['Bo', true],
        ['Cy', true],
        ['Di', true],
      ]);
      expect(moved).toEqual([]);
      expect(text).toMatch(
        /^Each of the 2 steps that somebody does today stays with whoever does it today\./,
      );
      expect(text).not.toContain('no role');
    });

    it('tell the one for whom there is none', () => {
      const [take, change] = garage.steps;
      const steps = take && change ? [take, { ...change, by: ['Bo', 'Cy', 'Di', 'Eli'] }] : [];
      expect(closest({ ...garage, steps }).text).toContain(
        'Eli no longer does "Change the brakes", and stands in no role.',
      );
    });

    it('leave it to somebody who has a role of their own, and say so', () => {
      const [take, change] = garage.steps;
      const apart = { apart: [['Take the car in', 'Wash the car']] };
      const wash = { name: 'Wash the car', by: ['Bo', 'Ann'], needs: ['car repair'], hours: 40 };
      const { kept, text } = closest({ steps: take && change ? [take, { ...change, by: 'Bo' }, wash] : [] });
      expect(kept.filter(({ performer }) => performer === 'Ann').map(({ steps }) => steps)).toEqual([
        ['take-the-car-in'],
        ['wash-the-car'],
      ]);
      expect(text).toMatch(/several share .* beside their own role: Ann in .+ for "Wash the car"\./);
      const parted = closest({
        ...apart,
        steps: take && change ? [take, { ...change, by: 'Bo' }, wash] : [],
      });
      expect(parted.text).toContain('Ann no longer does "Wash the car".');
    });

    it('hold that room for them where nobody has measured the role', () => {
      const { hours: _, ...unmeasured } = { ...garage.steps[1], name: 'Change the brakes', hours: 1 };
      const { text } = closest({
        steps: [...garage.steps.slice(0, 1), unmeasured],
        apart: garage.apart ?? [],
      });
      expect(text).not.toContain('no role');
    });
  });

  it('put steps of which nobody is known to do them where they fit best', () => {
    const sketch: StreamSketch = { steps: [...OFFICE.steps, { name: 'Ship', needs: ['billing'], hours: 1 }] };
    const today = closest(sketch);
    expect(today).toMatchObject({ ofSteps: 4, withoutPerformer: 1 });
    expect(today.text).toContain('1 step nobody is known to do goes where it fits best.');
  });

  it('are none where nobody is known to do anything', () => {
    expect(front({ steps: [{ name: 'Write', needs: ['billing'], hours: 1 }] }).today).toBeNull();
  });

  it('keep limits of one’s own too, and tell those and no others', () => {
    const today = closest(OFFICE, { together: [['Write', 'Check']] });
    expect(today.moved).toHaveLength(1);
    expect(today.proposal.limits.together).toEqual([['write', 'check']]);
    expect(today.proposal.limits.apart).toBeUndefined();
    expect(today.proposal.notes).toContain('Your own limits, kept: keep together: "Write", "Check".');
  });

  it('say of a move that a limit of one’s own forces that it is this limit', () => {
    const why = (limits: StructureLimits) => closest(OFFICE, limits).moved.map((one) => one.why);
    expect(why({ together: [['Write', 'Check']] })).toEqual([
      'your limit keeps "Write" and "Check" together',
    ]);
    expect(why({ pins: [{ role: 'Clerk', steps: ['Send', 'File'] }] })).toEqual([
      'your limit pins "Send" and "File" in Clerk',
    ]);
    expect(why({ apart: [['Check', 'File']] })).toEqual(['your limit keeps "Check" and "File" apart']);
    expect(
      why({
        pins: [
          { role: 'Clerk', steps: ['Write'] },
          { role: 'Sender', steps: ['Send'] },
        ],
      }),
    ).toEqual(['your limits pin "Write" in Clerk and "Send" in Sender']);
    const mapped = closest({ ...OFFICE, together: [['Write', 'Check']] });
    expect(mapped.moved.map((one) => one.why)).toEqual(['the map keeps "Write" and "Check" in one role']);
  });

  it('leave those out who do something outside', () => {
    const away = { ...step('Wire', ['Bob', 'Sparks']), outside: true };
    const { text, ofSteps } = closest({ steps: [...OFFICE.steps, away] });
    expect(ofSteps).toBe(4);
    expect(text).not.toContain('Sparks');
    expect(text).not.toContain('no longer');
  });

  it('say how many people hold the positions where one of them stands in several roles', () => {
    const look = [step('Look', 'Ann', ['welding']), step('Look again', 'Ann', ['welding'])];
    const both = { ...step('Operate', ['Ann', 'Noor'], ['welding']), people: 2 };
    const wages = step('Do the wages', 'Noor', ['bookkeeping']);
    const told = (steps: StreamSketch['steps']) => closest({ steps }).text;
    expect(told([...look, both, wages])).toContain(
      ' 2 people of today, Ann and Noor, hold 3 of these positions. ',
    );
    expect(told([...look, { ...both, people: 3 }, wages])).not.toContain('people of today');
    expect(told([...look, { ...both, by: ['Ann', 'Noor', 'Ole'], people: 3 }, wages])).toContain(
      ' 3 people of today, Ann, Noor and Ole, hold 4 of these positions. ',
    );
    expect(told([...look, { ...both, hours: 40 }, { ...wages, hours: 25 }])).toContain(
      ' hold 3 of these positions, which ask for more hours than 2 people have. ',
    );
    expect(told(OFFICE.steps)).not.toContain('people of today');
  });

  it('are found again by their id', () => {
    const all = front(OFFICE);
    expect(alternativeBy(all, all.today?.id ?? '')).toBe(all.today?.proposal);
  });

  it('hold every demand exactly once and never move a step that its performer’s role has, whoever does what', () => {
    const who = fc.array(fc.constantFrom('Ann', 'Bob', 'Cem'), { maxLength: 2 });
    const needs = fc.constantFrom(
      'billing',
      'bookkeeping',
      'payroll',
      'purchasing',
      'scheduling',
      'collections',
    );
    const steps = fc.array(fc.record({ who, needs }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 3 }), (made, maxCapabilitiesPerRole) => {
        const sketch: StreamSketch = {
          steps: made.map((one, at) => ({ name: `S${at}`, by: one.who, needs: [one.needs], hours: 1 })),
        };
        const { today } = front(sketch, { maxCapabilitiesPerRole });
        if (!today) return expect(made.every((one) => one.who.length === 0)).toBe(true);
        const held = today.proposal.roles.flatMap(({ steps: all }) => all);
        expect([...held].sort()).toEqual(made.map((_, at) => `s${at}`).sort());
        for (const { capabilities } of today.proposal.roles)
          expect(capabilities.length).toBeLessThanOrEqual(maxCapabilitiesPerRole);
        const kept = new Set(today.kept.flatMap((one) => one.steps));
        for (const { step: key } of today.moved) expect(kept.has(key)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
