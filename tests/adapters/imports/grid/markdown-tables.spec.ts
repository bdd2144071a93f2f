import { describe, expect, it } from '@jest/globals';
import { markdownTables } from '../../../../src/adapters/imports/grid/markdown-tables.js';

describe('the tables of a Markdown document', () => {
  it('stand under the heading above them, with what was escaped as it was meant', () => {
    const text =
      '# Shop\n\nWords.\n\n## Who *does* what\n\n| Step | A\\|B |\n| --- | :-: |\n| Cut\\_it | **R A** |\n\nend\n';
    expect(markdownTables(text)).toEqual([
      { sheet: 'Who *does* what', rows: [['Step', 'A|B'], [], ['Cut_it', '**R A**']], told: [] },
    ]);
  });

  it('are none where a file is nothing but a table, or has no rule under a head', () => {
    expect(markdownTables('| a | b |\n| --- | --- |\n| R | A |\n')).toEqual([]);
    expect(markdownTables('Words\n| a | b |\n| R | A |\n')).toEqual([]);
  });

  it('may end in the middle of an escape', () => {
    expect(markdownTables('x\n| a | b |\n|-|-|\n| c \\|')[0]?.rows.at(-1)).toEqual(['c \\']);
  });
});
