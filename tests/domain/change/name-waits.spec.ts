import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankChanges, readChange, whatIf } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { draw } from '../../support/draw.js';
import { anyFlow } from './any-flow.js';

const BLOCK = `demand: 20/week
sales:
Ask @Ann 1h
wait 2d
meanwhile
  Order @Bob 1h
  then wait 3d
  Clean @Cem 30m
  then wait 1d
end
fulfilment:
Build @Bob 2h`;

const { stream } = draw(BLOCK);
const node = (line: number) => stream.flow.nodes.findIndex((one) => 'line' in one && one.line === line);
const read = (kind: 'SET' | 'WITHOUT', text: string) => readChange(stream, { kind, text });

describe('the place of a wait', () => {
  it.each(['wait before Order', 'wait before Clean', 'wait after Ask', 'wait between Ask and Clean'])(
    '%s is the wait in front of the block, whether it is set or taken out',
    (words) => {
      expect(read('WITHOUT', words)).toEqual({ kind: 'WITHOUT_BUFFER', node: node(5) });
      expect(read('SET', `${words} 4h`)).toMatchObject({ kind: 'SET_BUFFER', node: node(5) });
    },
  );

  it('of several waits at the ends of branches each is named with words that mean it alone', () => {
    for (const problem of [read('SET', 'wait before Build 1d'), read('WITHOUT', 'wait before Build')]) {
      expect(problem).toMatchObject({
        code: 'AMBIGUOUS',
        remedy: `Say which: 'wait after "Order"' (line 8, 3 d) or 'wait after "Clean"' (line 10, 1 d).`,
      });
    }
    expect(read('SET', 'wait after "Clean" 2d')).toMatchObject({ kind: 'SET_BUFFER', node: node(10) });
  });

  it('is told after the step that leads to it where ways part or meet behind it', () => {
    const texts = rankChanges(stream, measureStream(stream), 50).changes.map(({ text }) => text);
    expect(texts).toContain('Take out the wait of 2 d after "Ask"');
    expect(texts).toContain('Take out the wait of 3 d after "Order"');
    const between = draw(
      `${BLOCK}\nwait 1d\neither\n20%: Send @Ann 1h\n80%: Keep @Bob 1h\nend\nwait 4h\nClose @Ann 1h`,
    );
    const told = rankChanges(between.stream, measureStream(between.stream), 50).changes;
    expect(told.map(({ text }) => text)).toContain('Take out the wait of 1 d after "Build"');
    expect(told.map(({ text }) => text)).toContain('Take out the wait of 4 h before "Close"');
  });

  it('between two blocks is told before all steps that it stands in front of', () => {
    const text = BLOCK.replace(
      'end\nfulfilment:',
      'end\nwait 4h\neither\n20%: Send @Ann 1h\n80%: Keep @Bob 1h\nend\nfulfilment:',
    );
    const two = draw(text).stream;
    const told = rankChanges(two, measureStream(two), 50).changes.map((one) => one.text);
    expect(told).toContain('Take out the wait of 4 h before "Send" and "Keep"');
  });

  it('a second wait is put only where one is asked for by that word', () => {
    expect(read('SET', 'new wait before Clean 1d')).toMatchObject({ kind: 'PUT_BUFFER' });
    const { outcomes } = whatIf(stream, [{ kind: 'SET', text: 'wait before Order 1d' }]);
    expect(outcomes[0]?.text).toBe('the wait after "Ask" (line 5): 2 d → 1 d');
    expect(outcomes[0]?.notes).toEqual(['It stands after "Ask", in front of "Order" and "Clean" alike.']);
  });

  it('the words with which the ranking takes a wait out set the same wait, in any flow', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const any = anyFlow(chanceFrom(seed));
        for (const { change, wording } of rankChanges(any, measureStream(any), 50).changes) {
          if (change.kind !== 'WITHOUT_BUFFER' || !wording) continue;
          const time = wording.text.startsWith('stock') ? '7' : '3h';
          const again = readChange(any, { kind: 'SET', text: `${wording.text} ${time}` });
          expect(again).toMatchObject({ kind: 'SET_BUFFER', node: change.node });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('whatever is said of a wait in any flow, set and taken out mean the same place', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const any = anyFlow(chanceFrom(seed));
        for (const { name } of any.steps) {
          for (const side of ['before', 'after']) {
            const taken = readChange(any, { kind: 'WITHOUT', text: `wait ${side} "${name}"` });
            const set = readChange(any, { kind: 'SET', text: `wait ${side} "${name}" 2h` });
            if ('code' in taken && taken.code === 'AMBIGUOUS') expect(set).toEqual(taken);
            else if ('code' in taken) expect(set).toMatchObject({ kind: 'PUT_BUFFER' });
            else expect(set).toMatchObject({ kind: 'SET_BUFFER', node: 'node' in taken ? taken.node : null });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
