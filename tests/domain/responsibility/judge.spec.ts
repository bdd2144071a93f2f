import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codesOf, gateContext, stepKey } from '../../support/gate-builder.js';
import { after, judged, reasonsOf, shop, wish } from './at-the-gate.js';
import { CABINET_SHOP } from './cabinet-case.js';

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
      const skills = letter === 'R' ? 'margin control, telephone manners' : 'margin control';
      const role = letter === 'R' ? ', or propose the role: Office clerk' : '';
      expect(reasonsOf(verdict)[0]?.remedy).toBe(
        `Write a person line, such as person Marta 40h {${skills}}, if that is true${role}.`,
      );
    }
  });

  it('does not know a stranger, and says whom it may have been', () => {
    const verdict = judged('Sandr', 'R', 'Measure the kitchen');
    expect(codesOf(verdict)).toEqual(['UNKNOWN_HOLDER']);
    expect(reasonsOf(verdict)[0]?.remedy).toContain('Did you mean "Sander"?');
    expect(reasonsOf(judged('Household', 'R', 'Take the call'))[0]?.message).toContain('outside the firm');
    expect(codesOf(judged('  ', 'R', 'Take the call'))).toEqual(['UNKNOWN_HOLDER']);
  });

  it('means the role where a role and a person share a name, and the person where the role cannot have it', () => {
    const twins = gateContext({
      steps: [
        { name: 'Cook', needs: ['cooking'] },
        { name: 'Serve', needs: ['serving'] },
        { name: 'Pay', needs: ['payments'] },
      ],
      roles: { Cook: ['Cook'], Waiter: ['Serve'], Clerk: ['Pay'] },
      people: [{ name: 'Cook', can: ['serving'] }],
    });
    expect(codesOf(judged('Cook', 'R', 'Cook', twins))).toEqual(['IN_FORCE']);
    expect(codesOf(judged('Cook', 'R', 'Serve', twins))).toEqual(['ACCEPTED']);
    const told = reasonsOf(judged('Cook', 'R', 'Pay', twins)).map(({ message }) => message);
    expect(told.filter((message) => message.startsWith('As the role Cook: '))).toHaveLength(2);
    expect(told.filter((message) => message.startsWith('As the person Cook: '))).toHaveLength(2);
  });

  it('refuses every letter for work that is done outside, to its owner too', () => {
    for (const letter of ['R', 'A', 'C', 'I'] as const) {
      expect(codesOf(judged('Joiner', letter, 'Spray the doors'))).toEqual(['CAPABILITY_NOT_DEMANDED']);
      if (letter === 'A')
        expect(codesOf(judged('Piet', letter, 'Spray the doors'))).toEqual(['CAPABILITY_NOT_DEMANDED']);
    }
  });
});

describe('the step', () => {
  it('must be cited', () => {
    expect(codesOf(judged('Sander', 'R', null))).toEqual(['NO_STEP_CITED']);
    expect(codesOf(judged('Sander', 'R', ' '))).toEqual(['NO_STEP_CITED']);
    const [reason] = reasonsOf(judged('Sander', 'R', null));
    expect(reason?.remedy).toBe(
      'Name the step it is for, such as "Take the call", "Measure the kitchen", "Price the kitchen" or 5 more.',
    );
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
  });

  it('need not be in a connected stream for a person, only for a role and its accountability', () => {
    const sketched = gateContext({ ...CABINET_SHOP, roles: null, unconnected: ['Send the bill'] });
    expect(codesOf(judged('Sander', 'R', 'Measure the kitchen', sketched))).toEqual(['ACCEPTED']);
    expect(codesOf(judged('Ines', 'R', 'Send the bill', sketched))).toEqual(['STREAM_NOT_READY']);
    expect(codesOf(judged('Estimator', 'R', 'Measure the kitchen', sketched))).toEqual([
      'UNKNOWN_HOLDER',
      'STREAM_NOT_READY',
    ]);
    expect(codesOf(judged('Sander', 'A', 'Measure the kitchen', sketched))).toEqual(['STREAM_NOT_READY']);
    expect(codesOf(judged('Marta', 'A', 'Measure the kitchen', sketched))).toEqual(['ACCEPTED']);
  });

  it('may be cited by the name it had before, and its present name is told', () => {
    const renamed = {
      ...shop,
      stream: {
        ...shop.stream,
        steps: shop.stream.steps.map((step) =>
          step.name === 'Take the call' ? { ...step, name: 'Answer the phone' } : step,
        ),
      },
    };
    const verdict = judged('Ines', 'R', 'Take the CALL', renamed);
    expect(verdict).toMatchObject({ kind: 'AcceptedWish', step: 'take-the-call' });
    expect(verdict.kind === 'AcceptedWish' && verdict.warnings[0]).toBe(
      '"Take the CALL" is called "Answer the phone" (line 10) by now.',
    );
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
    expect(codesOf(verdict)).toEqual(['SECOND_ACCOUNTABLE', 'DUTIES_MUST_STAY_APART']);
    expect(reasonsOf(verdict)[0]?.message).toContain('Controller');
  });

  it('is told together with the capability that is missing', () => {
    expect(codesOf(judged('Joiner', 'A', 'Take the call'))).toEqual([
      'SECOND_ACCOUNTABLE',
      'HOLDER_LACKS_CAPABILITY',
    ]);
    const able = judged('Sander', 'A', 'Measure the kitchen');
    expect(codesOf(able)).toEqual(['SECOND_ACCOUNTABLE']);
    expect(reasonsOf(able)[0]?.remedy).toContain(
      'Sander could fill the role Estimator, which answers for it',
    );
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

  it('is a person whom the step itself asks or tells', () => {
    expect(judged('Joris', 'C', 'Price the kitchen')).toMatchObject({
      because: [{ rule: 'ASKS', text: expect.stringContaining('asks Joris') }],
    });
    expect(judged('Ines', 'I', 'Build the boxes')).toMatchObject({ because: [{ rule: 'TELLS' }] });
    const asked = gateContext({
      steps: [
        { name: 'Quote', needs: ['quoting'], asks: ['Bo', 'Al'] },
        { name: 'Pack', by: ['Bo'] },
      ],
      roles: { Seller: ['Quote'], Packer: ['Pack'] },
      people: [{ name: 'Al', can: [] }],
    });
    expect(codesOf(judged('Bo', 'C', 'Quote', asked))).toEqual(['CAPABILITY_UNKNOWN']);
    expect(codesOf(judged('Al', 'C', 'Quote', asked))).toEqual(['ACCEPTED']);
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
