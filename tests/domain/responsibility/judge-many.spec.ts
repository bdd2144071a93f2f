import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  judge,
  REFUSAL_CODES,
  type GateContext,
  type RaciLetter,
  type Wish,
} from '../../../src/domain/responsibility/index.js';
import { codesOf, gateContext, type GateSketch } from '../../support/gate-builder.js';
import { after, judged, reasonsOf, shop, wish } from './at-the-gate.js';
import { CABINET_SHOP } from './cabinet-case.js';

const TWO_KEYS: GateSketch = {
  steps: [
    { name: 'Enter invoice', needs: ['bookkeeping'], hours: 6 },
    { name: 'Pay invoice', needs: ['payments'], hours: 2 },
    { name: 'Audit payments', needs: ['auditing'], hours: 1, approves: ['Pay invoice'] },
  ],
  roles: { Bookkeeper: ['Enter invoice'], Treasurer: ['Pay invoice'], Auditor: ['Audit payments'] },
  people: [{ name: 'Kim', hours: 40, can: ['bookkeeping', 'payments', 'auditing'] }],
  owner: 'Kim',
  apart: [['Enter invoice', 'Pay invoice']],
};

describe('duties that must stay apart', () => {
  const firm = gateContext(TWO_KEYS);

  it('are not given to one person one after the other', () => {
    const entering = after(firm, wish('Kim', 'R', 'Enter invoice'));
    const verdict = judged('Kim', 'R', 'Pay invoice', entering);
    expect(codesOf(verdict)).toEqual(['DUTIES_MUST_STAY_APART']);
    expect(reasonsOf(verdict)[0]?.message).toContain('"Enter invoice" (line 10)');
  });

  it('are refused both when they are asked for at once, in either order', () => {
    const wishes = [wish('Kim', 'R', 'Pay invoice'), wish('Kim', 'R', 'Enter invoice')];
    for (const order of [wishes, [...wishes].reverse()]) {
      for (const verdict of judge(firm, order)) {
        expect(codesOf(verdict)).toEqual(['CONTRADICTS', 'DUTIES_MUST_STAY_APART']);
      }
    }
  });

  it('keep people from controlling their own work', () => {
    const paying = after(firm, wish('Kim', 'R', 'Pay invoice'));
    expect(codesOf(judged('Kim', 'R', 'Audit payments', paying))).toEqual(['DUTIES_MUST_STAY_APART']);
    expect(codesOf(judged('Kim', 'A', 'Audit payments', paying))).toEqual(['DUTIES_MUST_STAY_APART']);
  });

  it('let an owner be accountable for both, and who approves be accountable for what they approve', () => {
    const owning = after(firm, wish('Kim', 'A', 'Enter invoice'));
    expect(codesOf(judged('Kim', 'A', 'Pay invoice', owning))).toEqual(['ACCEPTED']);
    const auditing = after(firm, wish('Kim', 'R', 'Audit payments'));
    expect(codesOf(judged('Kim', 'A', 'Pay invoice', auditing))).toEqual(['ACCEPTED']);
  });
});

