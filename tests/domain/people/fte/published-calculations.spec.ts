import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { availableTime, fteOf, type PersonTime } from '../../../../src/domain/people/index.js';

const FILE = '../shared/truths/fte/fte_examples.json';
const told = existsSync(FILE);

interface Published {
  readonly id: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly published: Readonly<Record<string, unknown>>;
  readonly computed: unknown;
}

const examples: readonly Published[] = told
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as { examples: Published[] }).examples
  : [];

function example(id: string) {
  const found = examples.find((each) => each.id === id);
  if (!found) throw new Error(`The truths hold no example ${id}.`);
  const input = (name: string): number => {
    const value = found.inputs[name];
    if (value === undefined) throw new Error(`${id} has no ${name}.`);
    return value;
  };
  return { input, printed: found.published, computed: found.computed as Record<string, number> };
}

function fte(work: number, time: PersonTime): number {
  const reckoned = fteOf(work, time);
  if (reckoned.kind === 'NotComputable') throw new Error(reckoned.message);
  return reckoned.fte;
}

const share = (name: string, part: number, base: 'OF_ALL' | 'OF_REST' = 'OF_REST') => ({
  name,
  share: part,
  base,
});

(told ? describe : describe.skip)('published calculations (skipped where ../shared/truths is absent)', () => {
  it('divides volume × handling time by what is left of a day after shrinkage and occupancy', () => {
    const { input, printed } = example('calc-1');
    const work = (input('volumePerDay') * input('handlingSeconds')) / 3600;
    const less = [share('shrinkage', input('shrinkage')), share('idle', 1 - input('occupancy'))];
    const time: PersonTime = { kind: 'PAID', hours: input('hoursPerDay'), less };
    const available = availableTime(time);
    expect(available.kind === 'AvailableTime' && available.hours * 3600).toBeCloseTo(
      Number(printed['availableSecondsPerAgent']),
      6,
    );
    expect(fte(work, time)).toBeCloseTo(Number(printed['fte']), 2);
  });

  it('divides by the occupancy, and never multiplies by 1 + what is idle', () => {
    const { input, printed } = example('cch-occupancy');
    const work = (input('contacts') * input('ahtSeconds')) / 3600;
    const paid = fte(work, { kind: 'PAID', hours: 1, less: [share('idle', 1 - input('occupancy'))] });
    expect(paid).toBeCloseTo(Number(printed['correctHours']), 2);
    expect(Math.abs(paid - Number(printed['wrongGrossUpHours']))).toBeGreaterThan(8);
  });

  it('gives several shrinkages by their base: one after the other, or all of the whole time; the asked gross-up is neither', () => {
    const { input, computed } = example('cch-shrinkage');
    const shrinkages = (base: 'OF_ALL' | 'OF_REST') => [
      share('off the phone', input('offPhoneShrinkage'), base),
      share('absence', input('absence'), base),
    ];
    const inSequence = fte(input('hours'), { kind: 'PAID', hours: 1, less: shrinkages('OF_REST') });
    expect(inSequence).toBeCloseTo(Number(computed['divideInSequence']), 1);
    const handled = input('hours') * 0.8;
    const less = [...shrinkages('OF_ALL'), share('idle', 0.2, 'OF_ALL')];
    const ofAll = fte(handled, { kind: 'PAID', hours: 1, less });
    expect(ofAll).toBeCloseTo(Number(computed['additiveOnTotalTime']), 1);
    for (const hours of [inSequence, ofAll])
      expect(Math.abs(hours - Number(computed['grossUp']))).toBeGreaterThan(8);
  });

  it('reckons a week from minutes a shift', () => {
    const { input, printed, computed } = example('cch-weekly');
    const work = (input('callsPerWeek') * input('handlingMinutes')) / 60;
    expect(work * 60).toBe(printed['workMinutes']);
    const shift = input('minutesPerShift') / 60;
    const less = [share('shrinkage', input('shrinkage'))];
    const day = availableTime({ kind: 'PAID', hours: shift, less });
    expect(day.kind === 'AvailableTime' && day.hours * 60).toBeCloseTo(Number(computed['available']), 6);
    expect(fte(work, { kind: 'PAID', hours: shift, less })).toBeCloseTo(
      Number(computed['agentDaysPerWeek']),
      1,
    );
    expect(fte(work, { kind: 'PAID', hours: 5 * shift, less })).toBeCloseTo(
      Number(computed['agentsAt5Days']),
      2,
    );
  });

  it('takes hours of absence off a year', () => {
    const { input, printed } = example('ssa-workyear');
    const less = ['holiday', 'sick', 'annual', 'administrative'].map((name) => ({
      name,
      base: 'HOURS' as const,
      hours: input(name),
    }));
    const year = availableTime({ kind: 'PAID', hours: input('baseHours'), less });
    expect(year.kind === 'AvailableTime' && year.hours).toBeCloseTo(Number(printed['productiveWorkYear']), 6);
  });

  it('cannot take shrinkage off twice: net hours are net', () => {
    const { input, printed, computed } = example('double-count-trap');
    const net = fteOf(input('workloadHoursPerWeek'), { kind: 'NET', hours: input('netHoursPerPerson') });
    expect(net).toMatchObject({ fte: printed['fte'], positions: printed['fte'] });
    expect(net.kind === 'FullTimeEquivalents' && net.convention).toContain('taken off already');
    expect(net.kind === 'FullTimeEquivalents' && net.fte).not.toBeCloseTo(
      Number(computed['ifAppliedTwice']),
      1,
    );
  });
});
