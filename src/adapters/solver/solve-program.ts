import type { Highs, ModelData } from 'highs';
import type { IntegerAnswer, IntegerProgram } from '../../domain/index.js';
import { matrixOf } from './matrix-of.js';

const NO_MORE_THAN_ONE_SEED = 0;

/** One integer program, solved from scratch; interrupted by a count of simplex iterations, which no load changes, or by who says that it is enough. */
export function solveProgram(
  highs: Highs,
  program: IntegerProgram,
  mostIterations: number,
  isEnough: () => boolean = () => false,
): IntegerAnswer {
  return highs.withModel((model): IntegerAnswer => {
    model.options.set({
      output_flag: false,
      random_seed: NO_MORE_THAN_ONE_SEED,
      mip_rel_gap: 0,
      mip_abs_gap: program.tolerance,
    });
    model.passModel(modelOf(highs, program));
    if (program.start) model.setSolution({ colValue: program.start });
    let iterations = 0;
    model.run({
      [highs.constants.callbackType.mipInterrupt]: (event: {
        readonly data: { readonly mip_total_lp_iterations?: bigint };
        interrupt(): void;
      }) => {
        iterations = Number(event.data.mip_total_lp_iterations ?? 0n);
        if (iterations > mostIterations || isEnough()) event.interrupt();
      },
    });
    const status = highs.constants.modelStatus;
    const found = model.getModelStatus();
    if (found === status.infeasible)
      return { kind: 'IMPOSSIBLE', values: null, objective: Infinity, bound: Infinity, iterations };
    const hasValues = Number(model.info.get('primal_solution_status')) === FEASIBLE;
    const bound = Number(model.info.get('mip_dual_bound'));
    const values = hasValues ? model.getSolution().colValue : null;
    const objective = hasValues ? model.getObjectiveValue() : Infinity;
    const kind = !hasValues ? 'OPEN' : found === status.optimal ? 'OPTIMAL' : 'FEASIBLE';
    return { kind, values, objective, bound: Number.isNaN(bound) ? -Infinity : bound, iterations };
  });
}

/** How HiGHS says that a solution keeps all rows. */
const FEASIBLE = 2;

function modelOf(highs: Highs, { rows, columns, fractional }: IntegerProgram): ModelData {
  const integrality = new Int32Array(columns.length).fill(highs.constants.variableType.integer);
  for (const at of fractional) integrality[at] = highs.constants.variableType.continuous;
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: matrixOf(columns, rows.length),
    integrality,
  };
}
