import { describe, expect, it } from '@jest/globals';
import { weighForces, type LeadPath } from '../../../src/domain/metrics/index.js';
import type { StepKey } from '../../../src/domain/shared/index.js';
import { draw, measure } from '../../support/draw.js';

const HOUR = 3600;
const DAY = 8 * HOUR;

function stepsOf(path: LeadPath | null): readonly (StepKey | null)[] {
  return (path?.places ?? []).map(({ step }) => step);
}

function orders(small: string, large: string): string {
  return `demand: 20/week
sales:
Take the call 10m
either
  ${small}Patch it 1h
  then stop
  ${large}Rebuild it 4h
end
fulfilment:
Deliver 2d`;
}

describe('the likeliest way', () => {
  it.each([
    ['more than half stop', '60%: ', '40%: '],
    ['half stop', '50%: ', '50%: '],
    ['nobody has said how many stop', '', ''],
    ['few stop', '20%: ', '80%: '],
  ])('goes by a branch that goes on where %s', (_, small, large) => {
    const { likeliestPath, likeliestLeadTime } = measure(orders(small, large));
    expect(stepsOf(likeliestPath)).toEqual(['take-the-call', 'rebuild-it', 'deliver']);
    expect(likeliestLeadTime.value).toBe(600 + 4 * HOUR + 2 * DAY);
    expect(likeliestPath?.choices.map(({ taken }) => taken?.step)).toEqual(['rebuild-it']);
  });

  it('goes past the branches of an inner either that stop as well', () => {
    const { likeliestPath } = measure(`sales:
either
  30%: Ask 1h
  70%: Look 1h
  then either
    90%: Send away 1h
    then stop
    10%: Keep 1h
  end
end
Finish 1h`);
    expect(stepsOf(likeliestPath)).toEqual(['look', 'keep', 'finish']);
  });

  it('goes by the branch of most units where every branch stops, whatever stands below', () => {
    const { likeliestPath, worstPath } = measure(`sales:
Ask 1h
either
  70%: Ship 1h
  then stop
  30%: Fetch 2h
  then stop
end
Build 2d`);
    expect(stepsOf(likeliestPath)).toEqual(['ask', 'ship']);
    expect(stepsOf(worstPath)).toEqual(['ask', 'fetch']);
  });
});

describe('where every branch stops', () => {
  const all = `sales:
Ask 1h
wait 2d
either
  70%: Ship 1h
  then stop
  30%: Fetch 2h
  then stop
end`;

  it('the lead time is told all the same when a line stands below that no work comes to', () => {
    expect(measure(`${all}\nBuild 2d`).leadTime.value).toBe(measure(all).leadTime.value);
    expect(measure(all).leadTime.value).toBeGreaterThan(2 * DAY);
  });

  it('what no work comes to is left out by that reason, not for want of a time', () => {
    expect(measure(`${all}\nBuild 2d`).leadTime.text).toContain('one step that no work comes to left out');
    expect(measure(all).leadTime.text).not.toContain('no work comes to');
  });
});

describe('process time on the path', () => {
  const ends = `sales:
Ask 10m
Sort it 10m
Build 2d
after Sort it
Refer 1h
wait 9d
Thank 5m (value)`;

  it('is that of the way whose lead time is told, not of the way with the most work', () => {
    const { leadTime, processTime, activityRatio, leadTimes } = measure(ends);
    expect(leadTimes).toHaveLength(2);
    expect(processTime.value).toBe(85 * 60);
    expect(activityRatio.value).toBe((85 * 60) / (leadTime.value ?? 0));
  });

  it('still takes the larger of branches that run side by side', () => {
    const { leadTime, processTime } = measure(`sales:
meanwhile
  Draw 3h
  Order 10m lead 2d
end
Build 1h`);
    expect([leadTime.value, processTime.value]).toEqual([2 * DAY + HOUR, 4 * HOUR]);
  });
});

