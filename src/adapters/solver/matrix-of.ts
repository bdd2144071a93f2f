import type { ProgramColumn } from '../../domain/index.js';

/** Columns as HiGHS takes them: entries of one column after those of the other. */
export function matrixOf(columns: readonly ProgramColumn[], numRows: number) {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, at) => (starts[at + 1] = (starts[at] ?? 0) + column.rows.length));
  const entries = starts[columns.length] ?? 0;
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  columns.forEach((column, at) => {
    indices.set(column.rows, starts[at]);
    values.set(column.values, starts[at]);
  });
  return { format: 'csc' as const, numRows, numCols: columns.length, starts, indices, values };
}
