import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream, type LeadPath } from '../../../src/domain/metrics/index.js';
import { mostLikelyWay } from '../../../src/adapters/pictures/map/most-likely-way.js';
import type { Figure, StepKey } from '../../../src/domain/shared/index.js';
import type { FlowNode, ValueStream } from '../../../src/domain/stream/index.js';
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

/** The steps that only one branch of a choice leads to, by choice and branch. */
function branchSteps({ flow }: ValueStream): readonly (readonly StepKey[][])[] {
  const next = (node: number) => flow.arcs.filter(({ kind, from }) => kind === 'NEXT' && from === node);
  return flow.nodes.flatMap((node, choice) => {
    if (node.kind !== 'CHOICE') return [];
    const behind = next(choice).map(({ to }) => {
      const seen = new Set([to]);
      for (const at of seen) for (const arc of next(at)) seen.add(arc.to);
      return seen;
    });
    const own = behind.map((nodes, nth) =>
      [...nodes].filter((at) => behind.every((other, of) => of === nth || !other.has(at))),
    );
    return [own.map((nodes) => nodes.flatMap((at) => stepAt(flow.nodes[at])))];
  });
}

function stepAt(node: FlowNode | undefined): readonly StepKey[] {
  return node?.kind === 'STEP' ? [node.step] : [];
}

/** What the rungs of the map's ladder add up to. */
function ladderOf(stream: ValueStream): number {
  const { places, times } = mostLikelyWay(stream);
  return [...places].reduce((sum, place) => {
    const { waiting, handsOn } = times.get(place) ?? { waiting: 0, handsOn: 0 };
    return sum + (waiting ?? 0) + (handsOn ?? 0);
  }, 0);
}

/** Flows with an either, a step of which (or of a meanwhile in it) is named by an `after` line, within or behind it. */
const branchingNapkin = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 8, maxLength: 8 }),
    fc.nat(99),
    fc.nat(7),
    fc.nat(7),
    fc.nat(3),
  )
  .map(([t, share, one, two, shape]) => {
    const name = (nth: number) => `Piece ${'ABCDEFGH'[nth] ?? ''}`;
    const step = (nth: number) => `${name(nth)} ${t[nth] ?? 1}m`;
    const inner =
      ['', 'then wait 1d', `then either\n50%: ${step(6)}\n50%: ${step(7)}\nend`, 'stop'][shape] ?? '';
    const named = one === two || shape !== 2 ? name(one % 6) : `${name(one)}, ${name(two)}`;
    return `sales:
${step(0)}
either
${share}%: ${step(1)}
${inner}
${100 - share}%: ${step(2)}
then meanwhile
${step(3)}
${step(4)}
end
end
${step(5)}
after ${named}
Last 5m
${shape === 1 ? `after Last\nEnd it 1h` : ''}`;
  });

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

  it('goes by one branch of an either, though a step of it is named by an `after` line further on', () => {
    const branches = 'either\n  30%: Cut 1h\n  then wait 1d\n  70%: Weld 2h\nend\nfulfilment:\n';
    for (const bill of ['', 'Bill it 5m\n']) {
      const metrics = measure(`sales:\nStart 1h\n${branches}${bill}after Cut\nSend it 5m`);
      const billed = bill === '' ? 0 : HOUR / 12;
      expect(metrics.likeliestLeadTime.value).toBe(3 * HOUR + billed);
      expect(metrics.worstLeadTime.value).toBe(2 * HOUR + DAY + HOUR / 12);
      expect(metrics.likeliestPath?.places.map(({ step }) => step).slice(0, 2)).toEqual(['start', 'weld']);
      expect(metrics.likeliestPath?.choices).toEqual([
        {
          kind: 'EITHER',
          taken: { step: 'weld', line: 7, share: 0.7 },
          left: [{ step: 'cut', line: 5, share: 0.3 }],
        },
      ]);
      expect(metrics.worstPath?.choices[0]?.taken?.step).toBe('cut');
    }
  });

  it('never strings two branches of one either together, straight through any flow with `after` into branches', () => {
    let [tried, told] = [0, 0];
    fc.assert(
      fc.property(branchingNapkin, (text) => {
        tried += 1;
        const { stream } = draw(text);
        const metrics = measureStream(stream);
        for (const path of [metrics.worstPath, metrics.likeliestPath]) {
          const passed = new Set(path?.places.flatMap(({ step }) => (step === null ? [] : [step])));
          for (const ways of branchSteps(stream)) {
            const taken = ways.filter((way) => way.some((step) => passed.has(step)));
            expect(taken.length).toBeLessThanOrEqual(1);
            told += taken.length;
          }
        }
        expect(metrics.likeliestLeadTime.value ?? 0).toBeLessThanOrEqual(metrics.worstLeadTime.value ?? 0);
        expect(ladderOf(stream)).toBeCloseTo(metrics.likeliestLeadTime.value ?? 0, 6);
      }),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(tried / 4);
  });
});
