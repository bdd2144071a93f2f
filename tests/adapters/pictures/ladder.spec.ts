import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Picture } from '../../../src/adapters/pictures/canvas/print-svg.js';
import { BAND } from '../../../src/adapters/pictures/map/lay-rows.js';
import { mostLikelyWay } from '../../../src/adapters/pictures/map/most-likely-way.js';
import { ladderTotals, readLadder } from '../../../src/adapters/pictures/map/read-ladder.js';
import { placeValueStreamMap } from '../../../src/adapters/pictures/map/draw-value-stream-map.js';
import type { Calendar } from '../../../src/domain/shared/index.js';
import { measured, measuredOne, sampleNapkins, sixtySteps, type Measured } from './drawn.js';
import { PUBLISHED_SHAPES } from './published-shapes.js';
import { longNapkin, randomNapkin } from './random-napkin.js';

/** A printed duration read back by hand: `2 d 7 h 15 min`. */
function readBack(text: string, { secondsPerDay }: Calendar): number {
  const units = new Map([
    ['d', secondsPerDay],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ]);
  if (text === '?') return 0;
  const words = text.replace('at least ', '').replace('~', '').split(' ');
  let sum = 0;
  for (let nth = 0; nth < words.length; nth += 2)
    sum += Number(words[nth]) * (units.get(words[nth + 1] ?? '') ?? Number.NaN);
  return sum;
}

function printedLadder({ stream, metrics }: Measured) {
  const ladder = readLadder(mostLikelyWay(stream));
  const totals = ladderTotals(ladder, stream.calendar);
  const sheets = placeValueStreamMap(stream, metrics, { paper: 'A3' });
  const words = sheets
    .flatMap(({ marks }) => marks)
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    .join(' ')
    .replaceAll(': ', ' ');
  return { totals, words, rungs: sheets.flatMap(rungsOf) };
}

/** The words that stand on the ladders of a sheet, those of one rung put together, on the side of the line on which they stand. */
function rungsOf({
  marks,
}: Picture): readonly { readonly side: 'waiting' | 'handsOn'; readonly text: string }[] {
  const bands = marks.filter(
    (mark) => mark.kind === 'rect' && mark.fill === 'wash' && mark.height === BAND.ladder,
  );
  const rungs = new Map<string, { readonly side: 'waiting' | 'handsOn'; text: string }>();
  for (const mark of marks) {
    const band = bands.findIndex(
      (one) => one.kind === 'rect' && mark.kind === 'text' && mark.y > one.y && mark.y < one.y + one.height,
    );
    const place = bands[band];
    if (mark.kind !== 'text' || mark.anchor !== 'middle' || place?.kind !== 'rect') continue;
    const side = mark.y < place.y + BAND.ladder / 2 ? 'waiting' : 'handsOn';
    const key = `${band} ${side} ${mark.x}`;
    const rung = rungs.get(key);
    if (rung) rung.text += ` ${mark.text}`;
    else rungs.set(key, { side, text: mark.text });
  }
  return [...rungs.values()];
}

function expectToAddUp(one: Measured): void {
  const { calendar } = one.stream;
  const { totals, rungs, words } = printedLadder(one);
  const sum = (part: 'waiting' | 'handsOn') =>
    rungs.reduce(
      (all, { side, text }) => all + (side === part && text !== '?' ? readBack(text, calendar) : 0),
      0,
    );
  expect(readBack(totals.waiting.text, calendar)).toBeCloseTo(sum('waiting'), 6);
  expect(readBack(totals.handsOn.text, calendar)).toBeCloseTo(sum('handsOn'), 6);
  expect(readBack(totals.sum.text, calendar)).toBeCloseTo(sum('waiting') + sum('handsOn'), 6);
  if (rungs.length === 0) return;
  for (const total of [totals.waiting, totals.handsOn, totals.sum]) expect(words).toContain(total.text);
}

