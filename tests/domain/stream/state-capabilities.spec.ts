import { describe, expect, it } from '@jest/globals';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft, stateCapabilities, type StreamDraft } from '../../../src/domain/stream/index.js';

function draft(text: string): StreamDraft {
  const [one] = readNapkin(text).drafts;
  if (!one) throw new Error('no stream');
  return one;
}

const stated = (one: StreamDraft) =>
  acceptDraft(one).stream.steps.map((step) => step.capabilities.map((capability) => capability.name));

describe('confirmed capabilities', () => {
  const before = draft(
    'stream Try\nsales:\nQuote it {pricing}\nmeanwhile\n  Paint it\n  either\n    Saw it\n    Buy it\n  end\nend',
  );

  it('are written behind their steps, by name or key, at any depth', () => {
    const after = stateCapabilities(before, [
      { step: 'saw  IT', capability: 'sawing' },
      { step: 'paint-it', capability: 'painting' },
      { step: 'Nobody knows', capability: 'nothing' },
    ]);
    expect(stated(after)).toEqual([['pricing'], ['painting'], ['sawing'], []]);
  });

  it('are not stated twice', () => {
    const once = stateCapabilities(before, [{ step: 'Quote it', capability: 'Pricing' }]);
    expect(stated(once)[0]).toEqual(['pricing']);
  });

  it('leave all else as it was', () => {
    expect(stateCapabilities(before, [])).toEqual(before);
  });
});
