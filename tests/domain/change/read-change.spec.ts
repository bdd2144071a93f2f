import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { rankChanges, readChange, tellerOf, type Change } from '../../../src/domain/change/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { draw } from '../../support/draw.js';
import { anyFlow } from './any-flow.js';
import { workshop } from './case.js';

function read(kind: 'SET' | 'WITHOUT', text: string, stream = workshop()) {
  return readChange(stream, { kind, text });
}

function told(kind: 'SET' | 'WITHOUT', text: string): string {
  const change = read(kind, text);
  return 'code' in change
    ? `${change.code} ${change.message} ${change.remedy}`
    : tellerOf(workshop()).tell(change);
}

describe('words that say no number', () => {
  it.each([
    [
      'wait before Repair it 0',
      'Write the time with its unit, "wait before Repair it 0h", or take the wait out: without "wait before Repair it".',
    ],
    [
      'wait before Repair it 2',
      'Write the time with its unit, "wait before Repair it 2d" or "2h"; where so many units lie there, "stock before Repair it 2".',
    ],
    [
      'wait after Take it in often',
      'Write a time with its unit behind the name: "wait after Take it in 1d".',
    ],
    ['back to Take it in often', 'Write the share that returns behind the name: "back to Take it in 10%".'],
    [
      'lost after Agree the price 0',
      'Write the share that is lost behind the name: "lost after Agree the price 20%".',
    ],
  ])('%s is answered in words of what was to be set', (text, remedy) => {
    expect(read('SET', text)).toMatchObject({ code: 'UNREADABLE', remedy });
  });

  it('a person cannot be taken out, and is told what can be done instead', () => {
    for (const name of ['Cleo', '@cleo', '"Cleo"'])
      expect(read('WITHOUT', name)).toEqual({
        code: 'NAMES_NOTHING',
        message: '"Cleo" is a person, and only what stands in the flow can be taken out.',
        remedy:
          'Give the step that Cleo does to somebody else: set "Ride a test @Dana"; or set "person Cleo 20h" for the hours that they have a week.',
      });
  });

  it('a step can be said to be done outside', () => {
    expect(told('SET', 'Ride a test (outside)')).toBe('"Ride a test": done outside no → yes');
  });
});