describe('the range of a ratio', () => {
  it('goes from the least work beside the longest waits to the most work beside the shortest', () => {
    const { activityRatio } = measure('sales:\nAsk 1-3h\nwait 1-2d\nSell 1h');
    expect(activityRatio.low).toBeCloseTo(2 / (2 + 16), 12);
    expect(activityRatio.high).toBeCloseTo(4 / (4 + 8), 12);
  });

  it('is none where the same hours are in both', () => {
    const { activityRatio } = measure('sales:\nAsk 1-3h\nSell 2h');
    expect([activityRatio.low, activityRatio.value, activityRatio.high]).toEqual([1, 1, 1]);
  });

  it('never lets a lead time be shorter than the work in it', () => {
    const { activityRatio } = measure('sales:\nAsk 2-4h lead 3-8h');
    expect(activityRatio.low).toBeCloseTo(2 / 8, 12);
    expect(activityRatio.high).toBe(1);
  });

  it('moves with the shares of branches', () => {
    const { activityRatio } = measure(`sales:
Ask 1h
either
  20-60%: Check 1h
  then wait 1d
  40-80%: Sign 1h
end`);
    expect(activityRatio.low).toBeCloseTo(2 / (2 + 0.6 * 8), 6);
    expect(activityRatio.high).toBeCloseTo(2 / (2 + 0.2 * 8), 6);
  });

  it('of value-added time takes what is not marked at its other end', () => {
    const { processCycleEfficiency } = measure('sales:\nAsk 1-3h\nSell 1-2h (value)');
    expect(processCycleEfficiency.low).toBeCloseTo(1 / 4, 12);
    expect(processCycleEfficiency.high).toBeCloseTo(2 / 3, 12);
  });
});

describe('the share of a force and of the seam', () => {
  const text = `sales:
Ask 1-2h
wait 1-3d
fulfilment:
Build 8h`;
  const { stream, metrics } = { ...draw(text), metrics: measure(text) };
  const { sales, seam, fulfilment } = weighForces(stream, metrics);

  it('ranges from its least beside the most of all else', () => {
    expect(sales.leadTimeShare.low).toBeCloseTo(1 / (1 + 24 + 8), 12);
    expect(sales.leadTimeShare.high).toBeCloseTo(2 / (2 + 8 + 8), 12);
    expect(seam.leadTimeShare.low).toBeCloseTo(8 / (8 + 2 + 8), 12);
    expect(seam.leadTimeShare.high).toBeCloseTo(24 / (24 + 1 + 8), 12);
  });

  it('ranges with the others where its own time is one number', () => {
    expect(fulfilment.leadTimeShare.low).toBeCloseTo(8 / (8 + 2 + 24), 12);
    expect(fulfilment.leadTimeShare.high).toBeCloseTo(8 / (8 + 1 + 8), 12);
  });

  it('counts ways over the seam, not steps', () => {
    const half = `sales:
Ask 1h
either
  70%: Nod 5m
  30%: Draw 1h
  then wait 2d
end
fulfilment:
Build 8h`;
    const { seam: open } = weighForces(draw(half).stream, measure(half));
    expect(open.leadTimeShare.text).toContain('1 of 2 ways over the seam tell a wait');
    expect(open.leadTimeShare.text).not.toContain('steps measured');
  });
});

describe('a stream that begins with an either', () => {
  const pairs = (text: string) =>
    measure(text).leadTimes.map(({ entry, end, leadTime }) => [entry, end, leadTime.value]);

  it('has an entry at each of its branches, each with the lead time of the units that come in there', () => {
    const text = `sales:
either
  60%: Web 10m
  then wait 3d
  40%: Phone 5m
end
Sort it 10m
back to Sort it 50%
Build 2d`;
    expect(pairs(text)).toEqual([
      ['web', 'build', 600 + 3 * DAY + 1200 + 2 * DAY],
      ['phone', 'build', 300 + 1200 + 2 * DAY],
    ]);
    const { leadTime } = measure(text);
    const [web = 0, phone = 0] = pairs(text).map(([, , time]) => Number(time));
    expect(leadTime.value).toBeCloseTo(0.6 * web + 0.4 * phone, 6);
  });

  it('keeps the range of each pair', () => {
    const { leadTimes } = measure('sales:\neither\n60%: Web 1-2h\n40%: Phone 1h\nend\nBuild 1h');
    expect(leadTimes.map(({ leadTime }) => [leadTime.low, leadTime.high])).toEqual([
      [2 * HOUR, 3 * HOUR],
      [2 * HOUR, 2 * HOUR],
    ]);
  });

  it('stays one entry where work comes back into a branch', () => {
    const text = 'sales:\neither\n60%: Web 1h\n40%: Phone 1h\nend\nBuild 1h\nback to Web 10%';
    expect(pairs(text)).toHaveLength(1);
  });
});
