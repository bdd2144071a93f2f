import { expect, it } from '@jest/globals';
import { measureByConvention } from '../../../src/domain/metrics/index.js';
import { draw, measure } from '../../support/draw.js';
import {
  byName,
  decimalsOf,
  describeWhereTold,
  HOUR,
  inside,
  number,
  oneByName,
  percent,
  printedTo,
  rows,
  told,
} from '../../support/published-maps.js';

describeWhereTold('the stamping shop of the textbook, by the conventions of the textbook', () => {
  const id = 'acme-current';
  const shift = number(id, 'inputs', 'shiftHours') * HOUR - number(id, 'inputs', 'breaksMinPerShift') * 60;
  const shifts = number(id, 'inputs', 'shiftsPerDay');
  const days = number(id, 'inputs', 'workingDaysPerMonth');
  const line = rows(id, 'inputs', 'line').map((part, at) => {
    const [buffer, pieces] = [inside(part, 'days'), inside(part, 'pieces')];
    if (buffer !== undefined) return `wait ${String(buffer)}d`;
    if (pieces !== undefined) return `stock ${String(pieces)}`;
    const changeover = `changeover ${String(inside(part, 'coMin'))}m`;
    return `Press place ${at} ${String(inside(part, 'ctSec'))}s uptime ${percent(inside(part, 'uptime'))} ${changeover}`;
  });
  const calendar = `day: ${shift * shifts}s\nmonth: ${days}d\nyear: ${days * 12}d`;
  const demand = `demand: ${number(id, 'inputs', 'demandPerMonth')}/month`;
  const pack = 'Load trays of twenty @Shipping batch 20';
  const map = `${calendar}\n${demand}\nfulfilment:\n${line.join('\n')}\n${pack}`;

  it('has its available time, its daily demand and its takt', () => {
    expect(oneByName(map, 'AVAILABLE_TIME') / shifts).toBe(number(id, 'published', 'availableSecPerShift'));
    expect(oneByName(map, 'DEMAND_PER_DAY')).toBeCloseTo(number(id, 'published', 'dailyDemand'), 9);
    expect(measure(map).taktTime.value).toBeCloseTo(number(id, 'published', 'taktSec'), 9);
  });

  it('has the days of every buffer and their sum, whether the rungs are rounded first or last', () => {
    const exact = byName(map, 'WAITING_TIME_OF_BUFFER').map((time) => (time ?? 0) / (shift * shifts));
    const printed = exact.map((one) => printedTo(1, one));
    expect(printed).toEqual(rows(id, 'published', 'inventoryDays'));
    const sum = number(id, 'published', 'leadTimeDays');
    expect(printedTo(1, oneByName(map, 'WAITING_TIME') / (shift * shifts))).toBe(sum);
    expect(
      printedTo(
        1,
        printed.reduce((total, one) => total + one, 0),
      ),
    ).toBe(sum);
  });

  it('has the touch time of its ladder, and its share by days of 24 h and by working days', () => {
    const work = number(id, 'published', 'valueAddedSec');
    expect(oneByName(map, 'LADDER_TOUCH_TIME')).toBe(work);
    const byClock = 100 * oneByName(map, 'VALUE_RATIO_OF_LADDER_BY_CLOCK');
    expect(printedTo(4, byClock)).toBe(number(id, 'published', 'vaPercent24h'));
    expect(printedTo(4, 100 * oneByName(map, 'VALUE_RATIO_OF_LADDER'))).toBe(0.0144);
  });

  it('has the capacity of each place in a shift (the source rounds, and does not take the floor)', () => {
    const perShift = byName(map, 'CAPACITY_PER_DAY')
      .slice(0, 5)
      .map((units) => Math.round((units ?? 0) / shifts));
    expect(perShift).toEqual(rows(id, 'published', 'capacityPerShift'));
  });

  it('names the place that cannot keep up, though it is not the longest wait', () => {
    const [busiest] = measureByConvention(draw(map).stream, ['STATION_BOTTLENECK']);
    const names = rows(id, 'inputs', 'line').map((part) => inside(part, 'step'));
    const printed = String(told(id, 'published', 'bottleneckVsDemand'));
    const place = names.findIndex((name) => typeof name === 'string' && printed.startsWith(name));
    expect(busiest?.step).toBe(`press-place-${place}`);
    expect(busiest?.figure.value).toBeGreaterThan(1);
    const capacity = (byName(map, 'CAPACITY_PER_DAY')[3] ?? 0) / shifts;
    const asked = oneByName(map, 'DEMAND_PER_DAY') / shifts;
    expect(printed).toContain(`(${Math.round(capacity)} < ${Math.round(asked)})`);
  });

  it('has a cycle time with stoppages near takt where the plain one is well below', () => {
    expect(byName(map, 'CYCLE_TIME')[2]).toBe(46);
    expect(byName(map, 'EFFECTIVE_CYCLE_TIME')[2]).toBeCloseTo(57.5, 9);
  });

  it('has its turns, its pitch, and the batches (kanban, columns of the levelling box) of a shift', () => {
    expect(Math.round(oneByName(map, 'INVENTORY_TURNS'))).toBe(number(id, 'published', 'turns'));
    expect((byName(map, 'PITCH').at(-1) ?? 0) / 60).toBeCloseTo(number(id, 'published', 'pitchMin'), 9);
    const batches = (byName(map, 'BATCHES_PER_DAY').at(-1) ?? 0) / shifts;
    expect(batches).toBeCloseTo(number(id, 'published', 'kanbanPerShift'), 9);
    expect(batches).toBeCloseTo(number(id, 'published', 'levelingColumns'), 9);
  });
});

