import { describe, expect, it } from '@jest/globals';
import { flowLineChanges } from '../../../src/domain/change/index.js';
import { acceptDraft, readNapkin, type StepKey, type ValueStream } from '../../../src/domain/index.js';

function drawn(...lines: readonly string[]): ValueStream {
  const [draft] = readNapkin(['stream Shop', 'fulfilment:', ...lines, ''].join('\n')).drafts;
  if (!draft) throw new Error('the lines are a stream');
  return acceptDraft(draft).stream;
}

const at = (before: ValueStream, after: ValueStream, step: string): readonly string[] =>
  flowLineChanges(before, after)(step as StepKey);

describe('lines of the flow that are told otherwise', () => {
  it('names a return that has gone, is there now, or has another share, at both of its steps', () => {
    const [none, few, many] = [
      drawn('Cut 1h', 'Glue 1h', 'Ship 1h'),
      drawn('Cut 1h', 'Glue 1h', 'back to "Cut" 5%', 'Ship 1h'),
      drawn('Cut 1h', 'Glue 1h', 'back to "Cut" 20%', 'Ship 1h'),
    ];
    for (const step of ['cut', 'glue']) {
      expect(at(few, none, step)).toEqual(['The return from "Glue" back to "Cut" has gone.']);
      expect(at(none, few, step)).toEqual(['There is a return from "Glue" back to "Cut" now.']);
      expect(at(few, many, step)).toEqual(['The return from "Glue" back to "Cut": 5 % → 20 %.']);
    }
    expect(at(few, none, 'ship')).toEqual([]);
  });

  it('tells a share that nobody told, a time of its own, and a loss that is another', () => {
    const [untold, timed] = [
      drawn('Cut 1h', 'Glue 1h', 'back to "Cut"', 'lost 5%', 'Ship 1h'),
      drawn('Cut 1h', 'Glue 1h', 'back to "Cut" 20% 10m', 'lost 5-10%', 'Ship 1h'),
    ];
    expect(at(untold, timed, 'glue')).toEqual([
      'The return from "Glue" back to "Cut": share not told → 20 %, 10 min of its own.',
      'The loss after "Glue": 5 % → 5 % to 10 %.',
    ]);
    expect(at(untold, untold, 'glue')).toEqual([]);
  });

  it('names a loss, and where work comes from and goes to once steps change their order', () => {
    const before = drawn('Cut 1h', 'lost 10%', 'Glue 1h', 'Ship 1h');
    const after = drawn('Glue 1h', 'Cut 1h', 'Ship 1h');
    expect(at(before, after, 'cut')).toEqual([
      'The loss after "Cut" has gone.',
      'Work no longer goes from "Cut" straight to "Glue".',
      'Work goes from "Glue" straight to "Cut" now.',
      'Work goes from "Cut" straight to "Ship" now.',
    ]);
  });

  it('says nothing of a step that only one of the streams has: that it came or left says it all', () => {
    expect(at(drawn('Cut 1h', 'Glue 1h'), drawn('Cut 1h'), 'glue')).toEqual([]);
  });
});
