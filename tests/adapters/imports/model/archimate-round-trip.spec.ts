import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printModel } from '../../../../src/adapters/exchange/index.js';
import { readStreamModel } from '../../../../src/adapters/imports/model/index.js';
import { acceptDraft, printNapkin, type ValueStream } from '../../../../src/domain/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';
import { smallNapkin } from '../../exchange/small-napkin.js';

function readBack(model: string): { stream: ValueStream; napkin: string } {
  const read = readStreamModel(Buffer.from(model));
  if (read.kind === 'TableUnreadable') throw new Error(read.message);
  const [draft] = read.drafts;
  if (!draft) throw new Error('no stream came back');
  return { stream: acceptDraft(draft).stream, napkin: printNapkin([draft]) };
}

/** What a model can say of a step: its name, its force, who does it, what it demands, its figures. */
function stepsOf({ steps }: ValueStream): unknown {
  const all = steps.map(({ line: _line, position: _position, ...step }) => step);
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  return JSON.parse(
    JSON.stringify(
      all.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      rounded,
    ),
  );
}

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

  it.each(['custom-cabinets', 'letter-stage-service', 'software-company'])(
    'keeps every step of %s',
    (name) => {
      const plan = planNapkin(readFileSync(`seeds/${name}.napkin`, 'utf8'));
      expect(stepsOf(readBack(printModel(plan, 'ARCHIMATE')).stream)).toEqual(stepsOf(plan.stream));
    },
  );

  it('keeps every step of any stream, with its capabilities and performers', () => {
    fc.assert(
      fc.property(smallNapkin, (text) => {
        const plan = planNapkin(text);
        expect(stepsOf(readBack(printModel(plan, 'ARCHIMATE')).stream)).toEqual(stepsOf(plan.stream));
      }),
      { numRuns: 12 },
    );
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
});
