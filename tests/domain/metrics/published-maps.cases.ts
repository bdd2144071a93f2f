import { expect, it } from '@jest/globals';
import { measure } from '../../support/draw.js';
import {
  decimalsOf,
  describeWhereTold,
  HOUR,
  inside,
  number,
  oneByName,
  percent,
  printedTo,
  rows,
} from '../../support/published-maps.js';

const DAY = 8 * HOUR;

describeWhereTold('published maps (skipped where the published examples are not at hand)', () => {
  it('the office map of five steps: lead time, process time, activity ratio, rolled %C&A', () => {
    const id = 'mo-abc-technology';
    const lines = rows(id, 'inputs', 'steps').map(
      (step, at) =>
        `Office step ${at} ${inside(step, 'pt')}m lead ${inside(step, 'lt')}d ${percent(inside(step, 'ca'))}`,
    );
    const metrics = measure(`day: 8h\nsales:\n${lines.join('\n')}`);
    expect(metrics.leadTime.value).toBe(number(id, 'published', 'totalLeadTimeDays') * DAY);
    expect(metrics.processTime.value).toBe(number(id, 'published', 'totalProcessTimeMin') * 60);
    expect(printedTo(1, 100 * (metrics.activityRatio.value ?? 0))).toBe(
      number(id, 'published', 'activityRatioPercent'),
    );
    expect(printedTo(0, 100 * (metrics.rolledCompleteAndAccurate.value ?? 0))).toBe(
      number(id, 'published', 'rolledCAPercent'),
    );
    const byClock = oneByName(`day: 8h\nsales:\n${lines.join('\n')}`, 'ACTIVITY_RATIO_BY_CLOCK');
    expect(printedTo(1, 100 * byClock)).toBe(1.3);
  });

  it('the idea-to-production map: 28.5 hours of work in 25 days', () => {
    const id = 'bizify-idea-to-production';
    const lines = rows(id, 'inputs', 'steps').map(
      (step, at) =>
        `Product step ${at} ${inside(step, 2)}h lead ${inside(step, 3)}d ${percent(inside(step, 4))}`,
    );
    const metrics = measure(`sales:\n${lines.join('\n')}`);
    expect(metrics.leadTime.value).toBe(number(id, 'published', 'totalLeadTimeDays') * DAY);
    expect(metrics.processTime.value).toBe(number(id, 'published', 'totalProcessTimeHours') * HOUR);
    expect(100 * (metrics.activityRatio.value ?? 0)).toBeCloseTo(
      number(id, 'published', 'activityRatioPercent'),
      9,
    );
    expect(printedTo(1, 100 * (metrics.rolledCompleteAndAccurate.value ?? 0))).toBe(
      number(id, 'published', 'rolledCAPercent'),
    );
  });

  it('parallel paths by the critical path, every what-if of it included', () => {
    const id = 'cpm-asef-vaziri';
    const flow = (times: (node: string) => number) => `sales:
meanwhile
  Activity A1 ${times('A1')}d
  Activity A2 ${times('A2')}d
  then Activity A5 ${times('A5')}d
end
after Activity A1
Activity A3 ${times('A3')}d
after Activity A1
Activity A4 ${times('A4')}d
after Activity A4, Activity A5
Activity A6 ${times('A6')}d`;
    const usual = (node: string) => number(id, 'inputs', 'nodes', node);
    expect(measure(flow(usual)).leadTime.value).toBe(number(id, 'published', 'flowTime') * DAY);
    for (const what of rows(id, 'published', 'whatIf')) {
      const changed = (node: string) => Number(inside(what, node) ?? usual(node));
      expect(measure(flow(changed)).leadTime.value).toBe(Number(inside(what, 'flowTime')) * DAY);
    }
  });

  it('the software map with its first-pass yield, single pass', () => {
    const id = 'norn-example';
    const lines = rows(id, 'inputs', 'steps').map(
      (step, at) =>
        `Software step ${at} ${inside(step, 1)}m lead ${inside(step, 2)}m ${percent(inside(step, 3))}`,
    );
    const metrics = measure(`sales:\n${lines.join('\n')}`);
    expect(metrics.leadTime.value).toBe(number(id, 'derived', 'leadTime') * 60);
    expect(metrics.processTime.value).toBe(number(id, 'derived', 'processTime') * 60);
    expect(100 * (metrics.activityRatio.value ?? 0)).toBeCloseTo(
      number(id, 'derived', 'flowEfficiencyPercent'),
      1,
    );
    expect(100 * (metrics.rolledCompleteAndAccurate.value ?? 0)).toBeCloseTo(
      number(id, 'derived', 'firstPassYieldPercent'),
      1,
    );
  });

  it('the patient journey: waits beside the work, and process cycle efficiency', () => {
    const id = 'mapvs-patient-journey';
    const lines = rows(id, 'inputs', 'steps').flatMap((step, at) => {
      const [work, wait, mark] = [inside(step, 1), inside(step, 2), inside(step, 3)];
      return [
        `wait ${String(wait)}h`,
        `Care step ${at} ${String(work)}h ${mark === 'VA' ? '(value)' : '(waste)'} ${percent(1 - Number(inside(step, 5)) / 100)}`,
      ];
    });
    const metrics = measure(`sales:\n${lines.join('\n')}`);
    expect(metrics.leadTime.value).toBe(number(id, 'published', 'leadTime') * HOUR);
    expect(metrics.processTime.value).toBe(number(id, 'published', 'cycleTime') * HOUR);
    expect(100 * (metrics.processCycleEfficiency.value ?? 0)).toBeCloseTo(
      number(id, 'published', 'pcePercent'),
      1,
    );
    expect(100 * (metrics.rolledCompleteAndAccurate.value ?? 0)).toBeCloseTo(
      number(id, 'derived', 'rolledYieldPercent'),
      1,
    );
  });

  it('small rolled %C&A as the books print them', () => {
    const printed = rows('rolled-small', 'published').map((text) => String(/[\d.]+/.exec(String(text))?.[0]));
    rows('rolled-small', 'inputs').forEach((input, at) => {
      const accuracies = inside(input, 'ca');
      const lines = (Array.isArray(accuracies) ? accuracies : []).map(
        (one, step) => `Part ${step} 1m ${percent(one)}`,
      );
      const rolled = 100 * (measure(`sales:\n${lines.join('\n')}`).rolledCompleteAndAccurate.value ?? 0);
      const text = printed[at] ?? '';
      expect(printedTo(decimalsOf(text), rolled)).toBe(Number(text));
    });
  });
});