describe('hours', () => {
  const bench: GateSketch = {
    steps: [
      { name: 'Saw', needs: ['joinery'], hours: 20 },
      { name: 'Glue', needs: ['joinery'], hours: 30, people: 2 },
      { name: 'Sand', needs: ['joinery'], hours: 10 },
    ],
    roles: { Joiner: ['Saw', 'Glue', 'Sand'] },
    people: [{ name: 'Ola', hours: 40, can: ['joinery'] }],
  };
  const all = [wish('Ola', 'R', 'Saw'), wish('Ola', 'R', 'Glue'), wish('Ola', 'R', 'Sand')];

  it('are added up over what was accepted, a step shared by the people on it', () => {
    const [saw, glue, sand] = all;
    const standing = after(gateContext(bench), ...[saw, glue].filter((each) => each !== undefined));
    const [verdict] = judge(standing, sand ? [sand] : []);
    expect(codesOf(verdict)).toEqual(['OVER_CAPACITY']);
    expect(reasonsOf(verdict)[0]?.message).toBe(
      'Ola has 40 h a week; 35 h of it are taken, and "Sand" (line 12) would add 10 h: 5 h too many.',
    );
  });

  it('refuse all that is wished for one person in one call where it does not fit together, in any order', () => {
    for (const wishes of [all, [...all].reverse()]) {
      const verdicts = judge(gateContext(bench), wishes);
      expect(verdicts.map(codesOf)).toEqual([['OVER_CAPACITY'], ['OVER_CAPACITY'], ['OVER_CAPACITY']]);
      expect(new Set(verdicts.map((verdict) => reasonsOf(verdict)[0]?.message))).toEqual(
        new Set([
          'Ola has 40 h a week; 0 h of it are taken, and what is wished for in one call would add 45 h ("Saw" (line 10) 20 h, "Glue" (line 11) 15 h, "Sand" (line 12) 10 h): 5 h too many.',
        ]),
      );
    }
    expect(judge(gateContext(bench), all.slice(0, 2)).map(codesOf)).toEqual([['ACCEPTED'], ['ACCEPTED']]);
  });

  it('are not taken by a wish that is refused anyway, nor twice by a wish that is made twice', () => {
    const tight = { ...bench, people: [{ name: 'Ola', hours: 19, can: ['joinery'] }] };
    const [saw, , sand] = all;
    const wishes = [saw, sand, sand].filter((each) => each !== undefined);
    expect(judge(gateContext(tight), wishes).map(codesOf)).toEqual([
      ['OVER_CAPACITY'],
      ['ACCEPTED'],
      ['IN_FORCE'],
    ]);
    const twice = [sand, sand].filter((each) => each !== undefined);
    const none = { ...bench, people: [{ name: 'Ola', hours: 9, can: ['joinery'] }] };
    expect(judge(gateContext(none), twice).map(codesOf)).toEqual([['OVER_CAPACITY'], ['OVER_CAPACITY']]);
  });

  it('fit to the last minute', () => {
    const exact = { ...bench, people: [{ name: 'Ola', hours: 45, can: ['joinery'] }] };
    expect(judge(gateContext(exact), all).map(codesOf)).toEqual([['ACCEPTED'], ['ACCEPTED'], ['ACCEPTED']]);
  });

  it('that rest on guesses warn and do not refuse', () => {
    const guessing = { ...bench, people: [{ name: 'Ola', hours: 40, guessed: true, can: ['joinery'] }] };
    const [, , last] = judge(gateContext(guessing), all);
    expect(last).toMatchObject({ kind: 'AcceptedWish' });
    expect(last?.kind === 'AcceptedWish' && last.warnings[0]).toContain('5 h too many');
  });

  it('that nobody has told are said to be unknown', () => {
    const untold = { ...bench, people: [{ name: 'Ola', can: ['joinery'] }] };
    const verdict = judged('Ola', 'R', 'Saw', gateContext(untold));
    expect(verdict.kind === 'AcceptedWish' && verdict.warnings[0]).toContain(
      'how many hours a week Ola works',
    );
  });

  it('of a role are those of its positions', () => {
    const shared = gateContext({
      steps: [
        { name: 'Saw', needs: ['joinery'], hours: 38 },
        { name: 'Hang doors', needs: ['joinery'], hours: 10 },
      ],
      roles: { Joiner: ['Saw'], Fitter: ['Hang doors'] },
      positions: { Joiner: 1 },
    });
    expect(codesOf(judged('Joiner', 'R', 'Hang doors', shared))).toEqual(['OVER_CAPACITY']);
    expect(codesOf(judged('Fitter', 'R', 'Saw', shared))).toEqual(['ACCEPTED']);
  });
});

