import { describe, expect, it } from '@jest/globals';
import { assessReadiness } from '../../../src/domain/metrics/index.js';
import { exactly } from '../../../src/domain/shared/index.js';
import type { Step } from '../../../src/domain/stream/index.js';
import { assess, draw } from '../../support/draw.js';

const codes = (text: string) => assess(text).missing.map((problem) => problem.code);

const WHOLE = `customer: Neighbour
demand: 5/week
sales:
Answer 5m 90%
wait 1d
fulfilment:
Build 3h 95%`;

const messageOf = (text: string, code: string) =>
  assess(text).missing.find((problem) => problem.code === code)?.message;

describe('readiness', () => {
  it('tells how many shares nobody has told, of returns and of branches alike', () => {
    const one = 'sales:\nAnswer\nfulfilment:\nBuild\nback to Answer\nShip';
    expect(messageOf(one, 'SHARE_UNKNOWN')).toBe(
      'The share of one way is not told (a branch of `either` or a `back to` without its percentage): what depends on it is left out of the sums.',
    );
    const three = `${one}\neither\nPost it\nor\nCarry it\nend`;
    expect(messageOf(three, 'SHARE_UNKNOWN')).toContain('The share of 3 ways are not told');
    expect(messageOf(three, 'SHARE_UNKNOWN')).toContain('what depends on them is left out');
    expect(
      messageOf('sales:\nAnswer\nfulfilment:\nBuild\nback to Answer 5%', 'SHARE_UNKNOWN'),
    ).toBeUndefined();
  });

  it('asks for waits where none is told, and says which steps have no lead time either', () => {
    const rest = 'the lead time is then hands-on time only. Write lines such as `wait 3d` where work lies.';
    expect(messageOf('sales:\nAnswer\nfulfilment:\nBuild', 'WAITS_UNKNOWN')).toBe(
      `No wait is told anywhere, and no step has a lead time: ${rest}`,
    );
    expect(messageOf('sales:\nAnswer the call lead 2d\nfulfilment:\nBuild', 'WAITS_UNKNOWN')).toContain(
      '"Build" has no lead time',
    );
    expect(messageOf('sales:\nAnswer\nwait 2d\nfulfilment:\nBuild', 'WAITS_UNKNOWN')).toBeUndefined();
    expect(messageOf('sales:\nAnswer\nstock 4\nfulfilment:\nBuild', 'WAITS_UNKNOWN')).toBeUndefined();
  });

  it('of an empty stream asks for steps and nothing else', () => {
    expect(assess('').rung).toBe('SKETCHED');
    expect(codes('')).toEqual(['NO_STEPS']);
  });

  it('asks for both forces before anything is connected, and tells later what to measure', () => {
    const readiness = assess('sales:\nAnswer\nSell');
    expect(readiness.rung).toBe('SKETCHED');
    expect(readiness.missing.slice(0, 2).map((problem) => [problem.code, problem.severity])).toEqual([
      ['NO_FULFILMENT_STEP', 'WARNING'],
      ['DEMAND_UNKNOWN', 'INFO'],
    ]);
  });

  it('is connected with both forces, and asks for demand first and then for each step without a time', () => {
    const readiness = assess('sales:\nAnswer\nlost 50%\nfulfilment:\nBuild\nBuy (outside)\nShip 1h');
    expect(readiness.rung).toBe('CONNECTED');
    expect(readiness.missing.slice(0, 4).map((problem) => problem.code)).toEqual([
      'DEMAND_UNKNOWN',
      'STEP_UNMEASURED',
      'STEP_UNMEASURED',
      'STEP_UNMEASURED',
    ]);
    expect(readiness.missing.slice(1, 4).map((problem) => problem.message.split('"')[1])).toEqual([
      'Answer',
      'Build',
      'Buy',
    ]);
  });

  it('is measured with demand and a process time or a lead time on every step; waits and %C&A hold nothing back', () => {
    const readiness = assess('demand: 5/week\nsales:\nAnswer lead 1d\nfulfilment:\nBuild 3h');
    expect(readiness.rung).toBe('MEASURED');
    const told = readiness.missing
      .filter((problem) => problem.severity === 'INFO')
      .map((problem) => problem.code);
    expect(told).toEqual(['CUSTOMER_UNKNOWN', 'WAITS_UNKNOWN', 'ACCURACY_UNKNOWN']);
  });

  it('is observed only where every time comes from a working system', () => {
    const { stream } = draw(WHOLE);
    expect(assessReadiness(stream)).toMatchObject({
      rung: 'MEASURED',
      missing: [{ code: 'TIMES_NOT_OBSERVED' }],
    });
    const timed = (step: Step): Step => ({
      ...step,
      processTime: exactly(step.processTime?.likely ?? 0, 'TIMED'),
    });
    const observed = { ...stream, steps: stream.steps.map(timed) };
    expect(assessReadiness(observed)).toEqual({ rung: 'OBSERVED', missing: [], unconnected: [] });
  });

  it('names steps that no work comes to, with their line', () => {
    const readiness = assess('sales:\nAnswer 5m\nlost 100%\nfulfilment:\nBuild 3h');
    expect(readiness.rung).toBe('SKETCHED');
    expect(readiness.unconnected).toEqual(['build']);
    expect(readiness.missing[0]).toMatchObject({ code: 'STEP_NOT_REACHED', place: { line: 6 } });
  });

  it('is not held back by a step that no unit needs', () => {
    const text = 'sales:\nAsk 1h\nsometimes 0%: Gift 1h\nfulfilment:\nShip 1h';
    expect(assess(text)).toMatchObject({ rung: 'CONNECTED', unconnected: [] });
  });

  it('is not held back by a branch that stops on purpose', () => {
    const readiness = assess(
      'demand: 1/week\nsales:\nAnswer 5m\nmeanwhile\n  Tell them 1m\n  stop\n  Draw 1h\nend\nfulfilment:\nBuild 3h',
    );
    expect(readiness.rung).toBe('MEASURED');
    expect(readiness.unconnected).toEqual([]);
  });
});
