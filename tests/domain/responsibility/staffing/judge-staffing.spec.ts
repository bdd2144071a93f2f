import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  judgeEachAlone,
  judgeStaffing,
  type GateContext,
  type StaffingVerdict,
} from '../../../../src/domain/responsibility/index.js';
import { after, wish } from '../at-the-gate.js';
import { gateContext, type GateSketch } from '../../../support/gate-builder.js';

const BAKERY: GateSketch = {
  name: 'Order to wedding cake',
  steps: [
    { name: 'Take the order', needs: ['order taking'], hours: 6 },
    { name: 'Price the cake', needs: ['costing 3'], hours: 4 },
    { name: 'Release the price', needs: ['margin control'], hours: 1, approves: ['Price the cake'] },
    { name: 'Bake the tiers', needs: ['baking'], hours: 44 },
    { name: 'Lay the icing', needs: ['icing 4'], hours: 16 },
    { name: 'Drive it there', needs: ['van driving (licence)'], hours: 10 },
  ],
  roles: {
    'Front desk': ['Take the order', 'Price the cake'],
    Controller: ['Release the price'],
    Baker: ['Bake the tiers', 'Lay the icing'],
    Driver: ['Drive it there'],
  },
  positions: { 'Front desk': 1, Controller: 1, Baker: 2, Driver: 1 },
  people: [
    { name: 'Noor', hours: 24, can: ['order taking', 'costing 4', 'margin control'] },
    { name: 'Bram', hours: 40, can: ['baking', 'icing 5'] },
    { name: 'Tess', hours: 40, can: ['baking', 'icing 2', 'van driving'] },
    { name: 'Olle', hours: 8, can: ['van driving (licence)'] },
    { name: 'Ada', can: ['baking', 'icing 4', 'van driving (licence)'] },
    { name: 'Kim', hours: 6, can: ['baking', 'icing 4'] },
    { name: 'Joan', hours: 25, can: ['baking', 'icing 4'] },
    { name: 'Rik', hours: 21, can: ['baking', 'icing 4'] },
  ],
  owner: 'Mirjam',
};

const bakery = gateContext(BAKERY);