describeWhereTold('two materials that meet, by the conventions of the textbook', () => {
  const id = 'twi-current';
  const branch = (name: string, raw?: number) =>
    rows(id, 'inputs', 'branches', name)
      .map((part, at) => {
        const days = at === 0 && raw !== undefined ? raw : inside(part, 'bufferDays');
        if (at === 0) return `Keep ${name} (outside) lead ${String(days)}d`;
        return days === undefined
          ? `Make ${name} ${String(inside(part, 'ctSec'))}s`
          : `wait ${String(days)}d`;
      })
      .join('\n  then ');
  const after = rows(id, 'inputs', 'after').map((part, at) => {
    const [days, work] = [inside(part, 'bufferDays'), inside(part, 'ctSec')];
    if (work !== undefined) return `Shop place ${at} ${String(work)}s`;
    return inside(part, 'step') === undefined
      ? `wait ${String(days)}d`
      : `Painter (outside) lead ${String(days)}d`;
  });
  const shift = number(id, 'inputs', 'shiftHours') * 60 - number(id, 'inputs', 'breaksMinPerShift');
  const day = shift * 60 * number(id, 'inputs', 'shiftsPerDay');
  const head = `day: ${day}s\nmonth: ${number(id, 'inputs', 'workingDaysPerMonth')}d\ndemand: ${number(id, 'inputs', 'demandPerMonth')}/month`;
  const map = (raw?: number) =>
    `${head}\nfulfilment:\nmeanwhile\n  ${branch('rods')}\n  ${branch('forgings', raw)}\nend\n${after.join('\n')}`;

  it('have the takt, the days of the longer material, and the ladder that takes the larger work of each rung', () => {
    expect(measure(map()).taktTime.value).toBeCloseTo(number(id, 'published', 'taktSec'), 9);
    expect(oneByName(map(), 'WAITING_TIME') / day).toBeCloseTo(number(id, 'published', 'leadTimeDays'), 9);
    expect(oneByName(map(), 'LADDER_TOUCH_TIME')).toBe(number(id, 'published', 'valueAddedSec'));
  });

  it('have less work on the longer way than on the ladder', () => {
    expect(oneByName(map(), 'CRITICAL_TOUCH_TIME')).toBe(300);
  });

  it('take 51 days by the data set that has 24 days of raw forgings', () => {
    expect(oneByName(map(24), 'WAITING_TIME') / day).toBeCloseTo(51, 9);
  });
});

