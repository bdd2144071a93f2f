import { describe, expect, it } from '@jest/globals';
import { escapeMarkdown } from '../../../src/adapters/reports/escape-markdown.js';
import { printMarkdown } from '../../../src/adapters/reports/print-markdown.js';
import { attackedReport, ATTACKS, BAKERY, reportOf } from '../../support/report-case.js';

const report = reportOf(BAKERY);
const text = printMarkdown(report);

/** How many cells each line has, bars behind a backslash not counted; lines that are no table are told by their beginning. */
function shapeOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) =>
      line.startsWith('|')
        ? `row of ${line.replace(/\\[\s\S]/g, '').split('|').length}`
        : (/^#+ |^- /.exec(line)?.[0] ?? 'text'),
    );
}

describe('the Markdown report', () => {
  it('has the matrix first, and every section under its heading', () => {
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Responsibility matrix',
      '## Roles',
      '## Findings',
      '## Why each letter stands',
      '## Accepted beyond the stream',
      '## Refused',
      '## Measures',
      '## The two forces',
      '## How the structure was found',
      '## Conventions',
    ]);
  });

  it('has tables whose rows all have the cells of their head', () => {
    for (const table of text.split('\n\n').filter((block) => block.startsWith('|'))) {
      expect(new Set(shapeOf(table)).size).toBe(1);
    }
  });

  it('cuts a wide matrix into tables of at most twelve roles', () => {
    const roles = Array.from({ length: 30 }, (_, index) => `Role ${index}`);
    const wide = printMarkdown({ ...report, matrix: { ...report.matrix, roles } });
    expect(wide.match(/^\| Step \| Force \|/gm)).toHaveLength(3);
  });
});

describe('text of users in Markdown', () => {
  const harmless = shapeOf(printMarkdown(attackedReport('harmless')));

  it.each(ATTACKS.map((attack) => [JSON.stringify(attack), attack]))('stays text: %s', (_, attack) => {
    const attacked = printMarkdown(attackedReport(attack));
    expect(shapeOf(attacked)).toEqual(harmless);
    expect(attacked).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
    expect(attacked).not.toMatch(/(^|[^\\])<[a-z/!]/im);
    expect(attacked).not.toMatch(/(^|[^\\])\]\(/);
    expect(attacked).not.toMatch(/[a-z]:\/\//);
  });

  it('escapes what means something, and leaves plain sentences as they are', () => {
    expect(escapeMarkdown('Answer the call: 10 min (line 3), 90 %.')).toBe(
      'Answer the call: 10 min (line 3), 90 %.',
    );
    expect(escapeMarkdown('# a | b')).toBe('\\# a \\| b');
    expect(escapeMarkdown('1. first')).toBe('1\\. first');
    expect(escapeMarkdown('- [x](http://y)')).toBe('\\- \\[x\\](http\\://y)');
  });
});
