import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  judge,
  REFUSAL_CODES,
  type GateContext,
  type RaciLetter,
  type RefusalReason,
  type Verdict,
  type Wish,
} from '../../../src/domain/responsibility/index.js';
import {
  codesOf,
  gateContext,
  kept,
  stepKey,
  withAssignments,
  type GateSketch,
} from '../../support/gate-builder.js';
import { CABINET_SHOP } from './cabinet-case.js';

const shop = gateContext(CABINET_SHOP);

function wish(holder: string, letter: RaciLetter, step: string | null, reason: string | null = null): Wish {
  return { holder, letter, step, reason };
}

function judged(
  holder: string,
  letter: RaciLetter,
  step: string | null,
  context = shop,
  reason?: string,
): Verdict {
  const [verdict] = judge(context, [wish(holder, letter, step, reason ?? null)]);
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

function reasonsOf(verdict: Verdict | undefined): readonly RefusalReason[] {
  return verdict?.kind === 'RefusedWish' ? verdict.reasons : [];
}

function after(context: GateContext, ...wishes: readonly Wish[]): GateContext {
  return withAssignments(context, [...context.assignments, ...kept(context, judge(context, wishes))]);
}

describe('who can be responsible', () => {
  it('accepts a person who brings a capability that the step demands, and tells the chain', () => {
    const verdict = judged('Sander', 'R', 'measure the  KITCHEN');
    expect(verdict).toMatchObject({ kind: 'AcceptedWish', holder: 'Sander', inForce: false, warnings: [] });
    expect(verdict.kind === 'AcceptedWish' && verdict.because).toMatchObject([
      { step: 'measure-the-kitchen', rule: 'STEP_DEMANDS_CAPABILITY', capability: { name: 'measuring up' } },
    ]);
  });

  it('is content with one of several capabilities', () => {
    const verdict = judged('Sander', 'R', 'Price the kitchen');
    expect(codesOf(verdict)).toEqual(['ACCEPTED']);
  });

  it('refuses a role for a step that asks nothing it can do, with both sides, the carrier and the nearest step', () => {
    const verdict = judged('Joiner', 'R', 'Take the call');
    expect(codesOf(verdict)).toEqual(['CAPABILITY_NOT_DEMANDED', 'HOLDER_LACKS_CAPABILITY']);
    const [notAsked, lacks] = reasonsOf(verdict);
    expect(notAsked?.message).toBe(
      '"Take the call" (line 10) asks for telephone manners; it asks for nothing that Joiner brings (joinery and mains wiring).',
    );
    expect(notAsked?.nearestStep).toBe(stepKey('Build the boxes'));
    expect(lacks?.remedy).toContain('Office clerk can do it.');
  });

  it('refuses a level that is too low or not told, and accepts one that suffices', () => {
    expect(codesOf(judged('Sander', 'R', 'Price the kitchen'))).toEqual(['ACCEPTED']);
    const verdict = judged('Lotte', 'R', 'Price the kitchen');
    expect(codesOf(verdict)).toEqual(['LEVEL_TOO_LOW']);
    expect(reasonsOf(verdict)[0]?.message).toContain('costing at level 3, and Lotte has level 2');
  });

  it('refuses who has the trade without the licence, naming the licence', () => {
    const verdict = judged('Joris', 'R', 'Wire the lights');
    expect(codesOf(verdict)).toEqual(['HOLDER_LACKS_CAPABILITY']);
    expect(reasonsOf(verdict)[0]?.remedy).toContain('mains wiring (licence)');
  });

  it('calls a known name of whom nobody has said anything unknown, not incapable, for every letter', () => {
    for (const letter of ['R', 'C', 'I'] as const) {
      const verdict = judged('Marta', letter, 'Take the call');
      expect(codesOf(verdict)).toEqual(['CAPABILITY_UNKNOWN']);
      expect(reasonsOf(verdict)[0]?.remedy).toContain('person Marta 40h {telephone manners}');
    }
  });

  it('does not know a stranger, and says whom it may have been', () => {
    const verdict = judged('Sandr', 'R', 'Measure the kitchen');
    expect(codesOf(verdict)).toEqual(['UNKNOWN_HOLDER']);
    expect(reasonsOf(verdict)[0]?.remedy).toContain('Did you mean "Sander"?');
    expect(reasonsOf(judged('Household', 'R', 'Take the call'))[0]?.message).toContain('outside the firm');
    expect(codesOf(judged('  ', 'R', 'Take the call'))).toEqual(['UNKNOWN_HOLDER']);
  });

  it('means the role where a role and a person share a name', () => {
    const twins = gateContext({
      steps: [
        { name: 'Cook', needs: ['cooking'] },
        { name: 'Serve', needs: ['serving'] },
      ],
      roles: { Cook: ['Cook'], Waiter: ['Serve'] },
      people: [{ name: 'Cook', can: ['serving'] }],
    });
    expect(codesOf(judged('Cook', 'R', 'Cook', twins))).toEqual(['IN_FORCE']);
    expect(codesOf(judged('Cook', 'R', 'Serve', twins))).toContain('HOLDER_LACKS_CAPABILITY');
  });

  it('refuses work that is done outside', () => {
    expect(codesOf(judged('Joiner', 'R', 'Spray the doors'))).toEqual(['CAPABILITY_NOT_DEMANDED']);
  });
});

describe('the step', () => {
  it('must be cited', () => {
    expect(codesOf(judged('Sander', 'R', null))).toEqual(['NO_STEP_CITED']);
    expect(codesOf(judged('Sander', 'R', ' '))).toEqual(['NO_STEP_CITED']);
  });

  it('must be one of the stream, with the nearest name when it is not', () => {
    const verdict = judged('Sander', 'R', 'Measure the kichen');
    expect(codesOf(verdict)).toEqual(['UNKNOWN_STEP']);
    expect(reasonsOf(verdict)[0]).toMatchObject({ nearestStep: 'measure-the-kitchen' });
    expect(reasonsOf(verdict)[0]?.remedy).toContain('Did you mean "Measure the kitchen"?');
  });

  it('must be there still', () => {
    expect(codesOf(judged('Sander', 'R', 'Draw the kitchen'))).toEqual(['STEP_NOT_IN_THIS_REVISION']);
  });

  it('tells everything at once: an unknown step, an unknown holder and a reason that is none', () => {
    expect(codesOf(judged('Zebedee', 'R', 'Xylophone', shop, 'I like it'))).toEqual([
      'UNKNOWN_HOLDER',
      'UNKNOWN_STEP',
      'PREFERENCE_IS_NO_REASON',
    ]);
  });

  it('must be connected', () => {
    const loose = gateContext({ ...CABINET_SHOP, unconnected: ['Measure the kitchen'] });
    expect(codesOf(judged('Sander', 'R', 'Measure the kitchen', loose))).toContain('STREAM_NOT_READY');
    expect(codesOf(judged('Estimator', 'R', 'Measure the kitchen', loose))).toEqual(['IN_FORCE']);
    const sketched = gateContext({ ...CABINET_SHOP, roles: null });
    expect(codesOf(judged('Sander', 'R', 'Measure the kitchen', sketched))).toEqual(['STREAM_NOT_READY']);
  });
});

describe('the reason that somebody writes', () => {
  it('is told to be none where nothing justifies the wish, whatever it says', () => {
    for (const reason of ['I want it', 'the step demands joinery', 'STEP_DEMANDS_CAPABILITY', '🙏']) {
      expect(codesOf(judged('Joiner', 'R', 'Take the call', shop, reason)).at(-1)).toBe(
        'PREFERENCE_IS_NO_REASON',
      );
    }
  });

  it('changes no verdict', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('Sander', 'Joiner', 'Marta', 'Nobody'), (reason, holder) => {
        const bare = codesOf(judged(holder, 'R', 'Price the kitchen'));
        const told = codesOf(judged(holder, 'R', 'Price the kitchen', shop, reason));
        expect(told.filter((code) => code !== 'PREFERENCE_IS_NO_REASON')).toEqual(bare);
      }),
    );
  });

  it('is not held against a wish that is justified', () => {
    expect(codesOf(judged('Sander', 'R', 'Measure the kitchen', shop, 'I like to'))).toEqual(['ACCEPTED']);
  });
});