describe('the timeline ladder', () => {
  it('adds up: its printed rungs are its printed total, on every sample', () => {
    for (const [, text] of sampleNapkins()) for (const one of measured(text)) expectToAddUp(one);
    for (const [, text] of PUBLISHED_SHAPES) expectToAddUp(measuredOne(text));
    expectToAddUp(measuredOne(sixtySteps()));
  });

  it('adds up on any stream, of sixty steps with long names too', () => {
    fc.assert(
      fc.property(fc.oneof(randomNapkin, longNapkin), (napkin) => expectToAddUp(measuredOne(napkin))),
      { numRuns: 300 },
    );
  }, 120_000);

  it('is the lead time of the likeliest way straight through, as the measures have it', () => {
    for (const [, text] of [...sampleNapkins(), ['sixty', sixtySteps()] as const])
      for (const { stream, metrics } of measured(text)) {
        const { waiting, handsOn, rungs } = readLadder(mostLikelyWay(stream));
        const measuredTime = metrics.likeliestLeadTime.value;
        if (measuredTime === null) continue;
        expect(Math.abs((waiting ?? 0) + (handsOn ?? 0) - measuredTime)).toBeLessThanOrEqual(30 * rungs.size);
      }
  });

  it('prints every rung and the total on the map', () => {
    const one = measuredOne(
      'stream Lamp\nday: 7h 30m\nsales:\nAsk @A 10m\nwait 3d\nfulfilment:\nMake @B 2h lead 2d\nSend @B\n',
    );
    const { words } = printedLadder(one);
    for (const rung of ['10 min', '3 d', '1 d 5 h 30 min', '2 h']) expect(words).toContain(rung);
    expect(words).toContain('Waiting at least 4 d 5 h 30 min');
    expect(words).toContain('Hands-on at least 2 h 10 min');
    expect(words).toContain('Straight through at least 5 d 10 min');
  });

  it('takes the longest of branches that all happen, and the likeliest of those of which one does', () => {
    const { stream } = measuredOne(
      'stream S\nsales:\nmeanwhile\n  A @A 10m\n  B @B 1h\n  then wait 1d\nend\neither\n  30%: C @A 8h\n  70%: D @A 5m\nend\n',
    );
    const { waiting, handsOn } = readLadder(mostLikelyWay(stream));
    expect({ waiting, handsOn }).toEqual({ waiting: 8 * 3600, handsOn: 3600 + 300 });
  });

  it('takes, where the likeliest branch stops on purpose, the likeliest of those that go on, as the measures do', () => {
    const { stream, metrics } = measuredOne(
      'stream S\nsales:\nA @A 10m\neither\n  80%: Small @A 1h\n  then stop\n  20%: C @A 8h\nend\nD @A 5m\n',
    );
    const { handsOn } = readLadder(mostLikelyWay(stream));
    expect(handsOn).toBe(600 + 8 * 3600 + 300);
    expect(metrics.likeliestLeadTime.value).toBe(handsOn);
  });

  it('does not say that nothing waits where no wait is told', () => {
    const one = measuredOne('stream A to B\nsales:\nCall @A 10m\nfulfilment:\nShip @B 1h\n');
    const { words, totals } = printedLadder(one);
    expect(totals.waiting.text).toBe('?');
    expect(totals.sum.text).toBe('1 h 10 min');
    expect(words).toContain('Waiting ?');
    expect(words).not.toContain('0 s');
    expect(words).toContain('No wait is told on that way');
    const told = placeValueStreamMap(one.stream, one.metrics, { paper: 'A3' }).map(
      ({ description }) => description,
    );
    expect(told.join(' ')).toContain('waiting ?, hands-on 1 h 10 min, together 1 h 10 min');
  });

  it('says ? where a way has waits and nobody has measured any of them, and never 0', () => {
    const { totals } = printedLadder(measuredOne('stream A to B\nsales:\nCall @A\nstock 40\nShip @B\n'));
    expect([totals.waiting.text, totals.handsOn.text, totals.sum.text]).toEqual(['?', '?', '?']);
  });

  it('tells the range behind each sum and marks the rungs that are the middle of one', () => {
    const one = measuredOne(
      'stream A to B\ndemand: 20-40/month\nsales:\nCall @Uli 20m-1h\nwait 2d\nfulfilment:\nShip @Bob 1-3h lead 1-4d\nstock 10-20\nPack @Joe ~5m\n',
    );
    const { words, totals, rungs } = printedLadder(one);
    const printed = rungs.map(({ text }) => text);
    expect(printed).toEqual(expect.arrayContaining(['~40 min', '2 d', '~2 h', '~5 min']));
    expect(totals.handsOn.range).toBe('1 h 25 min to 4 h 5 min');
    expect(totals.sum.range).not.toBeNull();
    expect(totals.sum.text).toMatch(/^~/);
    expect(words).toContain(totals.sum.range ?? 'no range');
    expect(words).toContain('the middle of a range');
  });

  it('comes to the ends that the measures have, where the likeliest way is the same at both', () => {
    const { stream, metrics } = measuredOne(
      'stream A to B\ndemand: 20-40/month\nsales:\nCall @Uli 20m-1h\nwait 1-3d\nShip @Bob 1-3h lead 1-4d\nstock 10-20\n',
    );
    const { ends } = readLadder(mostLikelyWay(stream));
    expect(ends.together.low).toBeCloseTo(metrics.likeliestLeadTime.low ?? Number.NaN, 6);
    expect(ends.together.high).toBeCloseTo(metrics.likeliestLeadTime.high ?? Number.NaN, 6);
  });
});