describe('a change in words', () => {
  it.each([
    ['SET', 'Repair it 3h', '"Repair it": process time 2 h → 3 h'],
    ['SET', '"Repair it" lead 2d 95%', '"Repair it": lead time 1 d → 2 d, %C&A 90 % → 95 %'],
    ['SET', 'repair-it 3h', '"Repair it": process time 2 h → 3 h'],
    ['SET', 'line 19 3h', '"Repair it": process time 2 h → 3 h'],
    [
      'SET',
      'wait before  write the ESTIMATE ~4h',
      'the wait before "Write the estimate" (line 5): 2 d → ~4 h',
    ],
    [
      'SET',
      'back to Take it in 5%',
      'the return from "Write the estimate" to "Take it in" (line 7): 15 % → 5 %',
    ],
    ['SET', 'demand 20/month', 'the demand: 20 a week → 4.76 a week'],
    ['SET', '10%: Store it', 'the branch of "Store it": 20 % → 10 %'],
    [
      'WITHOUT',
      'wait between Order the parts and Repair it',
      `Say which: 'wait after "Order the parts"' (line 14, 3 d) or 'stock before "Repair it"' (line 18, 4 units).`,
    ],
    [
      'WITHOUT',
      'stock between Ask the maker and Repair it',
      'without the stock before "Repair it" (line 18) of 4 units',
    ],
    ['WITHOUT', 'hand-off before Ride a test', 'without the hand-off from "Repair it" to "Ride a test"'],
    [
      'WITHOUT',
      'back to Repair it from Repair it',
      'without the return from "Repair it" to "Repair it" (line 20) of 10 %',
    ],
  ] as const)('%s %s', (kind, text, expected) => {
    expect(told(kind, text)).toContain(expected);
  });

  it.each([
    ['SET', 'Repair the bike 3h', 'NAMES_NOTHING', 'Write the name of a step'],
    ['SET', 'Repiar it 3h', 'NAMES_NOTHING', 'Did you mean "Repair it"?'],
    ['SET', 'Repair it', 'UNREADABLE', 'Repair it 4h'],
    ['SET', 'wait 3d', 'UNREADABLE', 'wait before STEP 1d'],
    ['SET', 'wait befor Repair it 3d', 'NAMES_NOTHING', 'wait before STEP 1d'],
    ['SET', 'wait before Repair it', 'UNREADABLE', 'wait before Repair it 1d'],
    ['SET', 'back to Take it in', 'UNREADABLE', 'back to Take it in 10%'],
    ['SET', 'back to Ride a test 10%', 'NAMES_NOTHING', '"back to Take it in"'],
    ['SET', '30%: Repair it', 'NAMES_NOTHING', 'Repair it 30%'],
    ['SET', 'demand: many', 'UNREADABLE', 'per h, day, week, month or year'],
    ['SET', 'Repair it 900years', 'UNREADABLE', 'Write marks as in a napkin'],
    ['SET', 'Repair it 9000000d', 'NUMBER_OUT_OF_RANGE', ''],
    ['SET', 'Repair it 4h lead 1h', 'LEAD_SHORTER_THAN_PROCESS', ''],
    ['SET', '   ', 'UNREADABLE', 'wait before'],
    ['WITHOUT', 'line 99', 'NAMES_NOTHING', 'Name the line of a step'],
    ['WITHOUT', 'wait after Ride a test', 'NAMES_NOTHING', 'wait before STEP'],
    ['WITHOUT', 'lost after Repair it', 'NAMES_NOTHING', 'the step above the `lost` line'],
    ['WITHOUT', 'hand-off Take it in to Repair it', 'NAMES_NOTHING', 'of which the second comes next'],
    ['WITHOUT', 'Repair', 'NAMES_NOTHING', 'Did you mean "Repair it"?'],
  ] as const)('%s %s: says what is wrong and what would put it right', (kind, text, code, remedy) => {
    const problem = read(kind, text);
    expect(problem).toMatchObject({ code });
    expect('remedy' in problem && problem.remedy).toContain(remedy);
    expect('message' in problem && problem.message.length > 10).toBe(true);
  });

  it('asks which, where work waits twice', () => {
    const { stream } = draw('sales:\nA 1h\nwait 1d\nwait 2d\nB 1h');
    const problem = read('WITHOUT', 'wait before B', stream);
    expect(problem).toMatchObject({
      code: 'AMBIGUOUS',
      remedy: "Say which: 'line 4' (1 d) or 'line 5' (2 d).",
    });
    expect(read('WITHOUT', 'line 5', stream)).toMatchObject({ kind: 'WITHOUT_BUFFER' });
  });

  it('reads names that hold the words of the grammar', () => {
    const { stream } = draw(
      'sales:\nPass from A to B 1h\nHand it to C and D 1h\nback to "Pass from A to B" 10%',
    );
    const handOff = read('WITHOUT', 'hand-off Pass from A to B to Hand it to C and D', stream);
    expect(handOff).toMatchObject({
      kind: 'WITHOUT_HAND_OFF',
      from: 'pass-from-a-to-b',
      to: 'hand-it-to-c-and-d',
    });
    expect(read('WITHOUT', 'back to Pass from A to B', stream)).toMatchObject({ kind: 'WITHOUT_RETURN' });
  });

  it('the words that the ranking gives ask for the change that it ranks', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const stream = anyFlow(chanceFrom(seed));
        const { changes, handOffs } = rankChanges(stream, measureStream(stream), 50);
        for (const { wording, change } of [...changes, ...handOffs]) {
          if (!wording) continue;
          const again = readChange(stream, wording);
          expect(placeOf(again)).toEqual(placeOf(change));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('no words make it throw', () => {
    const stream = workshop();
    const words = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `wait before ${text} 1d`),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('SET' as const, 'WITHOUT' as const), (text, kind) => {
        expect(read(kind, text, stream)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

/** What a change is about, without its numbers. */
function placeOf(change: object): object {
  const { kind, step, node, at, from, to } = change as Record<string, unknown> & Pick<Change, 'kind'>;
  return { kind, step, node, at, from, to };
}
