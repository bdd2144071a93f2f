import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readWish } from '../../../src/adapters/cli/read-wish.js';

describe('a wish on the command line', () => {
  it('is holder, letter and step, with quotes where names have several words', () => {
    expect(readWish("Dana R 'Price the job'")).toEqual({
      holder: 'Dana',
      letter: 'R',
      step: 'Price the job',
      reason: null,
    });
    expect(readWish('"Tech Lead" A "Go live"')).toMatchObject({
      holder: 'Tech Lead',
      letter: 'A',
      step: 'Go live',
    });
    expect(readWish('“Tech Lead” C ‘Go live’')).toMatchObject({ holder: 'Tech Lead', step: 'Go live' });
  });

  it('needs no quotes where only one letter stands alone', () => {
    expect(readWish('Tech Lead I Go live')).toMatchObject({
      holder: 'Tech Lead',
      letter: 'I',
      step: 'Go live',
    });
    expect(readWish('Dana R Send a quote')).toMatchObject({ step: 'Send a quote' });
  });

  it('takes a small letter where it can be no word of a name', () => {
    expect(readWish('Dana r "Price the job"')).toMatchObject({ holder: 'Dana', letter: 'R' });
    expect(readWish("Tech Lead i 'Go live'")).toMatchObject({ holder: 'Tech Lead', letter: 'I' });
    expect(readWish('Dana r Send a quote')).toMatchObject({ letter: 'R', step: 'Send a quote' });
    expect(readWish('Dana a R Go')).toMatchObject({ holder: 'Dana a', letter: 'R' });
  });

  it('keeps what follows because as the reason, and a quoted because as part of the name', () => {
    expect(readWish("Dana R 'Price the job' because she's quick")).toMatchObject({ reason: "she's quick" });
    expect(readWish("Dana R 'Wait because of rain'")).toMatchObject({
      step: 'Wait because of rain',
      reason: null,
    });
  });

  it('may name no step: the gate has a code for that', () => {
    expect(readWish('Dana R')).toMatchObject({ step: null });
    expect(readWish('Dana R because I like it')).toMatchObject({ step: null, reason: 'I like it' });
  });

  it('takes an apostrophe inside a name as it is', () => {
    expect(readWish("O'Brien R Visit site")).toMatchObject({ holder: "O'Brien", step: 'Visit site' });
    expect(readWish("Dana R 'Check the owner's plan'")).toMatchObject({ step: "Check the owner's plan" });
    expect(readWish('Dana R "Say \\"yes\\""')).toMatchObject({ step: 'Say "yes"' });
  });

  it('says what is wrong with a wish and how it should look', () => {
    expect(() => readWish('')).toThrow('nothing is in it');
    expect(() => readWish('Dana Price the job')).toThrow('no letter R, A, C or I stands alone');
    expect(() => readWish('Tech Lead r Go live')).toThrow('"r" may be a letter or a word; write R');
    expect(() => readWish('Dana Price a job')).toThrow('"a" may be a letter or a word');
    expect(() => readWish('Dana R Plan A')).toThrow('more than one letter stands alone');
    expect(() => readWish("Dana R 'Price the job")).toThrow('never closed');
  });

  it('reads back every holder and step that is put in quotes', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 30 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    fc.assert(
      fc.property(name, fc.constantFrom('R', 'A', 'C', 'I'), name, (holder, letter, step) => {
        const wish = readWish(`${quoted(holder)} ${letter} ${quoted(step)}`);
        expect(wish).toEqual({ holder, letter, step, reason: null });
      }),
    );
  });
});
