import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareStreams, type StreamComparison } from '../../../src/domain/change/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { draw } from '../../support/draw.js';
import { anyFlow } from './any-flow.js';
import { workshop, workshopWith } from './case.js';

function compare(before: string, after: string): StreamComparison {
  const was = draw(before).stream;
  return compareStreams(was, draw(after, { known: was.steps }).stream);
}

const fates = ({ steps }: StreamComparison) =>
  steps.map(({ name, fate }) => `${name}: ${fate.toLowerCase()}`);

describe('two maps side by side', () => {
  it('a map and itself: everything is kept, every measure the same', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const stream = anyFlow(chanceFrom(seed));
        const { stepCounts, placeCounts, measures, heads } = compareStreams(stream, stream);
        expect({ ...stepCounts, KEPT: 0 }).toEqual({ KEPT: 0, CHANGED: 0, NEW: 0, GONE: 0 });
        expect({ ...placeCounts, KEPT: 0 }).toEqual({ KEPT: 0, CHANGED: 0, NEW: 0, GONE: 0 });
        expect(heads).toEqual([]);
        expect(measures.filter(({ verdict }) => verdict !== 'SAME' && verdict !== 'UNKNOWN')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('the other way round new is gone, better is worse, and differences change their sign', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const [was, is] = [anyFlow(chanceFrom(a)), anyFlow(chanceFrom(b))];
        const [there, back] = [compareStreams(was, is), compareStreams(is, was)];
        expect(back.stepCounts).toMatchObject({ NEW: there.stepCounts.GONE, GONE: there.stepCounts.NEW });
        there.measures.forEach(({ difference }, at) => {
          expect(back.measures[at]?.difference.value ?? 0).toBeCloseTo(-(difference.value ?? 0), 6);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('tells step by step what was kept, changed, is new, is gone, in the order of the map after', () => {
    const compared = compare('sales:\nA 1h\nB 2h\nC 1h', 'sales:\nA 1h\nC 30m 90%\nD 1h');
    expect(fates(compared)).toEqual(['A: kept', 'B: gone', 'C: changed', 'D: new']);
    expect(compared.steps[2]?.fields).toEqual([
      { label: 'process time', before: '1 h', after: '30 min', verdict: 'BETTER' },
      { label: '%C&A', before: null, after: '90 %', verdict: 'NOW_KNOWN' },
    ]);
  });

  it('a renamed step is the same step', () => {
    const { steps, stepCounts } = compare('sales:\nA 1h\nB 2h', 'sales:\nA 1h\nBetter 2h was: "B"');
    expect(steps[1]).toMatchObject({ fate: 'CHANGED', name: 'Better', formerName: 'B', fields: [] });
    expect(stepCounts).toEqual({ KEPT: 1, CHANGED: 1, NEW: 0, GONE: 0 });
  });

  it('of steps in another order only the fewest are called moved, with where they stood and stand', () => {
    const { steps } = compare('sales:\nA 1h\nB 1h\nC 1h\nD 1h', 'sales:\nD 1h\nA 1h\nB 1h\nC 1h');
    expect(steps.map(({ moved }) => moved)).toEqual([
      { before: 'behind "C"', after: 'at the beginning' },
      null,
      null,
      null,
    ]);
  });

  it('a step that changes its force says so', () => {
    const { steps } = compare('sales:\nA 1h\nB 1h', 'sales:\nA 1h\nfulfilment:\nB 1h');
    expect(steps[1]?.fields).toEqual([
      { label: 'force', before: 'sales', after: 'fulfilment', verdict: null },
    ]);
  });

  it('waits, returns and losses are found again by the steps beside them, also where one of these is gone', () => {
    const { places } = compare(
      'sales:\nA 1h\nwait 3d\nB 1h\nback to A 20%\nwait 2d\nC 1h\nlost 10%',
      'sales:\nA 1h\nwait 1d pull\nC 1h\nlost 5%',
    );
    expect(places.map(({ kind, fate, where }) => `${kind} ${where} ${fate}`)).toEqual([
      'WAIT before "C" CHANGED',
      'LOSS after "C" CHANGED',
      'WAIT before "C" GONE',
      'RETURN from "B" back to "A" GONE',
    ]);
    expect(places[0]?.fields.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['place', 'before "B"', 'before "C"'],
      ['time', '3 d', '1 d'],
      ['moves on', null, 'pull'],
    ]);
  });

  it('a wait that is new or gone says what it is, and has no fields that changed', () => {
    const { places } = compare('sales:\nA 1h\nwait 2d\nB 1h', 'sales:\nA 1h\nB 1h\nlost 5%');
    expect(places.map(({ kind, fate, says, fields }) => [kind, fate, says, fields])).toEqual([
      ['LOSS', 'NEW', '5 %', []],
      ['WAIT', 'GONE', '2 d', []],
    ]);
  });

  it('a branch tells its share where that changed, and only at the step that begins it', () => {
    const either = (share: number) => `sales:\nA 1h\neither\n${share}%: B 1h\nC 1h\nor\nD 1h\nend\nE 1h`;
    const changed = compare(either(30), either(40)).steps.filter(({ fate }) => fate === 'CHANGED');
    expect(changed.map(({ name }) => name)).toEqual(['B']);
    expect(changed[0]?.fields.map(({ before, after }) => [before, after])).toEqual([['30 %', '40 %']]);
  });

  it('tells what is said otherwise of the stream as a whole', () => {
    const { heads } = compare(
      'demand: 20/week\nowner: Ann\nsales:\nA 1h',
      'demand: 25/week\nday: 7h\nsales:\nA 1h',
    );
    expect(heads.map(({ label }) => label)).toEqual(['owner', 'demand', 'working day', 'a person is paid']);
  });

  it('a share of a branch is a field of the step that begins it', () => {
    const { steps } = compareStreams(
      workshop(),
      workshopWith('sometimes 30%: Ask the maker @Bob 25m', 'Ask the maker @Bob 25m'),
    );
    const asked = steps.find(({ name }) => name === 'Ask the maker');
    expect(asked?.fields).toEqual([
      { label: 'share of the units', before: '30 %', after: 'all', verdict: null },
    ]);
  });
});
