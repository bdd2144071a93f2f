import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printModel } from '../../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../../support/planned-napkin.js';
import { smallNapkin } from '../../exchange/small-napkin.js';
import { comparable, readBack } from './there-and-back.js';

describe('a stream that went out as BPMN', () => {
  it.each(['custom-cabinets', 'letter-stage-service', 'software-company'])('comes back whole: %s', (name) => {
    const plan = planNapkin(readFileSync(`seeds/${name}.napkin`, 'utf8'));
    expect(comparable(readBack(printModel(plan, 'BPMN')).stream)).toEqual(comparable(plan.stream));
  });

  it('comes back whole, whatever its shape', () => {
    fc.assert(
      fc.property(smallNapkin, (text) => {
        const plan = planNapkin(text);
        expect(comparable(readBack(printModel(plan, 'BPMN')).stream)).toEqual(comparable(plan.stream));
      }),
      { numRuns: 30 },
    );
  });

  it('comes back whole where `after` lines made its flow', () => {
    const plan = planNapkin(
      'stream A\nsales:\nAsk 1h\nPrice 1h\nafter Ask\nDraw 1h\nafter Price, Draw\nwait 2d\nfulfilment:\nMake 1h\nback to Draw 5%',
    );
    expect(comparable(readBack(printModel(plan, 'BPMN')).stream)).toEqual(comparable(plan.stream));
  });

  it('keeps the name that somebody gave a step in another tool, and its old one', () => {
    const plan = planNapkin('stream A\nsales:\nAsk @Ann 1h {talking}\nfulfilment:\nMake 1h');
    const model = printModel(plan, 'BPMN').replace('id="step-ask" name="Ask"', 'id="step-ask" name="Answer"');
    const [step] = readBack(model).stream.steps;
    expect(step).toMatchObject({ name: 'Answer', performers: ['Ann'] });
  });
});
