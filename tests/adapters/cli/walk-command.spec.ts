import { describe, expect, it } from '@jest/globals';
import { run } from '../../support/recorded-terminal.js';

const FERRY = `stream Phone call to ferry crossing
customer: Islander
demand: ~30/week
sales:
Book the seat @Runa 10m {booking}
fulfilment:
Cross the sound @Odd ~1h
`;

describe('headwater walk', () => {
  it('prints the questions of each person as text', async () => {
    const { code, out, err } = await run(['walk', '-'], { input: FERRY });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('# Walk sheet: Phone call to ferry crossing');
    expect(out.match(/^## .*/gm)).toEqual(['## Runa', '## Odd', '## Whoever leads the walk']);
    expect(out).toContain('Cross the sound @Odd ____');
    expect(out).toContain('today: we guess 1 h');
  });

  it('writes the same as a page and as a table', async () => {
    const html = await run(['walk', '-', '--format', 'html'], { input: FERRY });
    expect(html.out.match(/<section class="page">/g)).toHaveLength(3);
    const csv = await run(['walk', '-', '--format', 'csv'], { input: FERRY });
    const json = await run(['walk', '-', '--format', 'json'], { input: FERRY });
    const { pages } = JSON.parse(json.out) as { pages: { questions: number }[] };
    const questions = pages.reduce((sum, page) => sum + page.questions, 0);
    expect(csv.out.trimEnd().split('\r\n')).toHaveLength(questions + 1);
  });

  it('says what is wrong with the napkin, and writes nothing', async () => {
    const { code, out, err } = await run(['walk', '-'], { input: 'sales:\nAsk @A\nback to Nobody 20%\n' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('UNKNOWN_STEP_REFERENCE');
    expect(err).toContain('no walk sheet was written');
  });

  it('names the formats where another is asked for', async () => {
    const { code, err } = await run(['walk', '-', '--format', 'pdf'], { input: FERRY });
    expect(code).toBe(2);
    expect(err).toContain('markdown, csv, html, json');
  });
});
