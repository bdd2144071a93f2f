import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { probeStream, type StreamProbe } from '../../../src/domain/metrics/index.js';
import { leadWeight } from '../../../src/domain/metrics/node-weights.js';
import { sumPaths } from '../../../src/domain/metrics/path-time.js';
import { reckonFlow } from '../../../src/domain/metrics/reckon-flow.js';
import type { ValueStream } from '../../../src/domain/stream/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { draw } from '../../support/draw.js';
import { anyFlow } from '../change/any-flow.js';
import { anyNapkin } from './random-flow.js';

function probeOf(text: string): StreamProbe {
  const probe = probeStream(draw(text).stream);
  if (typeof probe === 'string') throw new Error(probe);
  return probe;
}

/** The lead time with other times, the whole flow summed again. */
function summedAgain(stream: ValueStream, saved: ReadonlyMap<number, number>): number {
  const reckoning = reckonFlow(stream);
  if (typeof reckoning === 'string') throw new Error(reckoning);
  const { graph, regions, visits } = reckoning;
  const lead = leadWeight(reckoning, 'likely');
  const paths = sumPaths(graph, regions, visits.likely.local, (node) => lead(node) - (saved.get(node) ?? 0));
  return Math.max(0, ...paths.toEnds(graph.flow.entries).values());
}

function expectAlike(probe: StreamProbe, saved: ReadonlyMap<number, number>): void {
  const [reached, whole] = [probe.leadSaved(saved), probe.leadTime - summedAgain(probe.stream, saved)];
  expect(Math.abs(reached - whole)).toBeLessThanOrEqual(1e-9 * Math.max(1, probe.leadTime));
}

const HOUR = 3600;

describe('less time at one place of the flow', () => {
  it('saves as often as it is passed, where everything goes over it', () => {
    const probe = probeOf('sales:\nAsk 1h\nwait 8h\nSell 1h\nback to Ask 50%\nShip 1h');
    expect(probe.leadSaved(new Map([[1, 8 * HOUR]]))).toBeCloseTo(16 * HOUR, 6);
  });

  it('saves no more than what the next longest branch leaves, and nothing beside a longer one', () => {
    const probe = probeOf('sales:\nmeanwhile\n  Cut 5h\n  Sew 3h\n  Dye 1h\nend\nShip 1h');
    const nodeOf = (key: string) =>
      probe.stream.flow.nodes.findIndex((node) => node.kind === 'STEP' && node.step === key);
    expect(probe.leadSaved(new Map([[nodeOf('cut'), 5 * HOUR]]))).toBe(2 * HOUR);
    expect(probe.leadSaved(new Map([[nodeOf('dye'), HOUR]]))).toBe(0);
    const two = new Map([
      [nodeOf('cut'), 5 * HOUR],
      [nodeOf('sew'), 3 * HOUR],
    ]);
    expect(probe.leadSaved(two)).toBe(4 * HOUR);
  });

  it('costs where it is more time, from where the branch becomes the longest', () => {
    const probe = probeOf('sales:\nmeanwhile\n  Cut 5h\n  Sew 3h\nend');
    const sew = probe.stream.flow.nodes.findIndex((node) => node.kind === 'STEP' && node.step === 'sew');
    expect(probe.leadSaved(new Map([[sew, -6 * HOUR]]))).toBe(-4 * HOUR);
  });

  it('is in any flow what summing the whole flow again gives, place by place', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const chance = chanceFrom(seed);
        const probe = probeStream(anyFlow(chance));
        if (typeof probe === 'string') return;
        for (let node = 0; node < probe.stream.flow.nodes.length; node += 1) {
          expectAlike(probe, new Map([[node, chance() * 50 * HOUR]]));
          expectAlike(probe, new Map([[node, -chance() * 50 * HOUR]]));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is so for several places at once, with several entries, ends, and branches that stop', () => {
    fc.assert(
      fc.property(anyNapkin, fc.array(fc.tuple(fc.nat(), fc.integer({ min: -90, max: 90 }))), (text, at) => {
        const probe = probeStream(draw(text).stream);
        if (typeof probe === 'string') return;
        const size = probe.stream.flow.nodes.length;
        expectAlike(probe, new Map(at.map(([node, hours]) => [node % size, hours * HOUR])));
      }),
      { numRuns: 300 },
    );
  });

  it('looks at what it reaches alone: a wait out of ten thousand costs a handful of places', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `Step no ${at} 5m\nwait ${1 + (at % 5)}h`);
    const probe = probeOf(`sales:\n${lines.join('\n')}\nmeanwhile\n  Cut 1h\n  Sew 2h\nend`);
    for (let node = 0; node < 10_000; node += 1) probe.leadSaved(new Map([[node, 60]]));
    expect(probe.lookedAt()).toBeLessThan(60_000);
  });
});
