import { describe, expect, it } from '@jest/globals';
import { reportPictures } from '../../../src/application/index.js';
import { drawPicture, drawSheets, toPng } from '../../../src/adapters/pictures/index.js';
import { printHtml } from '../../../src/adapters/reports/print-html.js';
import { measuredOne } from '../pictures/drawn.js';
import { attackedReport, ATTACKS, BAKERY, reportOf } from '../../support/report-case.js';

const report = reportOf(BAKERY);
const page = printHtml(report);

/** The tags of a page in their order, attributes included. */
function tagsOf(html: string): string[] {
  return html.match(/<[a-z!/][^>]*>/gi) ?? [];
}

/** Tags with the text of attributes taken out, so that pages of one shape are equal; what stands between backticks is code. */
function shapeOf(html: string): string[] {
  return tagsOf(html.replace(/<\/?code>/g, '')).map((tag) => tag.replace(/"[^"]*"/g, '""'));
}

describe('the HTML report', () => {
  it('is one file: language, title, a policy without script, nothing from elsewhere', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('<title>Who does what: Order to delivered cake</title>');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|https?:\/\//i);
  });

  it('has heads that say what they head, and captions', () => {
    expect(page).toContain('<th scope="col" class="role"');
    expect(page).toContain('<th scope="row" class="step">');
    expect(page.match(/<table>/g)?.length).toBe(page.match(/<caption/g)?.length);
  });

  it('tells letters by their text and meaning, not by colour alone', () => {
    expect(page).toContain('<abbr class="letter A" title="accountable">A</abbr>');
    expect(page).toContain('<abbr class="letter R" title="responsible">R</abbr>');
  });

  it('closes every tag that it opens', () => {
    const open: string[] = [];
    for (const tag of tagsOf(page.replace(/<style>[\s\S]*?<\/style>/, ''))) {
      const name = /^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
      if (['meta', 'br', ''].includes(name)) continue;
      if (tag.startsWith('</')) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('prints on paper and in the dark', () => {
    for (const rule of ['@media print', '@page', 'prefers-color-scheme: dark', 'table-header-group']) {
      expect(page).toContain(rule);
    }
  });

  it('prints what is to be typed as code', () => {
    const message = 'Write a line such as `demand: <40>/month`.';
    const findings = [{ code: 'X', severity: 'INFO' as const, message, steps: [] }];
    expect(printHtml({ ...report, findings })).toContain(
      'Write a line such as <code>demand: &lt;40&gt;/month</code>.',
    );
  });

  it('does not repeat the unit that heads the column', () => {
    expect(page).toContain('<th scope="col">Hours a week</th><th scope="col">FTE</th>');
    expect(page).not.toMatch(/<td>(at least )?[\d.]+ (h a week|FTE)<\/td>/);
  });

  it('has a column for the owner who took the accountability, and no second A in the row', () => {
    expect(page).toContain('Ruth (owner)');
    const row = /<tr><th scope="row" class="step">[^\n]*Send the invoice[^\n]*/.exec(page)?.[0] ?? '';
    expect(row.match(/class="letter A"/g)).toHaveLength(1);
  });

  it('cuts a wide matrix into tables of at most fourteen roles, and lists the roles of a very wide one', () => {
    const roles = (count: number): string[] => Array.from({ length: count }, (_, index) => `Role ${index}`);
    const wide = printHtml({ ...report, matrix: { ...report.matrix, roles: roles(30) } });
    expect(wide).toContain('part 3 of 3');
    const page = printHtml({ ...report, matrix: { ...report.matrix, roles: roles(14) } });
    expect(page).not.toContain('part 1 of');
    expect(wide.match(/class="role"/g)?.length).toBe(30);
    const listed = printHtml({ ...report, matrix: { ...report.matrix, roles: roles(100) } });
    expect(listed).not.toContain('class="role"');
  });
});

describe('the pictures of the HTML report', () => {
  const { stream, metrics } = measuredOne(BAKERY);
  const pictures = reportPictures({ drawPicture, drawSheets, toPng }, stream, metrics);
  const withPictures = printHtml(report, pictures);

  it('stand in the page itself, light, a sheet of A4 each, under a caption', () => {
    expect(pictures.map(({ title }) => title)).toEqual([
      'Value stream map',
      'Work content against takt',
      'The two forces',
    ]);
    expect(withPictures.match(/<figure class="sheet">/g)).toHaveLength(
      pictures.flatMap(({ sheets }) => sheets).length,
    );
    expect(withPictures).toContain('width="297mm" height="210mm"');
    expect(withPictures).toContain('@page sheet { size: A4 landscape');
  });

  it('have no ids that could meet each other, and nothing from elsewhere', () => {
    const figures = withPictures.slice(withPictures.indexOf('<section class="pictures">'));
    expect(figures).not.toMatch(/\sid=|url\(|href=|<style|<script/);
    expect(withPictures.startsWith(page.slice(0, page.indexOf('</main>')))).toBe(true);
  });

  it('are left out of a report of a stream without steps or with very many', () => {
    const many = Array.from({ length: 201 }, (_, nth) => `Do the thing ${nth} @A 5m`).join('\n');
    for (const napkin of ['stream Empty\n', `stream Many\nsales:\n${many}\n`]) {
      const one = measuredOne(napkin);
      expect(reportPictures({ drawPicture, drawSheets, toPng }, one.stream, one.metrics)).toEqual([]);
    }
  });
});

describe('text of users in HTML', () => {
  const harmless = shapeOf(printHtml(attackedReport('harmless')));

  it.each(ATTACKS.map((attack) => [JSON.stringify(attack), attack]))(
    'adds no tag and no attribute: %s',
    (_, attack) => {
      const attacked = printHtml(attackedReport(attack));
      expect(shapeOf(attacked)).toEqual(harmless);
      expect(attacked).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
    },
  );
});
