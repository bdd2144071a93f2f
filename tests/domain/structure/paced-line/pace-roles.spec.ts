import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paceRoles, type PacedStream, type StreamNotPaced } from '../../../../src/domain/structure/index.js';
import { measureStream } from '../../../../src/domain/metrics/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';

function paced(text: string): PacedStream | StreamNotPaced {
  const { stream } = planNapkin(text);
  return paceRoles({ stream, metrics: measureStream(stream) });
}

function made(text: string): PacedStream {
  const line = paced(text);
  if (line.kind !== 'PacedStream') throw new Error(line.message);
  return line;
}

function names(line: PacedStream): string[][] {
  return line.stations.map(({ steps }) => steps.map(({ step }) => step as string));
}

const HEAD = 'stream Order to posted parcel\ncustomer: Reader\nday: 8h\n';
/** A parcel every 10 minutes: 18 minutes of work. */
const PARCELS = `${HEAD}demand: 48/day
sales:
Read the order @Ida 4m
fulfilment:
Find the book @Ida 5m
Wrap the book @Jo 6m
Post the parcel @Jo 3m
`;

describe('a stream as a paced line', () => {
  it('has the fewest people in stream order, each within takt', () => {
    const line = made(PARCELS);
    expect(names(line)).toEqual([
      ['read-the-order', 'find-the-book'],
      ['wrap-the-book', 'post-the-parcel'],
    ]);
    expect(line).toMatchObject({ positions: 2, lowerBound: 2, proven: true, gap: 0 });
    expect(line.stations.map(({ idle }) => idle.value)).toEqual([60, 60]);
    expect(line.efficiency.value).toBeCloseTo(0.9, 12);
    expect(line.smoothness.value).toBe(0);
  });

  it('names up to five steps that take longer than takt, and counts the others', () => {
    const long = (count: number) =>
      made(
        `${HEAD}demand: 48/day\nsales:\nRead the order @Ida 4m\nfulfilment:\n${Array.from({ length: count }, (_, nth) => `Bind part ${nth + 1} of it @Jo 12m`).join('\n')}\n`,
      ).notes.filter((note) => /take longer than takt|Bind part/.test(note));
    expect(long(5)).toHaveLength(5);
    expect(long(5).join(' ')).not.toContain('more steps');
    expect(long(7)).toHaveLength(6);
    expect(long(7).at(-1)).toBe('2 more steps take longer than takt.');
  });

  it('counts how often a unit comes to a step', () => {
    const line = made(
      `${HEAD}demand: 48/day\nsales:\nRead the order @Ida 4m\nlost 50%\nfulfilment:\nWrap the book @Jo 12m\n`,
    );
    expect(line.positions).toBe(1);
    expect(line.stations[0]?.balance.workContent.value).toBe(600);
  });

  it('gives a step that takes longer than takt to several people, and says so', () => {
    const line = made(PARCELS.replace('Wrap the book @Jo 6m', 'Wrap the book @Jo 25m'));
    const wrapping = line.stations.find(({ steps }) => steps.some(({ step }) => step === 'wrap-the-book'));
    expect(wrapping?.people).toBe(3);
    expect(wrapping?.steps.length).toBeGreaterThan(1);
    expect(line.notes.join('\n')).toContain(
      'Wrap the book takes 25 min for one unit, longer than the takt of 10 min: 3 people work side by side, each on every 3rd unit.',
    );
  });

  it('puts as many people at a station as a step takes at once, and fills the station up', () => {
    const line = made(PARCELS.replace('Wrap the book @Jo 6m', 'Lift the crate @Jo x2 2m'));
    expect(line.positions).toBe(2);
    expect(line.stations[0]).toMatchObject({ people: 2 });
    expect(line.notes.join('\n')).toContain('Lift the crate (2) takes several people at once');
  });

  it('keeps a step of unknown work on the line, and calls its figures floors', () => {
    const line = made(PARCELS.replace('Wrap the book @Jo 6m', 'Wrap the book @Jo'));
    expect(names(line).flat()).toContain('wrap-the-book');
    expect(line.efficiency).toMatchObject({ atLeast: true, measuredSteps: 3, ofSteps: 4 });
    expect(line.notes.join('\n')).toContain('Of Wrap the book the work is not fully known');
  });

  it('leaves out what others do and what has a rhythm of its own', () => {
    const line = made(`${PARCELS}Carry the parcel @Post (outside) 1h\nSweep the shop @Jo 30m every 1d\n`);
    expect(names(line).flat()).toHaveLength(4);
    expect(line.besides).toEqual(['sweep-the-shop']);
    expect(line.notes.join('\n')).toContain('Sweep the shop (2.5 h a week)');
  });

  it('lets branches that happen side by side stand in any order, but after what comes before them', () => {
    const line = made(`${HEAD}demand: 48/day
sales:
Read the order @Ida 6m
fulfilment:
meanwhile
  Find the book @Ida 7m
  then Wrap the book @Jo 3m
  Print the label @Jo 4m
end
Post the parcel @Jo 9m
`);
    expect(line.positions).toBe(3);
    const order = names(line).flat();
    expect(order[0]).toBe('read-the-order');
    expect(order.at(-1)).toBe('post-the-parcel');
    expect(order.indexOf('find-the-book')).toBeLessThan(order.indexOf('wrap-the-book'));
  });

  it('shares the work evenly where the same people can', () => {
    const line = made(`${HEAD}demand: 48/day
sales:
Read it 3m
Note it 3m
fulfilment:
Find it 3m
Wrap it 1m
Post it 1m
File it 1m
`);
    expect(line.positions).toBe(2);
    expect(line.smoothness.value).toBe(0);
  });

  it('is refused without demand, and without any work, with what would put it right', () => {
    expect(paced(PARCELS.replace('demand: 48/day\n', ''))).toMatchObject({
      kind: 'StreamNotPaced',
      reason: 'NO_TAKT',
      remedy: expect.stringContaining('demand: 40/month'),
    });
    expect(paced(PARCELS.replaceAll(/ \d+m/g, ''))).toMatchObject({
      kind: 'StreamNotPaced',
      reason: 'NO_WORK',
      message: expect.stringContaining('nobody has measured the process time'),
      steps: ['read-the-order', 'find-the-book', 'wrap-the-book', 'post-the-parcel'],
    });
  });

  it('puts every step at one station, none before what comes before it, and nobody above takt', () => {
    const step = fc.record({
      minutes: fc.integer({ min: 0, max: 30 }),
      people: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        fc.pre(steps.some(({ minutes }) => minutes > 0));
        const lines = steps.map(({ minutes, people }, nth) => `Task ${nth} x${people} ${minutes}m`);
        const line = made(`${HEAD}demand: 48/day\nfulfilment:\n${lines.join('\n')}\n`);
        expect(names(line).flat()).toEqual(steps.map((_, nth) => `task-${nth}`));
        for (const { people, balance } of line.stations)
          expect(balance.workContent.value ?? 0).toBeLessThanOrEqual(people * 600 + 1e-6);
        const work = steps.reduce((sum, { minutes, people }) => sum + minutes * people, 0);
        expect(line.lowerBound).toBeGreaterThanOrEqual(Math.ceil(work / 10));
        expect(line.lowerBound).toBeLessThanOrEqual(line.positions);
      }),
      { numRuns: 150, seed: 20_251_127 },
    );
  });
});
