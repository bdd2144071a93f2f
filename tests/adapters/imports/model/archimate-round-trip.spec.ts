import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printModel } from '../../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';
import { smallNapkin } from '../../exchange/small-napkin.js';
import { comparable, readBack } from './there-and-back.js';

const WHOLE = `stream Order & pay
customer: Guest
owner: Lee
demand: 20/week
sales:
Ask @Ann 10m {talking 3}
lost 20%
wait 3d "for & word"
Price @Bo 1h 90% {estimating, wiring (licence)}
back to Ask 10%
fulfilment:
meanwhile
  Cut 1h {cutting}
  Paint 2h {painting}
end
Check 5m {checking}
either
  70%: Deliver 1h
  30%: Hand over lead 1d (outside)
end
Invoice @Ann 5m
`;

describe('a stream that went out as ArchiMate', () => {
  it('comes back with its steps, flow, waits, shares, returns and losses', () => {
    const { napkin } = readBack(printModel(planNapkin(WHOLE), 'ARCHIMATE'));
    const lines = WHOLE.trim().split('\n');
    for (const line of lines) expect(napkin).toContain(line.trim());
    expect(napkin.indexOf('Price')).toBeGreaterThan(napkin.indexOf('Ask'));
  });

  it('comes back with what returns from behind a wait and from behind a block, and nothing told of it', () => {
    const text = `stream Looked over
demand: 40/week
sales:
A @X 1h
fulfilment:
B @Y 1h
wait 3d "inspector"
back to A 20%
meanwhile
  C @Z 1h
  D @Y 2h
end
back to B 10%
stock 4
back to A 5% 40m
lost 5%
E @X 1h`;
    const plan = planNapkin(text);
    const { stream, napkin, problems } = readBack(printModel(plan, 'ARCHIMATE'));
    expect(comparable(stream)).toEqual(comparable(plan.stream));
    expect(problems.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
    expect(napkin).toContain('wait 3d "inspector"\nback to A 20%\n');
  });

  it.each(['custom-cabinets', 'letter-stage-service', 'software-company'])('comes back whole: %s', (name) => {
    const plan = planNapkin(readFileSync(`seeds/${name}.napkin`, 'utf8'));
    expect(comparable(readBack(printModel(plan, 'ARCHIMATE')).stream)).toEqual(comparable(plan.stream));
  });

  it('comes back whole, whatever its shape', () => {
    fc.assert(
      fc.property(smallNapkin, (text) => {
        const plan = planNapkin(text);
        expect(comparable(readBack(printModel(plan, 'ARCHIMATE')).stream)).toEqual(comparable(plan.stream));
      }),
      { numRuns: 12 },
    );
  });
});

describe('a stream whose model was changed elsewhere', () => {
  it('goes by what the model says now: a relation that was taken out is gone', () => {
    const text = 'stream A\nsales:\nAsk 1h\nPrice 1h\nSend 1h\nfulfilment:\nMake 1h';
    const model = printModel(planNapkin(text), 'ARCHIMATE');
    const cut = model.replace(
      / *<relationship [^>]*source="step-send" target="step-make"[^>]*>[^]*?<\/relationship>\n/,
      '',
    );
    expect(cut).not.toBe(model);
    const before = readBack(model).stream.flow.arcs.length;
    expect(readBack(cut).stream.flow.arcs).not.toHaveLength(before);
  });

  it('tells a way whose step was taken out, by its name', () => {
    const model = printModel(planNapkin(WHOLE), 'ARCHIMATE').replaceAll('step-check', 'gone');
    const { problems } = readBack(model);
    expect(problems.map(({ message }) => message).join()).not.toContain('undefined');
    const lost = printModel(planNapkin(WHOLE), 'ARCHIMATE').replace(
      /<element identifier="step-check"[^]*?<\/element>/,
      '',
    );
    expect(readBack(lost).problems.map(({ code }) => code)).toContain('WAY_LEADS_NOWHERE');
  });

  it('goes by where a relation leads now, and tells that its gates say otherwise', () => {
    const model = printModel(planNapkin(WHOLE), 'ARCHIMATE').replace(
      /source="step-check" target="step-deliver"/,
      'source="step-check" target="step-invoice"',
    );
    expect(readBack(model).problems.map(({ code }) => code)).toContain('RELATION_MOVED');
  });

  it('tells a share that was changed in the property Share alone', () => {
    const model = printModel(planNapkin(WHOLE), 'ARCHIMATE');
    const told = (text: string) => readBack(text).problems.filter(({ code }) => code === 'SHARE_NOT_READ');
    expect(told(model)).toEqual([]);
    for (const share of ['70%', '30%', '20%', '10%']) {
      const edited = model.replace(`<value>${share}</value>`, '<value>45%</value>');
      expect(edited).not.toBe(model);
      expect(told(edited).map(({ message }) => message)).toEqual([
        `The property Share says 45%, and the property Gates ${share}; what Gates says was read.`,
      ]);
      expect(comparable(readBack(edited).stream)).toEqual(comparable(readBack(model).stream));
    }
  });

  it('tells a line of gates that nobody can read', () => {
    const model = printModel(planNapkin(WHOLE), 'ARCHIMATE').replace(
      'exclusive leaving',
      'inclusive ???? leaving',
    );
    expect(readBack(model).problems.map(({ code }) => code)).toContain('GATE_LINE');
  });
});

describe('an ArchiMate model from another tool', () => {
  const model = (elements: string, relations: string) =>
    `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m"><name>Shop</name><elements>${elements}</elements><relationships>${relations}</relationships></model>`;
  const element = (id: string, type: string, name: string) =>
    `<element identifier="${id}" xsi:type="${type}"><name xml:lang="en">${name}</name></element>`;
  const relation = (id: string, type: string, source: string, target: string) =>
    `<relationship identifier="${id}" xsi:type="${type}" source="${source}" target="${target}"/>`;

  it('gives stages as steps where no process realises them, with their capabilities', () => {
    const xml = model(
      element('v', 'ValueStream', 'Buy a house') +
        element('a', 'ValueStream', 'Look') +
        element('b', 'ValueStream', 'Sign') +
        element('c', 'Capability', 'Searching'),
      relation('r1', 'Composition', 'v', 'a') +
        relation('r2', 'Aggregation', 'v', 'b') +
        relation('r3', 'Flow', 'a', 'b') +
        relation('r4', 'Serving', 'c', 'a'),
    );
    expect(readBack(xml).napkin).toBe('stream Buy a house\nLook {Searching}\nSign\n');
  });

  it('gives processes as steps, done by the roles that are assigned to them', () => {
    const xml = model(
      element('b', 'BusinessProcess', 'Ship') +
        element('a', 'BusinessProcess', 'Pack') +
        element('r', 'BusinessRole', 'Store keeper'),
      relation('r1', 'Triggering', 'a', 'b') + relation('r2', 'Assignment', 'r', 'a'),
    );
    expect(readBack(xml).napkin).toBe('stream Shop\nPack @"Store keeper"\nShip\n');
  });

  it('gives junctions as blocks, and tells an event that is no step', () => {
    const process = (id: string) => element(id, 'BusinessProcess', id.toUpperCase());
    const trigger = (at: number, source: string, target: string) =>
      relation(`t${at}`, 'Triggering', source, target);
    const xml = model(
      [process('a'), process('b'), process('c'), process('d')].join('') +
        element('split', 'AndJunction', '') +
        element('join', 'AndJunction', '') +
        element('e', 'BusinessEvent', 'Order came'),
      trigger(1, 'e', 'a') +
        trigger(2, 'a', 'split') +
        trigger(3, 'split', 'b') +
        trigger(4, 'split', 'c') +
        trigger(5, 'b', 'join') +
        trigger(6, 'c', 'join') +
        trigger(7, 'join', 'd'),
    );
    const { napkin, problems } = readBack(xml);
    expect(napkin).toBe('stream Shop\nA\nmeanwhile\n  B\n  C\nend\nD\n');
    expect(problems.map(({ code }) => code)).toContain('EVENT_LEFT_OUT');
  });
});
