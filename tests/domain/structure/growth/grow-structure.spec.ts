import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  acceptDraft,
  BUILT_IN_CATALOGUE,
  growStructure,
  readNapkin,
  understandStream,
  type Growth,
  type StreamUnderstanding,
  type StructureLimits,
} from '../../../../src/domain/index.js';

const NAPKIN = (demand: string): string => `stream Bread to table
${demand}
sales:
Take the order  @Ann 12m {order taking}
fulfilment:
Bake the bread  @Bob 60m {baking}
Clean the oven  @Bob 4h every 1w {baking}
`;

function understood(text: string, limits: StructureLimits = {}): StreamUnderstanding {
  const draft = readNapkin(text).drafts[0];
  if (!draft) throw new Error('no stream');
  return understandStream(acceptDraft(draft).stream, BUILT_IN_CATALOGUE, limits);
}

function growing(text: string, times?: readonly number[], limits: StructureLimits = {}): Growth {
  const plan = understood(text, limits);
  if (plan.suggested.kind !== 'StructureProposal') throw new Error(plan.suggested.kind);
  const growth = growStructure(plan, { kept: plan.suggested, limits, ...(times ? { times } : {}) });
  if (growth.kind !== 'Growth') throw new Error(growth.message);
  return growth;
}

/** Full hours, so that thresholds can be worked out by hand: one position is 40 h. */
const FULL: StructureLimits = { targetUtilisation: 1, shrinkage: 0, oneForcePerRole: true };

