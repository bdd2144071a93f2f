export * from './cell-formation.js';
export { QUICK_CELL_LIMITS, formCells } from './form-cells.js';
export { rateCells } from './rate-cells.js';
