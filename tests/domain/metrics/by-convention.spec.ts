import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CONVENTION_NAMES,
  describeConvention,
  measureByConvention,
  measureStream,
} from '../../../src/domain/metrics/index.js';
import { draw } from '../../support/draw.js';
import { byName, oneByName } from '../../support/published-maps.js';
import { anyNapkin } from './random-flow.js';

const HOUR = 3600;

describe('measures by other conventions', () => {
  it('are told for any flow as a number with its convention and calendar, or null with the reason', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        for (const { figure, name } of measureByConvention(draw(text).stream, CONVENTION_NAMES)) {
          expect(figure.convention).toContain(describeConvention(name).definition);
          expect(figure.convention).toContain('Working time: a day is 8 h, a week 5 d.');
          if (figure.value === null) expect(figure.whyNot).toBeTruthy();
          else expect(Number.isFinite(figure.value)).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('are numbers where units are sent back to a step that does not lead on to here', () => {
    const { stream } = draw('sales:\nAlpha 3m 50%\nafter Alpho, Alpho\nB 1m\nback to Alpha 20%');
    const [once] = measureByConvention(stream, ['REWORK_ONCE_TOTAL']);
    expect(once?.figure.value).toBeCloseTo(0.5 * 180, 9);
  });

  it('are given in the order asked and each once', () => {
    const { stream } = draw('sales:\nAsk 1h');
    const asked = measureByConvention(stream, ['WAITING_TIME', 'AVAILABLE_TIME', 'WAITING_TIME']);
    expect(asked.map(({ name }) => name)).toEqual(['WAITING_TIME', 'AVAILABLE_TIME']);
    expect(measureByConvention(stream, [])).toEqual([]);
  });

  it('change nothing in the measures of the stream', () => {
    const { stream } = draw('demand: 5/day\nsales:\nAsk 1h 50%\nback to Ask 20%\nwait 2d');
    const before = measureStream(stream);
    measureByConvention(stream, CONVENTION_NAMES);
    expect(measureStream(stream)).toEqual(before);
  });

  it('say why there are none where the flow cannot be followed', () => {
    const figures = measureByConvention(draw('sales:\nAsk 1h\nback to Ask 100%').stream, [
      'LADDER_TOUCH_TIME',
    ]);
    expect(figures).toHaveLength(1);
    expect(figures[0]?.figure.whyNot).toContain('never ends');
  });
});

describe('the touch time of the ladder', () => {
  it('takes the larger of each rung, where the longest branch takes one branch whole', () => {
    const map = 'sales:\nmeanwhile\n  Cut 10m\n  then Weld 40m\n  Saw 30m\n  then Paint 15m\nend\nShip 5m';
    expect(oneByName(map, 'LADDER_TOUCH_TIME')).toBe((30 + 40 + 5) * 60);
    expect(measureStream(draw(map).stream).processTime.value).toBe((10 + 40 + 5) * 60);
  });

  it('is never less than the process time on the path', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const { stream } = draw(text);
        const path = measureStream(stream).processTime.value;
        const ladder = measureByConvention(stream, ['LADDER_TOUCH_TIME'])[0]?.figure.value;
        if (path !== null) expect(ladder ?? NaN).toBeGreaterThanOrEqual(path * (1 - 1e-9));
      }),
      { numRuns: 120 },
    );
  });
});

describe('rework that is taken once', () => {
  it('goes through what lies between, by the branch that takes longest and by shares', () => {
    const map = `sales:
Ask 1h
meanwhile
  Draw 2h
  Count 1h
end
either
  50%: Mail 2h
  50%: Call 4h
end
Check 1h
back to Ask 10%`;
    expect(oneByName(map, 'REWORK_ONCE_TOTAL')).toBeCloseTo(0.1 * (1 + 2 + 3 + 1) * HOUR, 6);
  });

  it('costs its own time where it has one, and a step judged by its return is not judged again', () => {
    const map = 'sales:\nDraw 3h\nCheck 1h 70%\nback to Draw 20% 30m';
    expect(byName(map, 'REWORK_ONCE')).toEqual([0.2 * HOUR * 0.5]);
    expect(oneByName(map, 'REWORK_MULTIPLIER')).toBe(1);
  });

  it('is never more than rework that is followed round', () => {
    const times = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 60 }), (minutes, share) => {
        const lines = minutes.map((time, at) => `Step no ${at} ${time}m`);
        const map = `sales:\n${lines.join('\n')}\nback to "Step no 0" ${share}%`;
        const whole = measureStream(draw(map).stream).leadTime.value ?? 0;
        expect(oneByName(map, 'LEAD_TIME_WITH_REWORK_ONCE')).toBeLessThanOrEqual(whole * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('knows no end where nothing of an output can be used', () => {
    const [figure] = measureByConvention(draw('sales:\nAsk 1h 0%').stream, [
      'LEAD_TIME_REPEATED_UNTIL_RIGHT',
    ]);
    expect(figure?.figure).toMatchObject({ value: null, whyNot: expect.stringContaining('for ever') });
  });
});

describe('what comes out', () => {
  it('is what enters less what is lost on the way, at each end', () => {
    expect(byName('demand: 40/week\nsales:\nAsk 1h\nlost 25%\nSell 1h\nlost 50%', 'THROUGHPUT')).toEqual([
      15,
    ]);
  });
});
