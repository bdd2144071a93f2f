import { describe, expect, it } from '@jest/globals';
import { loadHighs } from '../../../src/adapters/solver/index.js';
import type { IntegerProgram } from '../../../src/domain/index.js';

const solver = await loadHighs();

const once = { lower: 1, upper: 1 };

/** Three things, each pair of them for 3, each alone for 2: halves of the pairs cost 4.5, whole answers 5. */
const PAIRS: IntegerProgram = {
  rows: [once, once, once],
  columns: [
    { cost: 3, upper: 1, rows: [0, 1], values: [1, 1] },
    { cost: 3, upper: 1, rows: [1, 2], values: [1, 1] },
    { cost: 3, upper: 1, rows: [0, 2], values: [1, 1] },
    { cost: 2, upper: 1, rows: [0], values: [1] },
    { cost: 2, upper: 1, rows: [1], values: [1] },
    { cost: 2, upper: 1, rows: [2], values: [1] },
  ],
  fractional: [],
  start: null,
  tolerance: 0,
};

describe('the solver from outside', () => {
  it('finds the best whole answer and proves it', () => {
    const { kind, objective, bound, values } = solver.solve(PAIRS, 1_000);
    expect({ kind, objective, bound }).toEqual({ kind: 'OPTIMAL', objective: 5, bound: 5 });
    expect(values?.reduce((sum, value) => sum + value, 0)).toBe(2);
  });

  it('says that there is no answer where there is none', () => {
    const program = { ...PAIRS, columns: PAIRS.columns.slice(0, 3) };
    expect(solver.solve(program, 1_000)).toMatchObject({ kind: 'IMPOSSIBLE', values: null });
  });

  it('solves a program again from where it stood when columns and rows are added, and prices its rows', () => {
    const program = solver.grow([once, once, once]);
    program.addColumns(PAIRS.columns.slice(3));
    expect(program.solve(100)?.objective).toBe(6);
    program.addColumns(PAIRS.columns.slice(0, 3));
    const shared = program.solve(100);
    expect(shared?.objective).toBe(4.5);
    expect(shared?.prices.reduce((sum, price) => sum + price, 0)).toBeCloseTo(4.5, 9);
    program.addRow({ lower: -Infinity, upper: 1 }, [3, 4, 5], [1, 1, 1]);
    expect(program.solve(100)?.objective).toBe(5);
    program.release();
  });

  it('stops by iterations, and then has no fractional answer', () => {
    const program = solver.grow([once, once, once]);
    program.addColumns(PAIRS.columns);
    expect(program.solve(0)).toBeNull();
    program.release();
  });
});