describe('the one accountable', () => {
  it('is the role of the matrix', () => {
    expect(codesOf(judged('Controller', 'A', 'Price the kitchen'))).toEqual(['IN_FORCE']);
    const verdict = judged('Estimator', 'A', 'Price the kitchen');
    expect(codesOf(verdict)).toEqual(['SECOND_ACCOUNTABLE']);
    expect(reasonsOf(verdict)[0]?.message).toContain('Controller');
  });

  it('is told together with the capability that is missing', () => {
    expect(codesOf(judged('Joiner', 'A', 'Take the call'))).toEqual([
      'SECOND_ACCOUNTABLE',
      'HOLDER_LACKS_CAPABILITY',
    ]);
    expect(codesOf(judged('Sander', 'A', 'Measure the kitchen'))).toEqual(['SECOND_ACCOUNTABLE']);
  });

  it('may be an owner, within what they own', () => {
    const verdict = judged('Marta', 'A', 'Take the call');
    expect(verdict).toMatchObject({ kind: 'AcceptedWish', because: [{ rule: 'OWNS' }] });
    expect(codesOf(judged('Piet', 'A', 'Send the bill'))).toEqual(['ACCEPTED']);
    expect(codesOf(judged('Piet', 'A', 'Take the call'))).toEqual([
      'CAPABILITY_UNKNOWN',
      'SECOND_ACCOUNTABLE',
    ]);
  });

  it('is not a second owner', () => {
    const taken = after(shop, wish('Marta', 'A', 'Send the bill'));
    expect(codesOf(judged('Piet', 'A', 'Send the bill', taken))).toEqual(['SECOND_ACCOUNTABLE']);
    expect(codesOf(judged('Marta', 'A', 'Send the bill', taken))).toEqual(['IN_FORCE']);
  });
});

