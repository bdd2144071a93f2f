import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measure } from '../../support/draw.js';

const HOUR = 3600;
const DAY = 8 * HOUR;

const minutes = fc.integer({ min: 1, max: 600 });
const percents = fc.integer({ min: 0, max: 100 });

describe('lead time', () => {
  it('without blocks and returns is the sum of what each step and wait takes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ work: minutes, wait: minutes }), { minLength: 1, maxLength: 20 }),
        (steps) => {
          const lines = steps.map(({ work, wait }, at) => `Step no ${at} @Ann ${work}m\nwait ${wait}m`);
          const sum = steps.reduce((total, { work, wait }) => total + work + wait, 0);
          expect(measure(`sales:\n${lines.join('\n')}`).leadTime.value).toBe(sum * 60);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of branches that all happen', () => {
    fc.assert(
      fc.property(fc.uniqueArray(minutes, { minLength: 2, maxLength: 6 }), (times) => {
        const block = (order: readonly number[]) =>
          `meanwhile\n${order.map((time) => `  Part ${time} ${time}m`).join('\n')}\nend`;
        const there = measure(`sales:\nBegin it 1m\n${block(times)}`);
        const back = measure(`sales:\nBegin it 1m\n${block([...times].reverse())}`);
        expect(there.leadTime.value).toBe(back.leadTime.value);
        expect(there.leadTime.value).toBe((1 + Math.max(...times)) * 60);
        expect(there.totalEffort.value).toBe((1 + times.reduce((sum, time) => sum + time, 0)) * 60);
      }),
      { numRuns: 40 },
    );
  });

  it('weights the branches of an either by their shares, and tells the worst and the likeliest way too', () => {
    const metrics = measure('sales:\neither\n  75%: Mail it 1h\n  25%: Bring it 5h\nend');
    expect(metrics.leadTime.value).toBe(2 * HOUR);
    expect(metrics.worstLeadTime.value).toBe(5 * HOUR);
    expect(metrics.likeliestLeadTime.value).toBe(HOUR);
  });

  it('does not count a branch that stops on purpose, whose effort counts all the same', () => {
    const metrics = measure(
      'sales:\nBegin 1h\nmeanwhile\n  Pay 2h\n  Tell the press 9h\n  stop\nend\nShip 1h',
    );
    expect(metrics.leadTime.value).toBe(4 * HOUR);
    expect(metrics.totalEffort.value).toBe(13 * HOUR);
    expect(metrics.leadTimes).toHaveLength(1);
  });

  it('is longer for a unit that goes all the way than for one that may be lost', () => {
    const metrics = measure('sales:\nAnswer 1h\nlost 50%\nVisit 4h');
    expect(metrics.leadTime.value).toBe(3 * HOUR);
    expect(metrics.unlostLeadTime.value).toBe(5 * HOUR);
  });

  it('counts rework as often as it is expected, and a return with a time of its own by that time', () => {
    expect(measure('sales:\nDraw 3h\nback to Draw 25%').leadTime.value).toBe(4 * HOUR);
    const timed = measure('sales:\nDraw 3h\nCheck 1h\nback to Draw 20% 30m');
    expect(timed.leadTime.value).toBe(4 * HOUR + 360);
    expect([...timed.steps.values()].map((step) => step.visitsPerUnit.value)).toEqual([1, 1]);
  });

  it("has a figure for each pair of an entry and an end, of which the largest is the stream's", () => {
    const text = `sales:
Win it 1d
after "Win it"
Build it 3d
after "Win it"
Bill it 2d
after "Build it", "Bill it"
Close it 1d
after "Win it"
Thank them 1h`;
    const { leadTimes, leadTime } = measure(text);
    expect(leadTimes.map((pair) => [pair.end, pair.leadTime.value])).toEqual([
      ['close-it', 5 * DAY],
      ['thank-them', DAY + HOUR],
    ]);
    expect(leadTime.value).toBe(5 * DAY);
  });

  it('is a floor where steps are unmeasured, and says so', () => {
    const { leadTime } = measure('sales:\nAsk 1h\nSell\nBuild 2h');
    expect(leadTime.atLeast).toBe(true);
    expect(leadTime.text).toBe('at least 3 h (2 of 3 steps measured)');
  });

  it('keeps a range', () => {
    const { leadTime } = measure('sales:\nAsk 1-3h\nSell 1h');
    expect([leadTime.low, leadTime.value, leadTime.high]).toEqual([2 * HOUR, 3 * HOUR, 4 * HOUR]);
    expect(leadTime.text).toBe('3 h (2 h to 4 h)');
  });

  it('tells a guess as a guess', () => {
    expect(measure('sales:\nAsk ~1h').leadTime.source).toBe('GUESS');
    expect(measure('sales:\nAsk 1h').leadTime.source).toBe('DERIVED');
  });

  it('turns stock into time through the demand, and says what is missing without one', () => {
    expect(measure('demand: 10/day\nsales:\nAsk 1h\nstock 20').leadTime.value).toBe(HOUR + 2 * DAY);
    expect(measure('sales:\nAsk 1h\nstock 20').leadTime.text).toBe(
      'at least 1 h (stock left out, because it is no time without a demand)',
    );
  });

  it('counts calendar days as their part of the working week', () => {
    expect(measure('sales:\nAsk 1h\nwait 7cd').leadTime.value).toBe(HOUR + 5 * DAY);
  });
});

