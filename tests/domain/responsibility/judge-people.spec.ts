import { describe, expect, it } from '@jest/globals';
import { judge } from '../../../src/domain/responsibility/index.js';
import { codesOf, gateContext, type GateSketch } from '../../support/gate-builder.js';
import { after, judged, reasonsOf, wish } from './at-the-gate.js';

const BENCH: GateSketch = {
  steps: [
    { name: 'Build', needs: ['joinery'], hours: 10, by: ['Ola'] },
    { name: 'Inspect', needs: ['inspection'], hours: 2, checks: ['Build'] },
  ],
  roles: { Joiner: ['Build', 'Inspect'] },
  people: [{ name: 'Ola', hours: 40, can: ['joinery', 'inspection'] }],
};
const both = [wish('Ola', 'R', 'Build'), wish('Ola', 'R', 'Inspect')];

describe('a step that checks another', () => {
  it('is not done by the one person who does the other, where nobody else is known who could', () => {
    const alone = gateContext(BENCH);
    expect(codesOf(judged('Ola', 'R', 'Inspect', after(alone, wish('Ola', 'R', 'Build'))))).toEqual([
      'DUTIES_MUST_STAY_APART',
    ]);
    for (const verdict of judge(alone, both)) {
      expect(codesOf(verdict)).toEqual(['CONTRADICTS', 'DUTIES_MUST_STAY_APART']);
    }
  });

  it('may have the same person where somebody else could be the second pair of eyes, with a warning', () => {
    const people = [...(BENCH.people ?? []), { name: 'Pia', hours: 20, can: ['inspection'] }];
    for (const verdict of judge(gateContext({ ...BENCH, people }), both)) {
      expect(codesOf(verdict)).toEqual(['ACCEPTED']);
      expect(verdict.kind === 'AcceptedWish' && verdict.warnings[0]).toContain('(Pia)');
    }
    const steps = BENCH.steps.map((step) => ({ ...step, by: ['Ola', 'Kit'] }));
    expect(judge(gateContext({ ...BENCH, steps }), both).map(codesOf)).toEqual([['ACCEPTED'], ['ACCEPTED']]);
  });

  it('may be in one role with the other: colleagues check each other', () => {
    expect(codesOf(judged('Joiner', 'R', 'Inspect', gateContext(BENCH)))).toEqual(['IN_FORCE']);
  });
});

describe('the share of a step', () => {
  const fit: GateSketch = {
    steps: [{ name: 'Fit', needs: ['fitting'], hours: 120, by: ['Crew'] }],
    roles: { Fitter: ['Fit'] },
    people: ['Ann', 'Ben', 'Cas', 'Dot'].map((name) => ({ name, hours: 40, can: ['fitting'] })),
  };

  it('is one of as many as there are positions for it, so that people can fill a role', () => {
    const four = gateContext({ ...fit, positions: { Fitter: 4 } });
    const wishes = ['Ann', 'Ben', 'Cas', 'Dot'].map((name) => wish(name, 'R', 'Fit'));
    expect(judge(four, wishes).map(codesOf)).toEqual(wishes.map(() => ['ACCEPTED']));
    const alone = judged('Ann', 'R', 'Fit', gateContext(fit));
    expect(codesOf(alone)).toEqual(['OVER_CAPACITY']);
  });

  it('is one of those who do it today', () => {
    const steps = [{ name: 'Fit', needs: ['fitting'], hours: 80, by: ['Ann', 'Ben'] }];
    const two = [wish('Ann', 'R', 'Fit'), wish('Ben', 'R', 'Fit')];
    expect(judge(gateContext({ ...fit, steps }), two).map(codesOf)).toEqual([['ACCEPTED'], ['ACCEPTED']]);
  });

  it('is one of those who are responsible, in force or in the same call, and still is when judged again', () => {
    const three = ['Ann', 'Ben', 'Cas'].map((name) => wish(name, 'R', 'Fit'));
    const context = gateContext(fit);
    expect(judge(context, three).map(codesOf)).toEqual(three.map(() => ['ACCEPTED']));
    const standing = after(context, ...three);
    expect(judge(standing, three).map(codesOf)).toEqual(three.map(() => ['IN_FORCE']));
    expect(codesOf(judged('Dot', 'R', 'Fit', standing))).toEqual(['ACCEPTED']);
  });

  it('grows for the others when somebody has not the hours, and is told', () => {
    const people = [
      { name: 'Ann', hours: 40, can: ['fitting'] },
      { name: 'Ben', hours: 10, can: ['fitting'] },
      { name: 'Cas', hours: 40, can: ['fitting'] },
    ];
    const verdicts = judge(
      gateContext({ ...fit, people }),
      people.map(({ name }) => wish(name, 'R', 'Fit')),
    );
    expect(verdicts.map(codesOf)).toEqual([['OVER_CAPACITY'], ['OVER_CAPACITY'], ['OVER_CAPACITY']]);
    expect(reasonsOf(verdicts[1])[0]?.message).toContain(
      'would add 40 h (120 h, shared by 3): 30 h too many',
    );
  });
});