function fills(person: string, role: string, context: GateContext = bakery, reason: string | null = null) {
  const [verdict] = judgeStaffing(context, [{ person, role, reason }]);
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

function codes(verdict: StaffingVerdict | undefined): readonly string[] {
  return verdict?.kind === 'RefusedStaffing' ? verdict.reasons.map(({ code }) => code) : ['ACCEPTED'];
}

describe('a person in a role goes through the gate', () => {
  it('accepts who brings all that the steps of the role demand, with one reason for each demand', () => {
    const verdict = fills('Bram', 'baker');
    expect(verdict).toMatchObject({ kind: 'AcceptedStaffing', person: 'Bram', hoursPerWeek: 30 });
    expect(verdict.kind === 'AcceptedStaffing' && verdict.because.map(({ text }) => text)).toEqual([
      'Bram brings baking, which "Bake the tiers" (line 13) of "Order to wedding cake" demands (44 h a week)',
      'Bram brings icing at level 4, which "Lay the icing" (line 14) of "Order to wedding cake" demands (16 h a week)',
    ]);
  });

  it('refuses a level that is too low, a licence that is not held, and what is not brought at all, each with its step', () => {
    expect(codes(fills('Tess', 'Baker'))).toEqual(['LEVEL_TOO_LOW']);
    expect(codes(fills('Tess', 'Driver'))).toEqual(['HOLDER_LACKS_CAPABILITY']);
    const verdict = fills('Tess', 'Front desk');
    expect(codes(verdict)).toEqual(['HOLDER_LACKS_CAPABILITY', 'HOLDER_LACKS_CAPABILITY']);
    expect(verdict.kind === 'RefusedStaffing' && verdict.reasons[1]?.message).toBe(
      'Tess does not bring costing at level 3, which "Price the cake" (line 11) asks for.',
    );
  });

  it('names the role that the person could fill instead', () => {
    expect(fills('Bram', 'Driver')).toMatchObject({ nearestRole: 'baker' });
    expect(fills('Olle', 'Baker')).toMatchObject({ nearestRole: null });
    expect(fills('Ada', 'Front desk')).toMatchObject({ nearestRole: 'baker' });
  });

  it('does not know strangers, roles in the place of people, and roles that are not there', () => {
    expect(codes(fills('Brom', 'Baker'))).toEqual(['UNKNOWN_HOLDER']);
    expect(codes(fills('Driver', 'Baker'))).toEqual(['UNKNOWN_HOLDER']);
    expect(codes(fills('Brom', 'Backer'))).toEqual(['UNKNOWN_HOLDER', 'UNKNOWN_HOLDER']);
    const verdict = fills('Bram', 'Backer');
    expect(verdict.kind === 'RefusedStaffing' && verdict.reasons[0].remedy).toBe(
      'Did you mean "Baker"? The roles are Front desk, Controller, Baker and Driver.',
    );
  });

  it('calls a known name of whom nobody has said anything unknown, not incapable', () => {
    const verdict = fills('Mirjam', 'Baker');
    expect(codes(verdict)).toEqual(['CAPABILITY_UNKNOWN']);
    expect(verdict.kind === 'RefusedStaffing' && verdict.reasons[0].remedy).toBe(
      'Write a person line, such as person Mirjam 40h {baking, icing 4}, if that is true.',
    );
  });

  it('refuses hours that the person has not, and accepts two who share them', () => {
    const verdict = fills('Kim', 'Baker');
    expect(codes(verdict)).toEqual(['OVER_CAPACITY']);
    expect(verdict.kind === 'RefusedStaffing' && verdict.reasons[0].message).toBe(
      'Kim has 6 h a week; 0 h of it are taken, and Baker would add 30 h (60 h, shared by 2): 24 h too many.',
    );
    const wishes = ['Bram', 'Joan', 'Rik'].map((person) => ({ person, role: 'Baker', reason: null }));
    expect(judgeStaffing(bakery, wishes).map(codes)).toEqual([['ACCEPTED'], ['ACCEPTED'], ['ACCEPTED']]);
    expect(codes(fills('Rik', 'Baker'))).toEqual(['OVER_CAPACITY']);
    expect(codes(judgeStaffing(bakery, wishes.slice(2), wishes.slice(0, 2))[0])).toEqual(['ACCEPTED']);
  });

  it('only warns where hours rest on guesses or nobody has told them', () => {
    const guessed = gateContext({
      ...BAKERY,
      people: [{ name: 'Kim', hours: 6, guessed: true, can: ['baking', 'icing 4'] }],
    });
    const verdict = fills('Kim', 'Baker', guessed);
    expect(verdict.kind === 'AcceptedStaffing' && verdict.warnings[0]).toContain('rest on guesses');
    const ada = fills('Ada', 'Driver');
    expect(ada.kind === 'AcceptedStaffing' && ada.warnings[0]).toContain(
      'Nobody has said how many hours a week Ada works',
    );
  });

  it('keeps duties apart between two roles of one person, whichever of them came first', () => {
    const both = ['Front desk', 'Controller'].map((role) => ({ person: 'Noor', role, reason: null }));
    for (const wishes of [both, [...both].reverse()]) {
      const verdicts = judgeStaffing(bakery, wishes).map(codes);
      expect(new Set(verdicts.flat())).toEqual(new Set(['DUTIES_MUST_STAY_APART']));
      expect(verdicts).toHaveLength(2);
    }
    expect(new Set(codes(judgeStaffing(bakery, both.slice(1), both.slice(0, 1))[0]))).toEqual(
      new Set(['DUTIES_MUST_STAY_APART']),
    );
    expect(judgeEachAlone(bakery, both).map(codes)).toEqual([['ACCEPTED'], ['ACCEPTED']]);
  });

  it('counts responsibilities that were accepted beyond the role, and those within it only once', () => {
    const busy = after(bakery, wish('Bram', 'R', 'Bake the tiers'));
    expect(codes(fills('Bram', 'Baker', busy))).toEqual(['ACCEPTED']);
    const driver = gateContext({
      ...BAKERY,
      people: [{ name: 'Olle', hours: 30, can: ['baking', 'van driving (licence)'] }],
    });
    expect(codes(fills('Olle', 'Driver', driver))).toEqual(['ACCEPTED']);
    const baking = after(driver, wish('Olle', 'R', 'Bake the tiers'));
    const verdict = fills('Olle', 'Driver', baking);
    expect(codes(verdict)).toEqual(['OVER_CAPACITY']);
    expect(verdict.kind === 'RefusedStaffing' && verdict.reasons[0].message).toContain(
      '22 h of it are taken',
    );
  });

  it('changes nothing where somebody fills the role already', () => {
    const bram = { person: 'Bram', role: 'Baker', reason: null };
    expect(judgeStaffing(bakery, [bram], [bram])[0]).toMatchObject({ inForce: true, hoursPerWeek: 30 });
    expect(judgeStaffing(bakery, [bram, bram]).map((each) => 'inForce' in each && each.inForce)).toEqual([
      false,
      true,
    ]);
  });

  it('says that a stream without a structure has no roles to fill', () => {
    expect(codes(fills('Bram', 'Baker', gateContext({ ...BAKERY, roles: null })))).toEqual([
      'STREAM_NOT_READY',
    ]);
  });

  it('never reads what the asker writes: any text gives the same verdict', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Bram', 'Tess', 'Kim', 'Noor'),
        fc.constantFrom('Baker', 'Driver', 'Front desk'),
        fc.string(),
        (person, role, said) => {
          const silent = fills(person, role);
          const told = fills(person, role, bakery, said);
          const plain = codes(told).filter((code) => code !== 'PREFERENCE_IS_NO_REASON');
          expect(plain).toEqual(codes(silent));
        },
      ),
      { numRuns: 60 },
    );
  });
});
