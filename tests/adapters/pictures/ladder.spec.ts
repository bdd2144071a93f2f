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
  const words = text.replace('at least ', '').split(' ');
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
  expect(readBack(totals.waiting, calendar)).toBeCloseTo(sum('waiting'), 6);
  expect(readBack(totals.handsOn, calendar)).toBeCloseTo(sum('handsOn'), 6);
  expect(readBack(totals.sum, calendar)).toBeCloseTo(sum('waiting') + sum('handsOn'), 6);
  if (rungs.length === 0) return;
  for (const total of [totals.waiting, totals.handsOn, totals.sum]) expect(words).toContain(total);
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
        expect(Math.abs(waiting + handsOn - measuredTime)).toBeLessThanOrEqual(30 * rungs.size);
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

  it('goes on behind a block whose likeliest branch stops on purpose', () => {
    const { stream, metrics } = measuredOne(
      'stream S\nsales:\nA @A 10m\neither\n  80%: stop\n  20%: C @A 8h\nend\nD @A 5m\n',
    );
    const { handsOn } = readLadder(mostLikelyWay(stream));
    expect(handsOn).toBe(900);
    expect(metrics.likeliestLeadTime.value).toBe(900);
  });
});
