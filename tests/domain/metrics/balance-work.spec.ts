import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  balanceWork,
  measureStream,
  performerCarriers,
  stepCarriers,
  type OperatorBalance,
} from '../../../src/domain/metrics/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

function balance(text: string, by: 'step' | 'performer'): OperatorBalance {
  const { stream } = draw(text);
  const carriers = by === 'step' ? stepCarriers(stream) : performerCarriers(stream);
  return balanceWork(stream, measureStream(stream), carriers);
}

const HOUR = 3600;

describe('the balance of operators', () => {
  it('asks for as many people as the work content holds takts', () => {
    const one = balance(
      'day: 8h\nweek: 5d\ndemand: 40/week\nsales:\nBuild 195m x1\nfulfilment:\nPack 45m\n',
      'step',
    );
    expect(one.takt.value).toBe(HOUR);
    expect(one.workContent.value).toBe(240 * 60);
    expect(one.operators.value).toBeCloseTo(4, 12);
    expect(one.wholeOperators).toBe(4);
    expect(one.carriers.map(({ wholeOperators }) => wholeOperators)).toEqual([4, 1]);
  });

  it('divides the time of a step by the people on it before it is flagged', () => {
    const text = (people: string) => `demand: 40/week\nsales:\nFit ${people} 90m\nfulfilment:\nGo 1m\n`;
    expect(balance(text('@Al'), 'step').carriers[0]?.overTakt).toBe(true);
    expect(balance(text('@Al @Bo @Cy'), 'step').carriers[0]?.overTakt).toBe(false);
    const crew = balance(text('@Crew x3'), 'step').carriers[0];
    expect([crew?.people, crew?.timeEach.value, crew?.overTakt]).toEqual([3, 90 * 60, true]);
  });

  it('never says that something fits within takt as long as a part of it is not measured', () => {
    const [ada] = balance('demand: 40/week\nsales:\nAsk @Ada 5m\nTell @Ada\n', 'performer').carriers;
    expect(ada?.timeEach.text).toMatch(/^at least/);
    expect(ada?.overTakt).toBeNull();
    expect(ada?.wholeOperators).toBeNull();
    const [full] = balance('demand: 40/week\nsales:\nAsk @Ada 2h\nTell @Ada\n', 'performer').carriers;
    expect(full?.overTakt).toBe(true);
  });

  it('without a demand there is no takt, and the work of one unit is told all the same', () => {
    const one = balance('sales:\nAsk @Ada 1h\nfulfilment:\nDo @Bo 2h\n', 'performer');
    expect(one.carriers.map(({ workContent }) => workContent.value)).toEqual([HOUR, 2 * HOUR]);
    expect(one.operators.whyNot).toMatch(/takt is not known/);
    expect(one.bottleneck).toBeNull();
  });

  it('spreads work with a rhythm of its own over the units', () => {
    const one = balance(
      'demand: 10/week\nsales:\nAsk @Ada 1h\nfulfilment:\nClose @Ada 5h every 1w\n',
      'step',
    );
    expect(one.carriers.map(({ timeEach }) => timeEach.value)).toEqual([HOUR, HOUR / 2]);
    expect(one.operators.value).toBeCloseTo(15 / 40, 12);
  });

  it('names as the bottleneck the performer whom the measures name, with the same utilisation', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const { stream } = draw(`demand: 9/week\nperson P1 12h\n${text}`);
        const metrics = measureStream(stream);
        const { bottleneck, carriers } = balanceWork(stream, metrics, performerCarriers(stream));
        expect(bottleneck?.name ?? null).toBe(metrics.bottleneck?.performer ?? null);
        if (bottleneck && metrics.bottleneck) {
          expect(bottleneck.utilisation.value).toBeCloseTo(metrics.bottleneck.utilisation.value ?? NaN, 9);
          expect(bottleneck.steps).toEqual(metrics.bottleneck.steps);
        }
        for (const { utilisation } of carriers)
          expect(utilisation.value ?? 0).toBeLessThanOrEqual(
            (bottleneck?.utilisation.value ?? 0) * (1 + 1e-9),
          );
      }),
      { numRuns: 200 },
    );
  });

  it('adds up: the stations together carry the work of the stream', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const { stream } = draw(text);
        const metrics = measureStream(stream);
        const { carriers, workContent } = balanceWork(stream, metrics, stepCarriers(stream));
        const sum = carriers.reduce((total, carrier) => total + (carrier.workContent.value ?? 0), 0);
        expect(Math.abs(sum - (workContent.value ?? 0))).toBeLessThanOrEqual(1e-9 * Math.max(1, sum));
        const rhythm = stream.steps.some((step) => step.everySeconds !== null);
        if (!rhythm) expect(sum).toBeCloseTo(metrics.totalEffort.value ?? 0, 4);
      }),
      { numRuns: 200 },
    );
  });
});
