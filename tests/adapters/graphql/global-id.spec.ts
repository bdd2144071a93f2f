import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { globalId, readGlobalId, type GlobalThing } from '../../../src/adapters/graphql/global-id.js';
import { cursorOf, readPageArguments } from '../../../src/adapters/graphql/page-arguments.js';

const limit = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
const thing: fc.Arbitrary<GlobalThing> = fc.oneof(
  fc.record({ type: fc.constant('ValueStream' as const), id: fc.string({ maxLength: 50 }) }),
  fc.record({ type: fc.constant('Assignment' as const), id: fc.string({ maxLength: 50 }) }),
  fc.record({ type: fc.constant('AdoptedStructure' as const), stream: fc.string({ maxLength: 50 }) }),
  fc.record({
    type: fc.constant('SuggestedStructure' as const),
    stream: fc.string({ maxLength: 50 }),
    effort: fc.constantFrom('QUICK' as const, 'THOROUGH' as const),
    limits: fc.record(
      {
        maxCapabilitiesPerRole: limit,
        maxStepsPerRole: limit,
        maxPositionsPerRole: limit,
        oneForcePerRole: fc.option(fc.boolean()),
        targetUtilisation: limit,
        shrinkage: limit,
        teamSize: limit,
        teams: fc.constantFrom('HAND_OFFS' as const, 'CELLS' as const),
        goals: fc.constantFrom(['HAND_OFFS' as const], ['FRAGMENTATION' as const, 'POSITIONS' as const]),
        relax: fc.constantFrom({ POSITIONS: 0.05 }, { HAND_OFFS: 0.1, POSITIONS: 0 }),
        leastTeamSize: fc.integer({ min: 1, max: 9 }),
        apart: fc.constantFrom(
          [['pay', 'approve the invoice']],
          [
            ['a', 'b'],
            ['b', 'c'],
          ],
        ),
        together: fc.constantFrom([['write', 'send']]),
        pins: fc.constantFrom([{ role: 'Clerk', steps: ['file', 'send'] }]),
      },
      {
        requiredKeys: [
          'maxCapabilitiesPerRole',
          'maxStepsPerRole',
          'maxPositionsPerRole',
          'oneForcePerRole',
          'targetUtilisation',
          'shrinkage',
          'teamSize',
        ],
      },
    ),
  }),
  fc.record({
    type: fc.constant('AlternativeStructure' as const),
    stream: fc.string({ maxLength: 50 }),
    alternative: fc.string({ maxLength: 20 }),
    limits: fc.record({
      maxCapabilitiesPerRole: limit,
      maxStepsPerRole: limit,
      maxPositionsPerRole: limit,
      oneForcePerRole: fc.option(fc.boolean()),
      targetUtilisation: limit,
      shrinkage: limit,
      teamSize: limit,
    }),
  }),
);

describe('global ids', () => {
  it('are read back as what they stand for, and are safe in an address', () => {
    fc.assert(
      fc.property(thing, (one) => {
        const id = globalId(one);
        expect(readGlobalId(id)).toEqual(one);
        expect(id).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it('read anything else as none of ours', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(readGlobalId(text)).toBeNull()));
    const almost = [
      [],
      ['Role', 'x'],
      ['ValueStream'],
      ['ValueStream', 1],
      ['ValueStream', 'x', 'y'],
      null,
      'x',
      {},
    ];
    for (const value of almost) {
      expect(readGlobalId(Buffer.from(JSON.stringify(value)).toString('base64url'))).toBeNull();
    }
    expect(readGlobalId('x'.repeat(100_000))).toBeNull();
  });
});

describe('cursors', () => {
  it('lead back to the key that they were made of, whatever its alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        const known = Buffer.from(key, 'utf8').toString('utf8');
        expect(readPageArguments({ after: cursorOf(key) }).after).toBe(known);
      }),
    );
  });

  it('give a page of 50 from the start where nobody says otherwise', () => {
    expect(readPageArguments({})).toEqual({ first: 50, after: null, last: null, before: null });
    expect(readPageArguments({ last: 3 })).toEqual({ first: null, after: null, last: 3, before: null });
  });
});