describe('all reasons', () => {
  const firm: GateSketch = {
    steps: [
      { name: 'Quote it', needs: ['quoting'] },
      { name: 'Approve price', needs: ['margin control'], approves: ['Quote it'] },
      { name: 'Pack', needs: ['packing'] },
    ],
    roles: { Seller: ['Quote it'], Controller: ['Approve price'], Packer: ['Pack'] },
    owner: 'Ann',
    apart: [['Quote it', 'Approve price']],
    people: [{ name: 'Ann', hours: 40, can: ['quoting', 'margin control'] }],
  };

  it('are told, none of them twice', () => {
    const verdicts = judge(gateContext(firm), [
      wish('Ann', 'R', 'Quote it'),
      wish('Ann', 'R', 'Approve price'),
    ]);
    for (const verdict of verdicts) {
      expect(codesOf(verdict)).toEqual(['CONTRADICTS', 'DUTIES_MUST_STAY_APART', 'DUTIES_MUST_STAY_APART']);
      const messages = reasonsOf(verdict).map(({ message }) => message);
      expect(new Set(messages).size).toBe(messages.length);
    }
  });

  it('hold a contradiction against a wish that is refused anyway, and not against the other', () => {
    const verdicts = judge(gateContext(firm), [
      wish('Packer', 'I', 'Approve price'),
      wish('Packer', 'C', 'Approve price'),
    ]);
    expect(verdicts.map(codesOf)).toEqual([['CONTRADICTS'], ['CONTRADICTS']]);
    const mixed = judge(gateContext(firm), [
      wish('Seller', 'I', 'Approve price'),
      wish('Seller', 'C', 'Approve price'),
    ]);
    expect(mixed.map(codesOf)).toEqual([['NOT_INFORMABLE', 'CONTRADICTS'], ['ACCEPTED']]);
  });

  it('keep an owner from answering for approved work that is their own', () => {
    const doing = after(gateContext(firm), wish('Ann', 'R', 'Quote it'));
    const verdict = judged('Ann', 'A', 'Quote it', doing);
    expect(codesOf(verdict)).toEqual(['DUTIES_MUST_STAY_APART']);
    expect(reasonsOf(verdict)[0]?.message).toContain('nobody controls their own work');
    const atOnce = judge(gateContext(firm), [wish('Ann', 'A', 'Quote it'), wish('Ann', 'R', 'Quote it')]);
    for (const one of atOnce) expect(codesOf(one)).toEqual(['CONTRADICTS', 'DUTIES_MUST_STAY_APART']);
    expect(codesOf(judged('Ann', 'A', 'Quote it', gateContext(firm)))).toEqual(['ACCEPTED']);
  });

  it('name the nearest step only where the letter would be accepted', () => {
    const kept = after(gateContext(firm), wish('Ann', 'R', 'Approve price'));
    expect(reasonsOf(judged('Ann', 'R', 'Pack', kept))[0]?.nearestStep).toBe('approve-price');
    expect(reasonsOf(judged('Ann', 'R', 'Quote itt', kept))[0]?.nearestStep).toBeNull();
  });
});