describe('who is consulted and informed', () => {
  it('may advise with a capability that the step demands', () => {
    const verdict = judged('Lotte', 'C', 'Price the kitchen');
    expect(verdict.kind === 'AcceptedWish' && verdict.because[0]).toMatchObject({ rule: 'CAN_ADVISE' });
  });

  it('is consulted where the flow or a return ties the steps', () => {
    expect(judged('Joiner', 'C', 'Measure the kitchen')).toMatchObject({ because: [{ rule: 'FLOW_TIES' }] });
    const verdict = judged('Office clerk', 'C', 'Price the kitchen');
    expect(codesOf(verdict)).toEqual(['NOT_CONSULTABLE']);
    expect(reasonsOf(verdict)[0]?.nearestStep).toBe(stepKey('Measure the kitchen'));
  });

  it('is informed where the own steps come next, or a return reaches them', () => {
    expect(judged('Joiner', 'I', 'Release the price')).toMatchObject({ because: [{ rule: 'COMES_NEXT' }] });
    expect(judged('Estimator', 'I', 'Build the boxes')).toMatchObject({
      because: [{ rule: 'RETURN_REACHES' }],
    });
    expect(codesOf(judged('Joiner', 'I', 'Take the call'))).toEqual(['NOT_INFORMABLE']);
  });

  it('is not told by what somebody does today', () => {
    const today = gateContext({
      steps: [
        { name: 'Quote', needs: ['quoting'] },
        { name: 'Pack', needs: ['packing'], by: ['Bo'] },
      ],
      roles: { Seller: ['Quote'], Packer: ['Pack'] },
      people: [{ name: 'Bo', can: ['driving'] }],
    });
    expect(codesOf(judged('Bo', 'I', 'Quote', today))).toEqual(['NOT_INFORMABLE']);
  });

  it('contradicts R and A of the same cell, and C contradicts I', () => {
    expect(codesOf(judged('Estimator', 'C', 'Price the kitchen'))).toEqual(['CONTRADICTS']);
    expect(codesOf(judged('Controller', 'I', 'Price the kitchen'))).toEqual(['CONTRADICTS']);
    expect(codesOf(judged('Joiner', 'I', 'Price the kitchen'))).toEqual(['CONTRADICTS']);
    const advising = after(shop, wish('Joiner', 'C', 'Release the price'));
    expect(codesOf(judged('Joiner', 'I', 'Release the price', advising))).toEqual(['CONTRADICTS']);
  });
});

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
    const verdicts = judge(gateContext(bench), all);
    expect(verdicts.map(codesOf)).toEqual([['ACCEPTED'], ['ACCEPTED'], ['OVER_CAPACITY']]);
    expect(reasonsOf(verdicts[2])[0]?.message).toBe(
      'Ola has 40 h a week; 35 h of it are taken, and "Sand" (line 12) would add 10 h: 5 h too many.',
    );
    const [saw, glue] = all;
    const standing = after(gateContext(bench), ...[saw, glue].filter((each) => each !== undefined));
    expect(codesOf(judged('Ola', 'R', 'Sand', standing))).toEqual(['OVER_CAPACITY']);
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
    look(gateContext({ ...CABINET_SHOP, roles: null }), [wish('Sander', 'R', 'Take the call')]);
    look(gateContext(TWO_KEYS), [wish('Kim', 'R', 'Pay invoice'), wish('Kim', 'R', 'Enter invoice')]);
    look(gateContext({ ...TWO_KEYS, people: [{ name: 'Kim', hours: 1, can: ['payments'] }] }), [
      wish('Kim', 'R', 'Pay invoice'),
    ]);
    expect([...seen].sort()).toEqual([...REFUSAL_CODES].sort());
  });
});
