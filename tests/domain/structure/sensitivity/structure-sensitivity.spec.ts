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

function sure(text: string, limits: StructureLimits = FULL, most?: number): Sensitivity {
  const plan = understandStream(streamOf(text), BUILT_IN_CATALOGUE, limits);
  if (plan.suggested.kind !== 'StructureProposal') throw new Error(plan.suggested.kind);
  const asked = { kept: plan.suggested, limits };
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
    expect(bestForGuesses(streamOf(napkin('18h')))).toBeNull();
  });

  it('is said to be best for these guesses where a number is one', () => {
    const told = sure(napkin('~18h'));
    expect(told.text).toMatch(/^Best for these guesses: one number/);
    expect(told.numbers[0]).toMatchObject({
      name: 'the hands-on time of "Write the letter" (line 4)',
      told: expect.stringContaining('(± 30 %)'),
      line: 4,
    });
    expect(bestForGuesses(streamOf(napkin('~18h')))).toContain('best for these guesses');
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
    expect(told.text).toContain('The 1 with most work behind them');
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
});
