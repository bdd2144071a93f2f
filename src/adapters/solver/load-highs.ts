import loadRuntime from 'highs';
import type { IntegerSolver } from '../../domain/index.js';
import { growProgram } from './grow-program.js';
import { solveProgram } from './solve-program.js';

/**
 * Loads HiGHS (Huangfu and Hall 2018, Mathematical Programming Computation 10:119), compiled to WebAssembly: one thread,
 * no clock, so the same program has the same answer on every machine. After loading each call is synchronous.
 */
export async function loadHighs(): Promise<IntegerSolver> {
  // Declared as CommonJS, delivered as a module: the default export is the loader itself.
  const load = loadRuntime as unknown as typeof loadRuntime.default;
  const highs = await load();
  return {
    grow: (rows, isEnough) => growProgram(highs, rows, isEnough),
    solve: (program, mostIterations, isEnough) => solveProgram(highs, program, mostIterations, isEnough),
  };
}
