import { describe, expect, it } from '@jest/globals';
import { underRasci } from '../../../src/domain/responsibility/index.js';
import { gateContext } from '../../support/gate-builder.js';

const context = gateContext({
  steps: [
    { name: 'Fit the kitchen', needs: ['wiring', 'joinery', 'kitchen fitting'], asks: ['Office'] },
    { name: 'Test the hob', needs: ['wiring', 'joinery'] },
    { name: 'Send the invoice', needs: ['billing'] },
  ],
  roles: {
    Electrician: [
      ['Fit the kitchen', 'wiring'],
      ['Test the hob', 'wiring'],
    ],
    Fitter: [
      ['Fit the kitchen', 'joinery'],
      ['Fit the kitchen', 'kitchen fitting'],
      ['Test the hob', 'joinery'],
    ],
    Office: ['Send the invoice'],
  },
});
const rows = context.matrix ? underRasci(context.matrix, context.demands) : [];
const lettersOf = (nth: number): readonly string[] =>
  (rows[nth]?.cells ?? []).map(
    ({ role, letter, supports }) => `${role} ${letter}${supports ? ` → ${supports}` : ''}`,
  );

describe('the matrix under RASCI', () => {
  it('lets the role that carries most of a step lead it, and the others support it', () => {
    expect(lettersOf(0)).toEqual(['electrician S → fitter', 'fitter R', 'fitter A', 'office C']);
  });

  it('lets the first named lead where all carry as much', () => {
    expect(lettersOf(1)).toEqual(['electrician R', 'electrician A', 'fitter S → electrician']);
  });

  it('is the same where one role carries a step, and loses no reason', () => {
    expect(lettersOf(2)).toEqual(['office R', 'office A']);
    const cells = context.matrix?.rows.flatMap((row) => row.cells.map(({ because }) => because));
    expect(rows.flatMap((row) => row.cells.map(({ because }) => because))).toEqual(cells);
  });
});
