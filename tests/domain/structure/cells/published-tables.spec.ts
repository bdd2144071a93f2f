import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { formCells, type Incidence } from '../../../../src/domain/structure/cells/index.js';
import { cellFaultsOf } from '../../../support/cell-checker.js';

const folder = new URL('../../../../../shared/truths/optimisation/cfp/', import.meta.url);
const here = existsSync(folder);
const LIMITS = { search: 20e6, proof: 10e6 };
/** Published values have four digits, some of them rounded twice. */
const PRINTED = 0.000_06;

function table(set: string, id: string): Incidence {
  const files = new URL(`testset_${set}/`, folder);
  const name = readdirSync(files).find((file) => file.startsWith(id)) ?? '';
  const [size, ...lines] = readFileSync(new URL(name, files), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const ones = lines.flatMap(([machine, ...parts]) =>
    parts.map((part) => [(machine ?? 1) - 1, part - 1] as const),
  );
  return { machines: size?.[0] ?? 0, parts: size?.[1] ?? 0, ones };
}

/** Proved optima: without residual cells, and with them. */
const PROVED = [
  ['a', 'A02', 0.6957, 0.6957],
  ['a', 'A03', 0.7959, 0.8085],
  ['a', 'A09', 0.5872, 0.5872],
  ['a', 'A11', 0.92, 0.92],
  ['a', 'A13', 0.7183, 0.7286],
  ['a', 'A20', 0.7791, 0.7888],
  ['a', 'A35', 0.8403, 0.8403],
  ['b', 'B13', 0.5962, 0.6042],
  ['b', 'B17', 0.6552, 0.6842],
  ['b', 'B25', 0.76, 0.8],
] as const;

/** Skipped where the folder of published instances is not beside the project. */
(here ? describe : describe.skip)('published tables of machines and parts', () => {
  it.each(PROVED)(
    '%s %s: the proved optimum is reached and proven, in both forms',
    (set, id, without, with_) => {
      const incidence = table(set, id);
      for (const [residual, optimum] of [
        [false, without],
        [true, with_],
      ] as const) {
        const formation = formCells(incidence, { residualCells: residual }, LIMITS);
        expect(cellFaultsOf(incidence, residual, formation)).toEqual([]);
        expect(Math.abs((formation.efficacy ?? 0) - optimum)).toBeLessThan(PRINTED);
        expect(formation.proven).toBe(true);
      }
    },
  );

  it.each([
    ['a', 'A18', 0.4345, 0.4397],
    ['a', 'A33', 0.48, 0.4829],
    ['b', 'B32', 0.6193, 0.6193],
  ] as const)(
    '%s %s: the best that is known is reached, under a bound above it',
    (set, id, without, with_) => {
      const incidence = table(set, id);
      for (const [residual, known] of [
        [false, without],
        [true, with_],
      ] as const) {
        const formation = formCells(incidence, { residualCells: residual }, LIMITS);
        expect(cellFaultsOf(incidence, residual, formation)).toEqual([]);
        expect(formation.efficacy).toBeGreaterThanOrEqual(known - PRINTED);
        expect(formation.upperBound).toBeGreaterThanOrEqual(known);
      }
    },
  );
});
