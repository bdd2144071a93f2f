import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream, type LeadPath } from '../../../src/domain/metrics/index.js';
import type { Figure } from '../../../src/domain/shared/index.js';
import { draw, measure } from '../../support/draw.js';
import { anyNapkin } from './random-flow.js';

const HOUR = 3600;
const DAY = 8 * HOUR;

function expectToldWhole(path: LeadPath | null, figure: Figure): void {
  if (figure.value === null || figure.value === 0) return;
  expect(path).not.toBeNull();
  const places = path?.places ?? [];
  expect(places.at(-1)?.cumulative).toBe(figure.value);
  const sum = places.reduce((total, { time, visits }) => total + (time ?? 0) * visits, 0);
  expect(Math.abs(sum - figure.value)).toBeLessThanOrEqual(1e-9 * Math.max(1, figure.value));
  places.forEach(({ visits, cumulative, time }, nth) => {
    expect(visits).toBeGreaterThan(0);
    expect(time ?? 0).toBeGreaterThanOrEqual(0);
    expect(cumulative).toBeGreaterThanOrEqual((places[nth - 1]?.cumulative ?? 0) * (1 - 1e-12));
  });
}

describe('a lead time told place by place', () => {
  it('adds up to the figure that is printed, for any flow and for all three ways', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const metrics = measureStream(draw(text).stream);
        expectToldWhole(metrics.leadTimePath, metrics.leadTime);
        expectToldWhole(metrics.worstPath, metrics.worstLeadTime);
        expectToldWhole(metrics.likeliestPath, metrics.likeliestLeadTime);
      }),
      { numRuns: 400 },
    );
  });

  it('names every step and wait with its line, its time, its passes and where the clock stands behind it', () => {
    const { leadTimePath } = measure('sales:\nAsk 1h\nwait 2d "the owner"\nDraw 3h\nback to Draw 25%\nShip');
    const told = leadTimePath?.places.map((place) => [
      place.kind,
      place.step ?? place.why,
      place.line,
      place.time,
      place.visits,
      place.cumulative,
    ]);
    expect(told).toEqual([
      ['STEP', 'ask', 3, HOUR, 1, HOUR],
      ['WAIT', 'the owner', 4, 2 * DAY, 1, 2 * DAY + HOUR],
      ['STEP', 'draw', 5, 3 * HOUR, 4 / 3, 2 * DAY + 5 * HOUR],
      ['STEP', 'ship', 7, null, 4 / 3 - 1 / 3, 2 * DAY + 5 * HOUR],
    ]);
  });

  it('leaves out a return that no unit takes', () => {
    const { leadTimePath } = measure('sales:\nDraw 3h\nwait 1d\nback to Draw 0% 10m\nfulfilment:\nShip 1h');
    expect(leadTimePath?.places.map(({ kind }) => kind)).toEqual(['STEP', 'WAIT', 'STEP']);
  });

  it('takes the longest of the branches that all happen, and says which it left', () => {
    const { leadTimePath } = measure(
      'sales:\nBegin 1h\nmeanwhile\n  wait 1d\n  then Pay 2h\n  Pack 3h\nend\nShip 1h',
    );
    expect(leadTimePath?.places.map((place) => place.step ?? place.kind)).toEqual([
      'begin',
      'WAIT',
      'pay',
      'ship',
    ]);
    expect(leadTimePath?.choices).toEqual([
      {
        kind: 'MEANWHILE',
        taken: { step: 'pay', line: 6, share: null },
        left: [{ step: 'pack', line: 7, share: null }],
      },
    ]);
  });

  it('counts all branches of an either by their shares where it is expected, and one of them straight through', () => {
    const { leadTimePath, worstPath, likeliestPath } = measure(
      'sales:\neither\n  75%: Mail it 1h\n  25%: Bring it 5h\nend\nsometimes 20%: Wrap it 2h',
    );
    expect(leadTimePath?.places.map(({ step, visits }) => [step, visits])).toEqual([
      ['mail-it', 0.75],
      ['bring-it', 0.25],
      ['wrap-it', 0.2],
    ]);
    expect(leadTimePath?.choices).toEqual([]);
    expect(worstPath?.places.map(({ step }) => step)).toEqual(['bring-it', 'wrap-it']);
    expect(worstPath?.choices[0]).toEqual({
      kind: 'EITHER',
      taken: { step: 'bring-it', line: 5, share: 0.25 },
      left: [{ step: 'mail-it', line: 4, share: 0.75 }],
    });
    expect(likeliestPath?.places.map(({ step }) => step)).toEqual(['mail-it']);
    expect(likeliestPath?.choices[1]).toMatchObject({ taken: null, left: [{ step: 'wrap-it' }] });
  });

  it('tells a return with a time of its own as a place of its own, and straight through not at all', () => {
    const metrics = measure('sales:\nDraw 3h\nCheck 1h\nback to Draw 20% 30m');
    expect(metrics.leadTimePath?.places.at(-1)).toEqual({
      kind: 'REWORK',
      step: 'draw',
      line: 5,
      why: null,
      time: HOUR / 2,
      visits: 0.2,
      cumulative: 4 * HOUR + 360,
    });
    expect(metrics.worstLeadTime.value).toBe(4 * HOUR);
    expect(metrics.likeliestLeadTime.value).toBe(4 * HOUR);
  });

  it('follows nested blocks to any depth', () => {
    const { leadTimePath } = measure(`sales:
meanwhile
  Paint 1h
  then meanwhile
    Dry 2h
    Plane 1h
    then either
      50%: Turn 8h
      50%: Drill 2h
    end
  end
  Pack 5h
end`);
    expect(leadTimePath?.places.map(({ step, visits }) => [step, visits])).toEqual([
      ['paint', 1],
      ['plane', 1],
      ['turn', 0.5],
      ['drill', 0.5],
    ]);
    expect(leadTimePath?.choices.map(({ taken }) => taken?.step)).toEqual(['paint', 'plane']);
  });
});