describe('ratios and rolled %C&A', () => {
  it('are null with a reason while something is unknown, never 0', () => {
    const metrics = measure('sales:\nAsk\nSell');
    for (const figure of [
      metrics.leadTime,
      metrics.processTime,
      metrics.activityRatio,
      metrics.processCycleEfficiency,
      metrics.rolledCompleteAndAccurate,
      metrics.taktTime,
      metrics.handOffs,
    ]) {
      expect(figure.value).toBeNull();
      expect(figure.whyNot).not.toBe('');
    }
    expect(metrics.bottleneck).toBeNull();
  });

  it('keep value-added time and the activity ratio apart', () => {
    const metrics = measure('sales:\nAsk 1h lead 4h\nBuild 3h (value) lead 4h');
    expect(metrics.activityRatio.value).toBe(0.5);
    expect(metrics.processCycleEfficiency.value).toBe(0.375);
  });

  it('multiply over the steps that have a %C&A, and stay between 0 and 100 %', () => {
    fc.assert(
      fc.property(fc.array(percents, { minLength: 1, maxLength: 8 }), (accuracies) => {
        const lines = accuracies.map((percent, at) => `Step no ${at} 1m ${percent}%`);
        const rolled = measure(`sales:\n${lines.join('\n')}`).rolledCompleteAndAccurate.value ?? -1;
        expect(rolled).toBeCloseTo(
          accuracies.reduce((all, percent) => all * (percent / 100), 1),
          12,
        );
        expect(rolled).toBeGreaterThanOrEqual(0);
        expect(rolled).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('multiply all branches of a meanwhile and weight those of an either', () => {
    expect(
      measure('sales:\nmeanwhile\n  Ask 1m 50%\n  Sell 1m 80%\nend').rolledCompleteAndAccurate.value,
    ).toBeCloseTo(0.4, 12);
    const either = measure('sales:\nOpen 1m 50%\neither\n  25%: Ask 1m 40%\n  75%: Sell 1m 80%\nend');
    expect(either.rolledCompleteAndAccurate.value).toBeCloseTo(0.35, 12);
  });

  it('say over how many steps they go', () => {
    expect(measure('sales:\nAsk 1m 90%\nSell 1m').rolledCompleteAndAccurate.text).toBe(
      'at most 90 % (1 of 2 steps have a %C&A)',
    );
  });
});

describe('hand-offs', () => {
  it('are expected passes between people who share nobody, returns included', () => {
    const { handOffs } = measure('sales:\nAsk @Ann 1m\nDraw @Bob 1m\nback to Ask 20%\nShip @Bob @Cid 1m');
    expect(handOffs.value).toBeCloseTo(1.25 + 0.25, 12);
  });

  it('are a floor where a performer is unknown', () => {
    expect(measure('sales:\nAsk @Ann 1m\nDraw @? 1m\nShip @Bob 1m').handOffs.text).toBe(
      'at least 0 (2 of 3 steps say who does them)',
    );
  });

  it('pass through buffers and through steps that run on their own rhythm', () => {
    const { transfers } = measure(
      'sales:\nAsk @Ann 1m\nwait 2d "the owner"\nClose @Eve 1h every 1w\nfulfilment:\nShip @Bob 1m',
    );
    expect(transfers).toHaveLength(1);
    expect(transfers[0]).toMatchObject({
      from: 'ask',
      to: 'ship',
      perUnit: 1,
      wait: 2 * DAY,
      whys: ['the owner'],
      seam: true,
    });
  });
});

describe('loads and the bottleneck', () => {
  it('are visits × demand × process time × people, and runs × people for a rhythm', () => {
    const { steps } = measure(
      'demand: 10/week\nsales:\nAsk @Ann 1h\nBuild @Crew x3 2h\nClose @Eve 4h every 2w',
    );
    const hours = [...steps.values()].map((step) => step.loadPerWeek.value);
    expect(hours).toEqual([10, 60, 2]);
  });

  it('name the performer with the highest load for their hours, over all of their steps', () => {
    const { bottleneck } = measure(
      'demand: 10/week\nsales:\nAsk @Ann 1h\nSell @Bob 1h 30m\nCall @Ann 1h\nperson Bob 10h',
    );
    expect(bottleneck?.performer).toBe('Bob');
    expect(bottleneck?.utilisation.value).toBe(1.5);
    expect(bottleneck?.utilisation.text).toBe('150 % of 10 h a week');
  });

  it('count each head of a crew against the hours of one person', () => {
    const text = 'demand: 5/week\nsales:\nLift @Tom x3 5h\n';
    expect(measure(`${text}person Tom 40h`).bottleneck?.utilisation.text).toBe('62.5 % of 40 h a week');
    expect(measure(text).bottleneck?.utilisation.value).toBe(0.625);
  });

  it('do not let a step for two double the hours that there are for solo work', () => {
    const { bottleneck } = measure('demand: 10/week\nsales:\nCarry @Sol x2 1h\nCount @Sol 4h');
    expect(bottleneck?.utilisation.value).toBe(1.25);
  });

  it('part a step among those who are named where they are more than the people on it', () => {
    const { bottleneck } = measure('demand: 10/week\nsales:\nCall @Ann @Ben 4h');
    expect(bottleneck).toMatchObject({ performer: 'Ann', utilisation: { value: 0.5 } });
  });

  it('are unknown for work done outside, with the reason', () => {
    const load = measure('demand: 1/week\nsales:\nPaint 1h (outside)').steps.values().next()
      .value?.loadPerWeek;
    expect(load).toMatchObject({ value: null, whyNot: 'done outside: no load of ours' });
  });

  it('charge a return with a time of its own to the step that the work goes back to', () => {
    const { steps } = measure('demand: 10/week\nsales:\nDraw 1h\nCheck 1h\nback to Draw 20% 30m');
    expect([...steps.values()].map((step) => step.loadPerWeek.value)).toEqual([11, 10]);
  });
});

describe('ratios of sums that may be longer', () => {
  it('say in one bracket what they rest on, and which way they may go', () => {
    const both = measure('sales:\nAsk 1h\nSell').activityRatio.text;
    expect(both).toBe('100 % (1 of 2 steps measured; both times may be longer)');
    const part = measure('sales:\nAsk 1h (value)\nSell 1h').processCycleEfficiency.text;
    expect(part).toBe(
      'at least 50 % (1 of 2 steps say whether they add value; the value-added time is at least so long)',
    );
  });
});

describe('rework', () => {
  it('that saves work, because what goes back may be lost, says so', () => {
    const { rework } = measure(
      'demand: 10/week\nsales:\nAsk 10m\nlost 90%\nDraw 1h\nback to Ask 50%\nMake 40h',
    );
    expect(rework[0]?.hoursPerWeek.value).toBeLessThan(0);
    expect(rework[0]?.hoursPerWeek.text).toContain('less than without it');
  });

  it('is told by what the stream would be without it, the costliest first', () => {
    const { rework } = measure('demand: 10/week\nsales:\nAsk 1h\nback to Ask 50%\nDraw 3h\nback to Draw 25%');
    expect(rework.map((one) => [one.from, one.hoursPerWeek.value, one.leadTime.value])).toEqual([
      ['ask', 10, HOUR],
      ['draw', 10, HOUR],
    ]);
  });
});

describe('a share of 0', () => {
  it('is a way by which nothing comes: the step and all behind it stay in the sums', () => {
    for (const way of ['sometimes 0%: Gift 1h', 'either\n  0%: Gift 1h\n  100%: Pack 1h\nend']) {
      const { steps, leadTime } = measure(`demand: 1/week\nsales:\nAsk 1h\n${way}\nShip 1h`);
      const visits = [...steps].map(([key, step]) => [key, step.visitsPerUnit.value]);
      expect(visits).toContainEqual(['gift', 0]);
      expect(visits).toContainEqual(['ship', 1]);
      expect(leadTime.measuredSteps).toBe(leadTime.ofSteps);
    }
  });
});

describe('takt time', () => {
  it('is available time by demand, and undefined without demand', () => {
    expect(measure('day: 7h 30m\ndemand: 600/day\nsales:\nAsk 1m').taktTime.value).toBe(45);
    expect(measure('demand: 0/day\nsales:\nAsk 1m').taktTime.value).toBeNull();
  });
});
