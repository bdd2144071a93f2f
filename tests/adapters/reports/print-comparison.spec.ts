import { describe, expect, it } from '@jest/globals';
import { printComparison } from '../../../src/adapters/reports/index.js';
import { compareNapkins } from '../../../src/application/index.js';

const BEFORE = 'stream Hats | <b>\nsales:\nCut *felt* 1h\nwait 1d\nSew 2h 80%\n';
const AFTER = 'stream Hats | <b>\nsales:\nCut *felt* 1h\nSew 1h 90%\n<script> 5m\n';

function compared() {
  const { comparison } = compareNapkins(BEFORE, AFTER);
  if (!comparison) throw new Error('the case has errors');
  return comparison;
}

describe('a comparison on paper', () => {
  it('names its file and what it is', () => {
    expect(printComparison(compared(), 'MARKDOWN')).toMatchObject({
      filename: 'comparison.md',
      mediaType: 'text/markdown; charset=utf-8',
    });
  });

  it('as Markdown: names of users make no table cell, no emphasis and no HTML', () => {
    const { content } = printComparison(compared(), 'MARKDOWN');
    expect(content).toContain('# Hats \\| \\<b\\>: before and after');
    expect(content).toContain('| = | 1 Cut \\*felt\\* | 1 Cut \\*felt\\* | kept |');
    expect(content).toContain('| … process time 2 h | … process time 1 h | better |');
    expect(content).toContain('| − | wait before "Sew": 1 d |  | gone |');
  });

  it('as HTML: one page without script, everything escaped, verdicts in words', () => {
    const { content } = printComparison(compared(), 'HTML');
    expect(content).toContain("default-src 'none'");
    expect(content).not.toContain('<script>');
    expect(content).toContain('&lt;script&gt;');
    expect(content).toContain('<span class="better">better</span>');
  });

  it('as JSON: the whole of it, and the same twice', () => {
    const { content } = printComparison(compared(), 'JSON');
    expect(JSON.parse(content)).toEqual(JSON.parse(JSON.stringify(compared())));
    expect(printComparison(compared(), 'JSON').content).toBe(content);
  });
});
