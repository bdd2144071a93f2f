import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  judge,
  type GateContext,
  type ResponsibilityMatrix,
} from '../../../src/domain/responsibility/index.js';
import { gateContext, kept, stepKey, withAssignments, type GateSketch } from '../../support/gate-builder.js';
import { CABINET_SHOP } from './cabinet-case.js';

const context = gateContext(CABINET_SHOP);

function lettersOf({ matrix, structure }: GateContext, step: string): Record<string, string> {
  const row = matrix?.rows.find((candidate) => candidate.step === stepKey(step));
  const letters: Record<string, string> = {};
  for (const { role, letter } of row?.cells ?? []) {
    const name = structure?.roles.find(({ key }) => key === role)?.name ?? role;
    letters[name] = (letters[name] ?? '') + letter;
  }
  return letters;
}

function cellsOf(matrix: ResponsibilityMatrix | null) {
  return matrix?.rows.flatMap(({ cells }) => cells) ?? [];
}

describe('the matrix', () => {
  it('gives R to the role whose capabilities the step demands, and A to it where it is alone', () => {
    expect(lettersOf(context, 'Take the call')).toEqual({ 'Office clerk': 'RA' });
  });

  it('gives the A of an approved step to the role that approves it', () => {
    expect(lettersOf(context, 'Price the kitchen')).toMatchObject({ Estimator: 'R', Controller: 'A' });
  });

  it('consults the role of the person that a step asks, by what they do today', () => {
    expect(lettersOf(context, 'Price the kitchen')).toHaveProperty('Joiner', 'C');
  });

  it('informs the role of whom a step tells, and notes the customer beside the row', () => {
    expect(lettersOf(context, 'Build the boxes')).toEqual({ 'Office clerk': 'I', Joiner: 'RA' });
    const row = context.matrix?.rows.find(({ step }) => step === stepKey('Build the boxes'));
    expect(row?.notes).toEqual(['To be informed: Household, the customer.']);
  });

  it('leaves a step done outside without letters', () => {
    expect(lettersOf(context, 'Spray the doors')).toEqual({});
  });

  it('names the owners of the stream and of its forces at its head', () => {
    expect(context.matrix?.owners).toEqual([
      { scope: 'STREAM', owner: 'Marta' },
      { scope: 'FULFILMENT', owner: 'Piet' },
    ]);
  });

  it('gives every letter a reason that names the role, the step with its line, and the stream', () => {
    for (const cell of cellsOf(context.matrix)) {
      expect(cell.because.length).toBeGreaterThan(0);
      for (const { text, rule } of cell.because) {
        expect(rule).toMatch(/^[A-Z_]+$/);
        expect(text).toMatch(/\(line \d+\)/);
        expect(text).toContain('"Kitchen to cheque"');
      }
    }
  });

  it('tells the figures with the capability', () => {
    const cell = cellsOf(context.matrix).find(
      ({ step, letter }) => step === stepKey('Measure the kitchen') && letter === 'R',
    );
    expect(cell?.because[0]).toMatchObject({
      rule: 'STEP_DEMANDS_CAPABILITY',
      capability: { name: 'measuring up' },
    });
    expect(cell?.because[0].text).toContain('10 h a week');
  });

  it('gives the A of a shared step to the largest share, and of equal shares to the first named', () => {
    const shared = gateContext({
      steps: [
        { name: 'Fit out', needs: ['joinery', 'painting', 'plumbing'] },
        { name: 'Finish', needs: ['painting', 'joinery'] },
      ],
      roles: {
        Joiner: [
          ['Fit out', 'joinery'],
          ['Finish', 'joinery'],
        ],
        Painter: [
          ['Fit out', 'painting'],
          ['Fit out', 'plumbing'],
          ['Finish', 'painting'],
        ],
      },
    });
    expect(lettersOf(shared, 'Fit out')).toEqual({ Joiner: 'R', Painter: 'RA' });
    expect(lettersOf(shared, 'Finish')).toEqual({ Joiner: 'R', Painter: 'RA' });
  });

  it('puts R and A before C, and C before I, and says what is covered', () => {
    const shop = gateContext({
      steps: [
        { name: 'Quote', needs: ['quoting'], by: ['Ana'], asks: ['Ana', 'Bo'], tells: ['Bo'] },
        { name: 'Pack', needs: ['packing'], by: ['Bo'] },
      ],
      roles: { Seller: ['Quote'], Packer: ['Pack'] },
    });
    expect(lettersOf(shop, 'Quote')).toEqual({ Seller: 'RA', Packer: 'C' });
    expect(shop.matrix?.rows[0]?.notes).toEqual([
      'To be consulted: Ana (Seller), covered by the R and A of Seller.',
      'To be informed: Bo (Packer), covered by the C of Packer.',
    ]);
  });

  it('understands a role and a step behind asks and tells', () => {
    const shop = gateContext({
      steps: [
        { name: 'Quote', needs: ['quoting'], asks: ['packer'], tells: ['Deliver'] },
        { name: 'Pack', needs: ['packing'] },
        { name: 'Deliver', needs: ['driving'] },
      ],
      roles: { Seller: ['Quote'], Packer: ['Pack'], Driver: ['Deliver'] },
    });
    expect(lettersOf(shop, 'Quote')).toEqual({ Seller: 'RA', Packer: 'C', Driver: 'I' });
  });

  it('shows a letter that was accepted beyond the stream, and drops it when its reason is gone', () => {
    const accepted = kept(
      context,
      judge(context, [{ holder: 'Joiner', step: 'Measure the kitchen', letter: 'C', reason: null }]),
    );
    expect(lettersOf(withAssignments(context, accepted), 'Measure the kitchen')).toHaveProperty(
      'Joiner',
      'C',
    );
    const without = gateContext({ ...CABINET_SHOP, returns: [] });
    expect(lettersOf(withAssignments(without, accepted), 'Measure the kitchen')).not.toHaveProperty('Joiner');
  });

  it('has one accountable when an owner takes over: the A leaves the role, and the row says where it rested', () => {
    const taken = kept(
      context,
      judge(context, [{ holder: 'Marta', step: 'Send the bill', letter: 'A', reason: null }]),
    );
    const after = withAssignments(context, taken);
    expect(lettersOf(after, 'Send the bill')).toEqual({ 'Office clerk': 'R' });
    expect(after.matrix?.rows.at(-1)?.taken).toMatchObject({ holder: 'Marta', because: [{ rule: 'OWNS' }] });
    expect(
      judge(after, [{ holder: 'Office clerk', step: 'Send the bill', letter: 'A', reason: null }]),
    ).toMatchObject([{ kind: 'RefusedWish', reasons: [{ code: 'SECOND_ACCOUNTABLE' }] }]);
    expect(after.matrix?.rows.at(-1)?.notes).toEqual([
      'Accountable here, taken in revision 1: Marta, owner of the stream "Kitchen to cheque"; in the structure it rests with Office clerk.',
    ]);
  });
});

