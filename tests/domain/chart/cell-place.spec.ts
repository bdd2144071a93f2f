import { describe, expect, it } from '@jest/globals';
import { cellName, cellNames } from '../../../src/domain/chart/index.js';

describe('cellName', () => {
  it.each([
    [1, 1, 'A1'],
    [7, 2, 'B7'],
    [3, 26, 'Z3'],
    [3, 27, 'AA3'],
    [9, 702, 'ZZ9'],
    [9, 703, 'AAA9'],
  ])('calls row %i, column %i by the name a spreadsheet gives it: %s', (row, column, name) => {
    expect(cellName({ row, column })).toBe(name);
  });

  it('names a cell once, however many roles it holds', () => {
    const at = { row: 8, column: 3 };
    expect(cellNames([at, at])).toBe('C8');
  });

  it('gives several cells as one reference', () => {
    expect(
      cellNames([
        { row: 7, column: 2 },
        { row: 7, column: 4 },
      ]),
    ).toBe('B7,D7');
  });
});