describe('growth', () => {
  it('tells each hire where the load of its role passes what its positions work, fixed work not growing', () => {
    // Baking: 4 h a week whatever the demand, and 10 h at 10 loaves: a second baker above (40 − 4) / 10 times.
    const { hires, positions } = growing(NAPKIN('demand: 10/week'), [1, 10], FULL);
    expect(positions).toBe(2);
    expect(hires.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(hires[0]?.times).toBeCloseTo(3.6, 6);
    expect(hires[0]?.demandPerWeek).toBeCloseTo(36, 5);
    expect(hires[1]?.times).toBeCloseTo(7.6, 6);
    expect(hires.map((hire) => hire.positions)).toEqual([3, 4]);
  });

  it('tells whom to hire first, above which demand, and how many in all', () => {
    const own = { ...FULL, pins: [{ role: 'Baker', steps: ['Bake the bread'] }] };
    const first = (bakers: number) => growing(NAPKIN(`demand: ${40 * bakers - 10}/week`), [1, 2], own).text;
    expect(growing(NAPKIN('demand: 10/week'), [1, 10], own).text).toBe(
      "2 positions today. The first to be hired is the 2nd Baker above 3.6 times today's demand (36 a week); 2 hires up to 10 times today's demand.",
    );
    const ordinals = [1, 2, 3, 10, 11, 12, 20, 21, 22, 23].map(
      (bakers) => / the \d+\w+ Baker/.exec(first(bakers))?.[0],
    );
    expect(ordinals).toEqual(
      ['2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '23rd', '24th'].map(
        (nth) => ` the ${nth} Baker`,
      ),
    );
    const alone = 'stream S\ndemand: 1/week\nsales:\nAsk 1h {selling}\nfulfilment:\nMake 1h {selling}\n';
    expect(growing(alone, [1, 2]).text).toBe(
      "1 position today, and no more are needed up to 2 times today's demand.",
    );
  });

  it('tells of each size what designing anew would save, and what it rests on', () => {
    const own = { ...FULL, pins: [{ role: 'Baker', steps: ['Bake the bread'] }] };
    const { points, notes } = growing(NAPKIN('demand: 10/week').replace('12m', '~12m'), [10, 1, 2, 10], own);
    expect(points.map(({ times, text }) => [times, text])).toEqual([
      [1, "At today's demand: 2 positions in 2 roles."],
      [
        2,
        "At 2 times today's demand: 2 positions in 2 roles (as many as with the roles of today); the same roles are best.",
      ],
      [
        10,
        "At 10 times today's demand: 4 positions in 2 roles (as many as with the roles of today); the same roles are best.",
      ],
    ]);
    expect(notes).toEqual([
      'Everything but the demand stays as it is: times, shares that return or are lost, and how people work together.',
      'Some of the hours of "Bread to table" rest on guesses: this is best for these guesses.',
    ]);
    const floor = NAPKIN('demand: 10/week').replace('fulfilment:', 'fulfilment:\nSlice it @Bob {baking}');
    const fixed = floor.replace('@Ann 12m', '@Ann 2h every 1w');
    expect(growing(fixed, [1], own).notes.slice(1)).toEqual([
      '1 of 2 roles are not measured in full: they may need people sooner.',
      '1 of 2 roles do nothing that grows with demand, as far as is known.',
    ]);
    expect(growing(NAPKIN('demand: 10/week'), [1], own).notes).toHaveLength(1);
  });

  it('designs the roles anew at 1, 2, 5 and 10 times the demand, and tells what changes', () => {
    const { points } = growing(NAPKIN('demand: 10/week'));
    expect(points.map(({ times }) => times)).toEqual([1, 2, 5, 10]);
    expect(points[0]?.changes).toBeNull();
    for (const point of points) expect(point.positions).toBeLessThanOrEqual(point.positionsOfKept);
  });

  it('shows where a role splits, and what the new role takes from whom', () => {
    const { points } = growing(
      `stream Desk to door
demand: 20/week
sales:
Answer the call  @Ann 20m {order taking}
Send the offer   @Ann 20m {estimating}
fulfilment:
Plan the tour    @Ann 20m {scheduling}
`,
      [1, 4],
      { maxPositionsPerRole: 1, targetUtilisation: 1, shrinkage: 0 },
    );
    expect(points[0]?.structure).toMatchObject({ roles: [{ steps: { length: 3 } }] });
    expect(points[1]?.splits.length).toBeGreaterThan(0);
    expect(points[1]?.splits[0]?.steps.length).toBeGreaterThan(0);
    expect(points[1]?.text).toContain('splits off from');
  });

  it('says at which size the limits contradict each other', () => {
    const { points } = growing(NAPKIN('demand: 10/week'), [1, 10], { ...FULL, maxPositionsPerRole: 2 });
    expect(points[1]).toMatchObject({ positions: null, structure: { kind: 'LimitsContradict' } });
    expect(points[1]?.text).toContain("At 10 times today's demand the limits contradict each other.");
  });

  it('says that nobody is needed where nothing grows past anybody', () => {
    expect(growing(NAPKIN('demand: 1/week'), [1, 2]).text).toMatch(/and no more are needed up to 2 times/);
  });

  it('is refused with the line to add where the demand is unknown', () => {
    const plan = understood(NAPKIN('customer: Guest'));
    if (plan.suggested.kind !== 'StructureProposal') throw new Error(plan.suggested.kind);
    expect(growStructure(plan, { kept: plan.suggested, limits: {} })).toMatchObject({
      kind: 'GrowthNotPossible',
      remedy: 'Add a line such as `demand: 40/month` at the head of the stream.',
    });
  });

  it('is refused where no load is known, and for multiples that nobody can mean', () => {
    const plan = understood(NAPKIN('demand: 10/week').replaceAll(/ (?:12m|60m|4h)/g, ''));
    if (plan.suggested.kind !== 'StructureProposal') throw new Error(plan.suggested.kind);
    const kept = plan.suggested;
    expect(growStructure(plan, { kept, limits: {} })).toMatchObject({ kind: 'GrowthNotPossible' });
    for (const times of [[0.5], [1001], [NaN], [1, 2, 3, 4, 5, 6, 7, 8, 9]])
      expect(growStructure(plan, { kept, limits: {}, times })).toMatchObject({
        message: "Growth is told at 1 to 8 multiples of today's demand, each from 1 to 1000.",
      });
    expect(growStructure(plan, { kept, limits: {}, times: [0.5] })).toMatchObject({
      kind: 'GrowthNotPossible',
      remedy: 'Ask for such as 1, 2, 5, 10.',
    });
  });

  it('never skips or repeats a position, and ends where designing at that demand counts the same roles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 2, max: 40 }), (demand, times) => {
        const growth = growing(NAPKIN(`demand: ${demand}/week`), [1, times]);
        const { hires, positions, points, moreHires } = growth;
        expect(hires.map((hire) => hire.positions)).toEqual(hires.map((_, nth) => positions + nth + 1));
        const sorted = [...hires].sort((a, b) => a.times - b.times);
        expect(hires).toEqual(sorted);
        expect(points.at(-1)?.positionsOfKept).toBe(positions + hires.length + moreHires);
      }),
      { numRuns: 40 },
    );
  });

  it('advises no move that saves neither people nor hand-offs', () => {
    const clinic = `stream Limping cat to purring cat
demand: 45/week
sales:
Pick up the phone   @Bibi 5m {order desk}
Weigh the patient   @Noor 4m {animal care}
fulfilment:
Examine the cat     @Ahn 20m {veterinary medicine}
Operate on the cat  @Ahn 60m {veterinary medicine}
Take the payment    @Bibi 4m {accounts}
Order the drugs     @Bibi 2h every 1w {accounts}
`;
    for (const limits of [{}, FULL, { maxCapabilitiesPerRole: 2 }, { maxPositionsPerRole: 5 }]) {
      const { points } = growing(clinic, [1, 2, 3, 5, 7, 10], limits);
      for (const { changes, text } of points.slice(1)) {
        if (changes === null || changes.moved.length === 0) expect(text).toMatch(/the same roles|contradict/);
        else expect(text).toMatch(/other roles save .*(?:position|hand-off)|more than the \d+ of a role/);
      }
    }
  });

  it('tells of each size whether its roles are proven, what none falls below, and how they were found', () => {
    const { points } = growing(NAPKIN('demand: 10/week'), [1, 4], FULL);
    for (const point of points) {
      expect(point).toMatchObject({ proven: true, lowerBound: point.positions });
      expect(point.proof).toMatch(/^Proven: no structure within the limits takes fewer people/);
      expect(point.method).toMatch(/^exact/);
    }
  });

  it('calls roles the best that was found where no size is proven', () => {
    const steps = Array.from({ length: 70 }, (_, at) => {
      const half = at === 35 ? 'fulfilment:\n' : '';
      return `${half}Task ${at + 1}  @P${Math.floor(at / 5)} ~${20 + ((at * 7) % 23)}m {craft ${at % 31}}`;
    });
    const text = ['stream Enquiry to machine', 'demand: 60/week', 'sales:', ...steps].join('\n');
    const { points, notes } = growing(text, [1, 2]);
    expect(points.map(({ proven }) => proven)).toEqual([false, false]);
    for (const point of points) {
      expect(point.text).toMatch(
        /the best that was found \(no(?:ne as good in \S+| structure) has fewer than \d+/,
      );
      expect(point.text).not.toContain('the same roles are best');
    }
    expect(notes.at(-1)).toContain(
      'this is the best that was found, not proven to be the best, for these guesses.',
    );
  });
});