const NAMES = ['joinery', 'painting', 'driving', 'selling', 'welding'];

/** Random streams: every step needs one or two capabilities, roles hold one capability each, some steps ask, tell and approve. */
const sketches: fc.Arbitrary<GateSketch> = fc
  .array(
    fc.record({
      needs: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
      asks: fc.array(fc.constantFrom('P0', 'P1', 'Step 0', 'Nobody'), { maxLength: 2 }),
      tells: fc.array(fc.constantFrom('P0', 'P1', 'Step 1'), { maxLength: 2 }),
      by: fc.subarray(['P0', 'P1']),
      outside: fc.boolean(),
      approvesFirst: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => ({
    steps: steps.map(({ approvesFirst, ...step }, index) => ({
      ...step,
      name: `Step ${index}`,
      approves: approvesFirst && index > 0 ? ['Step 0'] : [],
    })),
    roles: Object.fromEntries(
      NAMES.map((name) => [
        `${name} role`,
        steps.flatMap(({ needs, outside }, index) =>
          !outside && needs.includes(name) ? [[`Step ${index}`, name] as const] : [],
        ),
      ]),
    ),
  }));

describe('laws of the matrix', () => {
  it('has one A and at least one R for every step done inside', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { matrix, stream } = gateContext(sketch);
        for (const row of matrix?.rows ?? []) {
          const inside = !stream.steps.find(({ key }) => key === row.step)?.outside;
          expect(row.cells.filter(({ letter }) => letter === 'A')).toHaveLength(inside ? 1 : 0);
          expect(row.cells.some(({ letter }) => letter === 'R')).toBe(inside);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never gives C or I to a role that has another letter of the step', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        for (const row of gateContext(sketch).matrix?.rows ?? []) {
          const weak = row.cells.filter(({ letter }) => letter === 'C' || letter === 'I');
          for (const { role } of weak) expect(row.cells.filter((cell) => cell.role === role)).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('accepts each of its own cells as a wish that is in force, for the reasons of the cell', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const proposed = gateContext(sketch);
        const cells = cellsOf(proposed.matrix);
        const wishes = cells.map(({ role, step, letter }) => ({ holder: role, step, letter, reason: null }));
        const verdicts = judge(proposed, wishes);
        expect(verdicts.map((verdict) => verdict.kind === 'AcceptedWish' && verdict.inForce)).toEqual(
          cells.map(() => true),
        );
        verdicts.forEach((verdict, index) => {
          if (verdict.kind === 'AcceptedWish') expect(verdict.because).toEqual(cells[index]?.because);
        });
      }),
      { numRuns: 200 },
    );
  });
});
