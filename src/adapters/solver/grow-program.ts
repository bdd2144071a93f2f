import type { Highs } from 'highs';
import type { GrowingProgram, LinearAnswer, ProgramRow } from '../../domain/index.js';
import { matrixOf } from './matrix-of.js';

/** A linear program that keeps its basis between solves; one that is interrupted has no answer. */
export function growProgram(
  highs: Highs,
  rows: readonly ProgramRow[],
  isEnough?: () => boolean,
): GrowingProgram {
  const model = highs.createModel();
  model.options.set({ output_flag: false });
  model.addRows({
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: 0,
      starts: new Int32Array(rows.length + 1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  });
  return {
    addColumns: (columns) => {
      if (columns.length === 0) return;
      model.addCols({
        cost: Float64Array.from(columns, ({ cost }) => cost),
        lower: new Float64Array(columns.length),
        upper: Float64Array.from(columns, ({ upper }) => upper),
        matrix: matrixOf(columns, model.getDimensions().numRows),
      });
    },
    addRow: ({ lower, upper }, columns, values) => {
      model.addRow(lower, upper, { indices: columns, values });
    },
    solve: (mostIterations) => solve(highs, model, mostIterations, isEnough),
    release: () => model.dispose(),
  };
}

function solve(
  highs: Highs,
  model: ReturnType<Highs['createModel']>,
  mostIterations: number,
  isEnough?: () => boolean,
): LinearAnswer | null {
  model.options.set({ simplex_iteration_limit: mostIterations });
  model.run({
    [highs.constants.callbackType.simplexInterrupt]: (event: { interrupt(): void }) => {
      if (isEnough?.()) event.interrupt();
    },
  });
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
  const { colValue, rowDual } = model.getSolution();
  return {
    objective: model.getObjectiveValue(),
    values: colValue,
    prices: rowDual,
    iterations: Number(model.info.get('simplex_iteration_count')),
  };
}
