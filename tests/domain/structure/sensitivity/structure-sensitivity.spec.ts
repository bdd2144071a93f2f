import { describe, expect, it } from '@jest/globals';
import {
  acceptDraft,
  bestForGuesses,
  BUILT_IN_CATALOGUE,
  readNapkin,
  structureSensitivity,
  understandStream,
  type Sensitivity,
  type StructureLimits,
  type ValueStream,
} from '../../../../src/domain/index.js';

/** One position works 40 h. */
const FULL: StructureLimits = { targetUtilisation: 1, shrinkage: 0 };

function streamOf(text: string): ValueStream {
  const draft = readNapkin(text).drafts[0];
  if (!draft) throw new Error('no stream');
  return acceptDraft(draft).stream;
}

function planned(text: string, limits: StructureLimits = FULL) {
  const plan = understandStream(streamOf(text), BUILT_IN_CATALOGUE, limits);
  if (plan.suggested.kind !== 'StructureProposal') throw new Error(plan.suggested.kind);
  return { plan, kept: plan.suggested };
}

const lineOf = (text: string): string | null => bestForGuesses(streamOf(text), planned(text).kept);

function sure(text: string, limits: StructureLimits = FULL, most?: number): Sensitivity {
  const { plan, kept } = planned(text, limits);
  const asked = { kept, limits };
  return structureSensitivity(plan, most === undefined ? asked : { ...asked, most });
}

/** 18 h of writing and 18 h of billing: one person does both, unless one of the two is 30 % more. */
const napkin = (write: string, bill = '18h'): string => `stream Letter to payment
demand: 1/week
sales:
Write the letter  @Ann ${write} {enquiry handling}
fulfilment:
Write the bill    @Ann ${bill} {enquiry handling}
Print it          @Bob 20h {enquiry handling}
Send it           @Bob 20h {enquiry handling}
`;

describe('how sure roles are', () => {
  it('is not in doubt where nothing is guessed', () => {
    const told = sure(napkin('18h'));
    expect(told).toMatchObject({ guesses: 0, tried: 0, numbers: [], allLow: null, allHigh: null });
    expect(told.text).toContain('they are the best for the numbers as they were told.');
    expect(lineOf(napkin('18h'))).toBeNull();
  });

  it('is said to be best for these guesses where a number is one', () => {
    const told = sure(napkin('~18h'));
    expect(told.text).toMatch(/^Best for these guesses: one number/);
    expect(told.numbers[0]).toMatchObject({
      name: 'the hands-on time of "Write the letter" (line 4)',
      told: expect.stringContaining('(± 30 %)'),
      line: 4,
    });
    expect(lineOf(napkin('~18h'))).toMatch(/^best for these guesses: one number/);
  });

  it('tells which number would move which steps, and what other roles would save', () => {
    const told = sure(
      `stream Call to van
demand: 1/week
sales:
Take the call   @Ann ~20h {enquiry handling}
Make the offer  @Ann 15h {estimating}
fulfilment:
Plan the tour   @Bob 15h {scheduling}
Order the van   @Bob 15h {purchasing}
`,
      { ...FULL, maxPositionsPerRole: 1 },
    );
    const [number] = told.numbers;
    expect(number?.high.stays && number.low.stays).toBe(number?.stays);
    for (const end of [number?.low, number?.high]) {
      if (end?.stays === false) {
        expect(end.text).toMatch(/Other roles would save|more than the 1 of a role/);
        expect(end.moved.length).toBeGreaterThan(0);
      } else expect(end?.moved).toEqual([]);
    }
    expect(number?.stays).toBe(false);
    expect(told.text).toContain('find out the hands-on time of "Take the call" (line 4) first');
  });

  it('takes a range at its own ends', () => {
    expect(sure(napkin('10-30h')).numbers[0]).toMatchObject({
      low: { at: expect.stringContaining('1 d 2 h') },
      high: { at: expect.stringContaining('3 d 6 h') },
    });
  });

  it('leaves out waits and what is done outside, which move no role', () => {
    const text = `${napkin('18h')}wait ~3d\nRead it (outside) ~2h\n`;
    expect(sure(text).guesses).toBe(0);
  });

  it('tries those with most work behind them where there are too many, and says so', () => {
    const told = sure(napkin('~18h', '~30h'), FULL, 1);
    expect(told).toMatchObject({ guesses: 2, tried: 1 });
    expect(told.numbers[0]?.name).toContain('"Write the bill"');
    expect(told.text).toContain('The one with most work behind it was tried.');
  });

  it('tells the positions that the roles would take over all trials, and counts every trial', () => {
    const told = sure(napkin('~18h', '~30h'));
    expect(told.positions.low).toBeLessThanOrEqual(told.positions.now);
    expect(told.positions.high).toBeGreaterThanOrEqual(told.positions.now);
    for (const { keptIn, ofTrials } of told.roles) {
      expect(ofTrials).toBe(6);
      expect(keptIn).toBeLessThanOrEqual(ofTrials);
    }
  });

  it('is the same twice', () => {
    expect(sure(napkin('~18h', '~30h'))).toEqual(sure(napkin('~18h', '~30h')));
  });

  it('moves no step for demand that only takes more people, and tells how many', () => {
    const text = napkin('18h').replace('1/week', '~4/week');
    const told = sure(text, {
      ...FULL,
      pins: [{ role: 'Ann', steps: ['Write the letter', 'Write the bill'] }],
    });
    const [demand] = told.numbers;
    expect(demand?.name).toContain('demand');
    if (demand?.stays !== true) throw new Error('no step should move');
    expect(demand.low.positions).toBeLessThan(told.positions.now);
    expect(demand.high.positions).toBeGreaterThan(told.positions.now);
  });

  it('tells whether the roles are proven, what none falls below, and how they were found', () => {
    const told = sure(napkin('~18h', '~30h'));
    expect(told).toMatchObject({ proven: true, lowerBound: told.positions.now });
    expect(told.method).toMatch(/^exact/);
    expect(told.proof).toBe(
      'Proven: no structure within the limits takes fewer people, and none of so few people has fewer hand-offs. The roles of every trial are proven too.',
    );
  });
});

/** A workshop of so many kinds of work that the best roles cannot be proven at once. */
const workshop = (steps: number): string =>
  [
    'stream Enquiry to machine',
    'demand: 60/week',
    'sales:',
    ...Array.from({ length: steps }, (_, at) => {
      const half = at === steps / 2 ? 'fulfilment:\n' : '';
      return `${half}Task ${at + 1}  @P${Math.floor(at / 5)} ~${20 + ((at * 7) % 23)}m {craft ${at % 31}}`;
    }),
  ].join('\n');

describe('how sure roles are that are not proven', () => {
  it('is the best that was found, never the best, and no number is blamed for what a longer search would find', () => {
    const { plan, kept } = planned(workshop(70), {});
    const told = structureSensitivity(plan, { kept, limits: {}, most: 1 });
    expect(kept.provenOptimal).toBe(false);
    expect(told.proven).toBe(false);
    expect(told.text).toMatch(/^The best that was found for these guesses \(\d+ positions; no structure has/);
    expect(told.proof).toMatch(/^Not proven: /);
    expect(bestForGuesses(streamOf(workshop(70)), kept)).toMatch(
      /^the best that was found for these guesses \(/,
    );
    for (const end of told.numbers.flatMap(({ low, high }) => [low, high]))
      if (end.betterAsTold) expect(end.text).toContain('with the numbers as told');
  });
});
