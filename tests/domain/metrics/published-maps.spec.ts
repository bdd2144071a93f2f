import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { measure } from '../../support/draw.js';

const TRUTHS = '../shared/truths/value-stream-maps/worked-examples.json';
const here = existsSync(TRUTHS);
const describeWhereTold = here ? describe : describe.skip;

/** A value somewhere in the published examples, by the example's id and the way to it. */
function told(id: string, ...path: (string | number)[]): unknown {
  const file: unknown = JSON.parse(readFileSync(TRUTHS, 'utf8'));
  const examples = inside(file, 'examples');
  const example = Array.isArray(examples) ? examples.find((one) => inside(one, 'id') === id) : undefined;
  return path.reduce((value, key) => inside(value, key), example);
}

function inside(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function number(id: string, ...path: (string | number)[]): number {
  const value = told(id, ...path);
  if (typeof value !== 'number') throw new Error(`${id} ${path.join('.')} is no number`);
  return value;
}

function rows(id: string, ...path: (string | number)[]): readonly unknown[] {
  const value = told(id, ...path);
  if (!Array.isArray(value)) throw new Error(`${id} ${path.join('.')} is no list`);
  return value;
}

const percent = (fraction: unknown) => `${Math.round(Number(fraction) * 1e6) / 1e4}%`;
const HOUR = 3600;
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
    expect(100 * (metrics.activityRatio.value ?? 0)).toBeCloseTo(
      number(id, 'published', 'activityRatioPercent'),
      0,
    );
    expect(100 * (metrics.rolledCompleteAndAccurate.value ?? 0)).toBeCloseTo(
      number(id, 'published', 'rolledCAPercent'),
      0,
    );
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
    expect(100 * (metrics.rolledCompleteAndAccurate.value ?? 0)).toBeCloseTo(
      number(id, 'published', 'rolledCAPercent'),
      0,
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

  it('two materials that meet: the longer one counts for lead time, the larger work for the ladder', () => {
    const id = 'twi-current';
    const branch = (name: string) =>
      rows(id, 'inputs', 'branches', name).map((part) => {
        const days = inside(part, 'bufferDays');
        return days === undefined ? `Make ${name} ${inside(part, 'ctSec')}s` : `wait ${days}d`;
      });
    const [rods, forgings] = [branch('rods'), branch('forgings')];
    const after = rows(id, 'inputs', 'after').flatMap((part, at) => {
      const days = inside(part, 'bufferDays');
      const work = inside(part, 'ctSec');
      if (work !== undefined) return [`Shop step ${at} ${String(work)}s`];
      return inside(part, 'step') === undefined
        ? [`wait ${String(days)}d`]
        : [`Painter ${at} (outside) lead ${String(days)}d`];
    });
    const block = [
      `  ${rods.join('\n  then ')}`,
      `  Take forgings (outside)\n  then ${forgings.join('\n  then ')}`,
    ].join('\n');
    const day = `day: 15h\nmonth: 20d\ndemand: ${number(id, 'inputs', 'demandPerMonth')}/month`;
    const metrics = measure(`${day}\nsales:\nmeanwhile\n${block}\nend\n${after.join('\n')}`);
    const shop = 15 * HOUR;
    const work = number(id, 'published', 'valueAddedSec');
    expect(metrics.taktTime.value).toBeCloseTo(number(id, 'published', 'taktSec'), 9);
    expect(metrics.processTime.value).toBe(work);
    expect(((metrics.leadTime.value ?? 0) - work + 15) / shop).toBeCloseTo(
      number(id, 'published', 'leadTimeDays'),
      2,
    );
  });

  it('stock as time by the demand, and takt from the shifts', () => {
    const id = 'acme-current';
    const lines = rows(id, 'inputs', 'line').map((part, at) => {
      const [days, pieces] = [inside(part, 'days'), inside(part, 'pieces')];
      if (days !== undefined) return `wait ${String(days)}d`;
      return pieces === undefined
        ? `Press step ${at} ${String(inside(part, 'ctSec'))}s`
        : `stock ${String(pieces)}`;
    });
    const day = `day: 15h 20m\nmonth: 20d\ndemand: ${number(id, 'inputs', 'demandPerMonth')}/month`;
    const metrics = measure(`${day}\nsales:\n${lines.join('\n')}`);
    const work = number(id, 'published', 'valueAddedSec');
    expect(metrics.taktTime.value).toBeCloseTo(number(id, 'published', 'taktSec'), 9);
    expect(metrics.processTime.value).toBe(work);
    const days = ((metrics.leadTime.value ?? 0) - work) / (15 * HOUR + 1200);
    expect(days).toBeCloseTo(number(id, 'published', 'leadTimeDays'), 1);
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

  it('the geometric lead time of a loop', () => {
    const id = 'bdfinst-rework-2';
    const work = rows(id, 'inputs', 'pt');
    const lines = work.map(
      (minutes, at) =>
        `Code step ${at} ${String(minutes)}m lead ${Number(minutes) + Number(rows(id, 'inputs', 'wait')[at])}m`,
    );
    const loop = `back to Code step 0 ${percent(1 - Number(rows(id, 'inputs', 'ca')[2]))}`;
    const metrics = measure(`sales:\n${[...lines.slice(0, 3), loop, ...lines.slice(3)].join('\n')}`);
    expect((metrics.rework[0]?.leadTime.value ?? 0) / 60).toBeCloseTo((75 * 0.3) / 0.7, 6);
  });

  it('small rolled %C&A as the books print them', () => {
    const printed = rows('rolled-small', 'published').map((text) => Number(/[\d.]+/.exec(String(text))?.[0]));
    rows('rolled-small', 'inputs').forEach((input, at) => {
      const accuracies = inside(input, 'ca');
      const lines = (Array.isArray(accuracies) ? accuracies : []).map(
        (one, step) => `Part ${step} 1m ${percent(one)}`,
      );
      const rolled = 100 * (measure(`sales:\n${lines.join('\n')}`).rolledCompleteAndAccurate.value ?? 0);
      expect(Math.abs(rolled - (printed[at] ?? 0))).toBeLessThan(0.6);
    });
  });
});