describe('many wishes at once', () => {
  it('refuses C and I of one cell, whichever comes first', () => {
    const wishes = [wish('Joiner', 'C', 'Release the price'), wish('Joiner', 'I', 'Release the price')];
    expect(judge(shop, wishes).map(codesOf)).toEqual([['CONTRADICTS'], ['CONTRADICTS']]);
    expect(judge(shop, [...wishes].reverse()).map(codesOf)).toEqual([['CONTRADICTS'], ['CONTRADICTS']]);
  });

  it('refuses two owners who both take one step', () => {
    const wishes = [wish('Marta', 'A', 'Send the bill'), wish('Piet', 'A', 'Send the bill')];
    expect(judge(shop, wishes).map(codesOf)).toEqual([['CONTRADICTS'], ['CONTRADICTS']]);
  });

  it('lets R stand and refuses the C that it covers', () => {
    const wishes = [wish('Sander', 'C', 'Measure the kitchen'), wish('Sander', 'R', 'Measure the kitchen')];
    expect(judge(shop, wishes).map(codesOf)).toEqual([['CONTRADICTS'], ['ACCEPTED']]);
  });

  it('accepts the same wish twice and stores it once', () => {
    const wishes = [wish('Sander', 'R', 'Measure the kitchen'), wish('sander', 'R', 'measure-the-kitchen')];
    expect(judge(shop, wishes).map(codesOf)).toEqual([['ACCEPTED'], ['IN_FORCE']]);
  });

  it('answers in the order of the wishes, and each as if it came in any other order', () => {
    const letters = fc.constantFrom<RaciLetter>('R', 'A', 'C', 'I');
    const holders = fc.constantFrom('Marta', 'Piet', 'Lotte', 'Ines', 'Joiner', 'Estimator', 'Nobody');
    const steps = fc.constantFrom(...shop.stream.steps.map(({ name }) => name), 'Nowhere');
    const one = fc.tuple(holders, letters, steps).map(([holder, letter, step]) => wish(holder, letter, step));
    const distinct = fc.uniqueArray(one, {
      selector: ({ holder, letter, step }) => `${holder}${letter}${step}`,
      maxLength: 12,
    });
    const roomy = gateContext({
      ...CABINET_SHOP,
      people: CABINET_SHOP.people?.map(({ name, can }) => ({ name, can })),
      positions: {},
    });
    fc.assert(
      fc.property(distinct, (wishes) => {
        const forward = judge(roomy, wishes).map(codesOf);
        const backward = judge(roomy, [...wishes].reverse()).map(codesOf);
        expect([...backward].reverse()).toEqual(forward);
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing and answers the same when asked again', () => {
    const wishes = [wish('Sander', 'R', 'Price the kitchen'), wish('Joiner', 'R', 'Take the call')];
    expect(judge(shop, wishes)).toEqual(judge(shop, wishes));
  });
});

describe('every refusal', () => {
  it('is one of the documented codes, each with message, missing link and remedy, and each code is reached', () => {
    const seen = new Set<string>();
    const look = (context: GateContext, wishes: readonly Wish[]): void => {
      for (const { code, message, missingLink, remedy } of judge(context, wishes).flatMap(reasonsOf)) {
        seen.add(code);
        for (const text of [message, missingLink, remedy]) expect(text.length).toBeGreaterThan(10);
      }
    };
    const steps = [...shop.stream.steps.map(({ name }) => name), 'Draw the kitchen', 'Nowhere', null];
    const holders = ['Sander', 'Lotte', 'Joris', 'Marta', 'Nobody', 'Joiner', 'Estimator'];
    for (const letter of ['R', 'A', 'C', 'I'] as const) {
      look(
        shop,
        holders.flatMap((holder) => steps.map((step) => wish(holder, letter, step, 'because'))),
      );
    }
    look(gateContext({ ...CABINET_SHOP, unconnected: ['Take the call'] }), [
      wish('Sander', 'R', 'Take the call'),
    ]);
    look(gateContext(TWO_KEYS), [wish('Kim', 'R', 'Pay invoice'), wish('Kim', 'R', 'Enter invoice')]);
    look(gateContext({ ...TWO_KEYS, people: [{ name: 'Kim', hours: 1, can: ['payments'] }] }), [
      wish('Kim', 'R', 'Pay invoice'),
    ]);
    expect([...seen].sort()).toEqual([...REFUSAL_CODES].sort());
  });
});