describeWhereTold('the future state of that shop, and the numbers of the textbook beside it', () => {
  it('has its run time, what is left for changeovers, and how many fit', () => {
    const id = 'twi-future';
    const of = (name: string) => number(id, 'inputs', name);
    const map = `day: ${of('availableSec')}s\ndemand: ${of('demandPerShift')}/day\nfulfilment:
Weld it ${of('ctSec')}s changeover ${of('changeoverSec')}s batch ${of('avgOrder')}
Assemble it ${of('assemblyWorkSec')}s`;
    expect(measure(map).taktTime.value).toBe(of('taktSec'));
    expect(oneByName(map, 'RUN_TIME')).toBeCloseTo(number(id, 'published', 'runTimeSec'), 6);
    expect(oneByName(map, 'TIME_LEFT')).toBeCloseTo(number(id, 'published', 'timeLeftSec'), 6);
    expect(oneByName(map, 'CHANGEOVERS_PER_DAY')).toBe(number(id, 'published', 'changeoversPerShift'));
    const operators = byName(map, 'OPERATORS_OF_STEP')[1] ?? 0;
    expect(printedTo(2, operators)).toBe(number(id, 'published', 'assemblyOperatorsExact'));
    expect(Math.ceil(operators)).toBe(number(id, 'published', 'assemblyOperators'));
    // The source prints "about 30 minutes" for what is 37.5.
    expect(oneByName(map, 'BATCH_TIME') / 60).toBeCloseTo(37.5, 9);
  });

  it('has takt, pitch and changeovers of the generic page', () => {
    const id = 'lts-generic';
    const takt = `day: ${number(id, 'inputs', 'takt', 'availableSec')}s\ndemand: ${number(id, 'inputs', 'takt', 'demand')}/day\nsales:\nMake it 1s`;
    expect(printedTo(1, measure(takt).taktTime.value)).toBe(number(id, 'published', 'taktSec'));
    const paced = `day: 8h\ndemand: ${(8 * HOUR) / number(id, 'inputs', 'pitch', 'taktSec')}/day\nsales:\nPack it @Shipping batch ${number(id, 'inputs', 'pitch', 'pack')}`;
    expect(oneByName(paced, 'PITCH') / 60).toBeCloseTo(number(id, 'published', 'pitchMin'), 9);
    const epe = (name: string) => number(id, 'inputs', 'epe', name);
    const pressed = `day: ${epe('availableHours')}h\ndemand: 1/day\nsales:\nPress it ${epe('runHours')}h changeover ${epe('changeoverHours')}h`;
    const changeovers = number(id, 'published', 'changeoversPerDay');
    expect(oneByName(pressed, 'CHANGEOVERS_PER_DAY')).toBe(changeovers);
    const interval = oneByName(pressed, 'SHORTEST_EVERY_PART_EVERY') / (epe('availableHours') * HOUR);
    expect(Math.floor((1 / interval) * (1 + 1e-9))).toBe(changeovers);
  });
});

describeWhereTold('the scissors of two material paths, whose steps pass batches on', () => {
  const id = 'evsm-scissors';
  const head = `day: ${number(id, 'inputs', 'hoursPerDay')}h\ndemand: ${number(id, 'inputs', 'dailyDemand')}/day\nfulfilment:`;
  const stations = (name: unknown) => (name === 'Sharpen' ? 2 : 1);
  const map = (path: string): string => {
    const fixed = path === 'path1' ? rows(id, 'inputs', path, 'fixedDays') : [];
    const waits = fixed.map((one) => `wait ${String(inside(one, 'days'))}d`);
    const stocks = rows(id, 'inputs', path, 'inventories').map((units) => `stock ${String(units)}`);
    const steps = rows(id, 'inputs', path, 'steps').map((step) => {
      const [name, minutes, batch] = [inside(step, 0), Number(inside(step, 1)), Number(inside(step, 2))];
      return `${String(name)} ${((60 * minutes) / batch).toFixed(4)}s batch ${batch} x${stations(name)}`;
    });
    return [head, ...waits, ...stocks, ...steps].join('\n');
  };

  it('has its takt, the days of each stock and the cycle time of each piece (two stations halve one)', () => {
    expect(printedTo(2, (measure(map('path1')).taktTime.value ?? 0) / 60)).toBe(
      number(id, 'published', 'taktMin'),
    );
    const day = number(id, 'inputs', 'hoursPerDay') * HOUR;
    const stocks = byName(map('path1'), 'WAITING_TIME_OF_BUFFER').slice(3);
    expect(stocks.map((time) => printedTo(2, (time ?? 0) / day))).toEqual(
      rows(id, 'published', 'inventoryDays'),
    );
    const cycles = byName(map('path1'), 'CYCLE_TIME').map((time) => printedTo(2, (time ?? 0) / 60));
    expect(cycles).toEqual(rows(id, 'published', 'cycleTimePerItemMin'));
  });

  it.each(['path1', 'path2'])('has touch time, lead time and share of %s by batch', (path) => {
    const text = map(path);
    const day = number(id, 'inputs', 'hoursPerDay') * HOUR;
    const printed = (name: string) => number(id, 'published', path, name);
    expect(oneByName(text, 'TOUCH_TIME_BY_BATCH') / 60).toBeCloseTo(printed('valueAddedMin'), 9);
    expect(printedTo(2, oneByName(text, 'LEAD_TIME_BY_BATCH') / day)).toBe(printed('leadTimeDays'));
    const share = 100 * oneByName(text, 'VALUE_RATIO_BY_BATCH');
    const decimals = decimalsOf(printed('valueAddedPercent'));
    expect(printedTo(decimals, share)).toBe(printed('valueAddedPercent'));
  });

  it('has the takt of a step that works other hours, or for two streams', () => {
    const takt = (day: number, demand: number) =>
      printedTo(
        2,
        oneByName(`day: ${day}h\ndemand: ${demand}/day\nsales:\nDrill it 1s`, 'TAKT_OF_STEP') / 60,
      );
    expect([takt(8, 7000), takt(14, 9000)]).toEqual([0.07, 0.09]);
  });
});
