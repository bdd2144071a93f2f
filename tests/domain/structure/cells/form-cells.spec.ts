import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  QUICK_CELL_LIMITS,
  formCells,
  type Incidence,
} from '../../../../src/domain/structure/cells/index.js';
import { bestEfficacyByTryingAll, cellFaultsOf } from '../../../support/cell-checker.js';

/** A table as it is drawn: a row for each machine, x where it works on the part. */
function drawn(...rows: readonly string[]): Incidence {
  const ones = rows.flatMap((row, machine) =>
    Array.from(row, (sign, part) => [machine, part, sign] as const).flatMap(([m, p, sign]) =>
      sign === 'x' ? [[m, p] as const] : [],
    ),
  );
  return { machines: rows.length, parts: rows[0]?.length ?? 0, ones };
}

function tables(mostMachines: number, mostParts: number): fc.Arbitrary<Incidence> {
  return fc
    .record({
      machines: fc.integer({ min: 1, max: mostMachines }),
      parts: fc.integer({ min: 1, max: mostParts }),
    })
    .chain(({ machines, parts }) => {
      const place = fc.tuple(fc.nat({ max: machines - 1 }), fc.nat({ max: parts - 1 }));
      return fc
        .uniqueArray(place, { maxLength: machines * parts, selector: ([m, p]) => `${m} ${p}` })
        .map((ones) => ({
          machines,
          parts,
          ones,
        }));
    });
}

describe('cells', () => {
  it('finds two families of machines that have nothing to do with each other, and proves them', () => {
    const incidence = drawn('xx..', '..xx', 'xx..', '..xx');
    const formation = formCells(incidence, { residualCells: false }, QUICK_CELL_LIMITS);
    expect(formation.cells).toEqual([
      { machines: [0, 2], parts: [0, 1] },
      { machines: [1, 3], parts: [2, 3] },
    ]);
    expect(formation).toMatchObject({ efficacy: 1, voids: 0, upperBound: 1, gap: 0, proven: true });
  });

  it('counts an operation outside its cell and an empty place inside as the measure does', () => {
    const formation = formCells(drawn('xx.', 'x..', '.xx'), { residualCells: false }, QUICK_CELL_LIMITS);
    expect(formation.efficacy).toBe(formation.onesInside / (5 + formation.voids));
    expect(formation.efficacy).toBe(bestEfficacyByTryingAll(drawn('xx.', 'x..', '.xx'), false));
  });

  it('leaves a machine that belongs nowhere alone where residual cells are allowed, and nowhere else', () => {
    const incidence = drawn('xxx...', 'xxx...', '...xxx', '...xxx', 'x....x');
    const loose = formCells(incidence, { residualCells: true }, QUICK_CELL_LIMITS);
    const strict = formCells(incidence, { residualCells: false }, QUICK_CELL_LIMITS);
    expect(loose.cells).toContainEqual({ machines: [4], parts: [] });
    expect(strict.cells.every(({ machines, parts }) => machines.length > 0 && parts.length > 0)).toBe(true);
    expect(loose.efficacy).toBeGreaterThan(strict.efficacy ?? 1);
  });

  it('says that nothing can be computed where nobody works on anything', () => {
    for (const residualCells of [false, true]) {
      const formation = formCells(drawn('..', '..'), { residualCells }, QUICK_CELL_LIMITS);
      expect(formation).toMatchObject({ efficacy: null, upperBound: null, proven: true });
      expect(cellFaultsOf(drawn('..', '..'), residualCells, formation)).toEqual([]);
    }
    const empty = formCells({ machines: 0, parts: 0, ones: [] }, { residualCells: true }, QUICK_CELL_LIMITS);
    expect(empty.cells).toEqual([]);
  });

  it('keeps members together that are one machine, and the room of a cell', () => {
    const incidence = { ...drawn('x.', 'x.', 'x.', '.x'), sizes: [2, 1, 1, 3], loads: [4, 3, 3, 9], room: 7 };
    const formation = formCells(incidence, { residualCells: true }, QUICK_CELL_LIMITS);
    expect(cellFaultsOf(incidence, true, formation)).toEqual([]);
    expect(formation.efficacy).toBe(bestEfficacyByTryingAll(incidence, true));
  });

  it('answers the same twice', () => {
    const incidence = drawn('xx.x..', '.xx..x', 'x..xx.', '..x.xx', 'x.x.x.', '.x.x.x');
    const answer = () => formCells(incidence, { residualCells: false }, QUICK_CELL_LIMITS);
    expect(answer()).toEqual(answer());
  });
});

describe('cells of random tables', () => {
  it.each([false, true])('are the best of all partitions (residual cells: %s)', (residual) => {
    fc.assert(
      fc.property(tables(5, 5), (incidence) => {
        const formation = formCells(incidence, { residualCells: residual }, QUICK_CELL_LIMITS);
        expect(cellFaultsOf(incidence, residual, formation)).toEqual([]);
        expect(formation.proven).toBe(true);
        expect(formation.efficacy).toBe(bestEfficacyByTryingAll(incidence, residual));
      }),
      { numRuns: 250 },
    );
  });

  it('are the best where members must stay together and cells have limited room', () => {
    const limited = tables(5, 4).chain((table) =>
      fc
        .record({
          sizes: fc.array(fc.integer({ min: 1, max: 3 }), {
            minLength: table.machines,
            maxLength: table.machines,
          }),
          loads: fc.array(fc.integer({ min: 0, max: 6 }), {
            minLength: table.machines,
            maxLength: table.machines,
          }),
          room: fc.integer({ min: 1, max: 12 }),
        })
        .map((limits): Incidence => ({
          ...table,
          ...limits,
          ones: [...table.ones, ...table.ones.slice(0, 3)],
        })),
    );
    fc.assert(
      fc.property(limited, (incidence) => {
        const formation = formCells(incidence, { residualCells: true }, QUICK_CELL_LIMITS);
        expect(cellFaultsOf(incidence, true, formation)).toEqual([]);
        expect(formation.efficacy).toBe(bestEfficacyByTryingAll(incidence, true));
      }),
      { numRuns: 200 },
    );
  });

  it('stay feasible under a bound that holds, however little work is allowed', () => {
    fc.assert(
      fc.property(tables(6, 5), fc.boolean(), fc.nat({ max: 2_000 }), (incidence, residualCells, work) => {
        const formation = formCells(incidence, { residualCells }, { search: work, proof: work });
        expect(cellFaultsOf(incidence, residualCells, formation)).toEqual([]);
        const best = bestEfficacyByTryingAll(incidence, residualCells);
        if (best !== null) expect(formation.upperBound).toBeGreaterThanOrEqual(best - 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});
