import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream, type ValueStream } from '../../../../src/domain/index.js';
import { anyNapkin } from '../../../support/any-napkin.js';
import { smallNapkin } from '../../exchange/small-napkin.js';
import { comparable, modelOf, readBack } from './there-and-back.js';

/** The measures that a flow decides, to nine figures. */
function measures(stream: ValueStream): unknown {
  const { leadTime, totalEffort, rolledCompleteAndAccurate, worstLeadTime, steps } = measureStream(stream);
  const whole = [leadTime, totalEffort, rolledCompleteAndAccurate, worstLeadTime];
  const visits = [...steps].map(([, { visitsPerUnit }]) => visitsPerUnit);
  return [...whole, ...visits].map(({ value }) => (value === null ? null : Number(value.toPrecision(9))));
}

describe.each(['BPMN', 'ARCHIMATE'] as const)('any stream that goes out as %s', (format) => {
  it('comes back with blocks in blocks and blocks behind blocks as they were', () => {
    fc.assert(
      fc.property(smallNapkin, (text) => {
        const out = modelOf(text, format);
        if (out) expect(comparable(readBack(out.model).stream)).toEqual(comparable(out.stream));
      }),
      { numRuns: 120 },
    );
  });

  it('comes back with the same measures', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const out = modelOf(text, format);
        if (!out) return;
        const back = readBack(out.model);
        expect(measures(back.stream)).toEqual(measures(out.stream));
        const ownWords = back.problems.filter(({ code }) => /^(?:RELATION_MOVED|SHARE_NOT_READ)$/.test(code));
        expect(ownWords).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });
});
