import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { reportPictures } from '../../../src/application/index.js';
import { drawPicture, drawSheets, toPng, type Chart } from '../../../src/adapters/pictures/index.js';
import { printRaciReport } from '../../../src/adapters/reports/index.js';
import { openBrowser } from '../../support/browser.js';
import { ATTACKS, BAKERY, reportOf } from '../../support/report-case.js';
import { measuredOne, sixtySteps, type Measured } from './drawn.js';

const CHARTS: readonly Chart[] = ['map', 'load', 'forces'];
const PICTURES_TOO: readonly string[] = [
  ']]></svg><script>alert(1)</script>',
  '<foreignObject><iframe src=javascript:alert(1)></foreignObject>',
  '<use href="https://example.invalid/a.svg#b"/>',
  '<animate attributeName=href to=javascript:alert(1) begin=0s>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  'url(https://example.invalid/font.woff)',
  '--><image href=https://example.invalid/x onerror=alert(1)>',
];

let browser: Browser;
let page: Page;
const disturbed: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.on('dialog', (dialog) => {
    disturbed.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => disturbed.push(String(error)));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === 'http://pictures.invalid/') return route.fallback();
    disturbed.push(`asked for ${url}`);
    return route.abort();
  });
});
afterAll(() => browser.close());

/** Opens a text of a media type as a page of its own. */
async function open(body: string, contentType: string): Promise<void> {
  await page.unroute('http://pictures.invalid/');
  await page.route('http://pictures.invalid/', (route) => route.fulfill({ body, contentType }));
  await page.goto('http://pictures.invalid/');
}

/** A small stream in which everything that people name is called so. */
function named(name: string): Measured {
  const one = measuredOne(
    'stream S\ncustomer: C\nsupplier: U\nowner: O\nsales:\nFirst @Ada 1m [Mail] ! it hurts\nwait 1d "why"\nSecond @Ben 2m 90%\nback to First 10%\n',
  );
  const { stream } = one;
  const steps = stream.steps.map((step) => ({
    ...step,
    name,
    performers: [name],
    systems: [name],
    pains: [name],
  }));
  return { ...one, stream: { ...stream, name, customer: name, supplier: name, owner: name, steps } };
}

const ELEMENTS =
  "[...new Set([...document.querySelectorAll('*')].map((one) => one.localName))].sort().join()";
const LOOK = { theme: 'light', paper: 'A4' } as const;

/** The kinds of elements of a picture of a stream in which everything is called so. */
async function elementsOf(chart: Chart, name: string): Promise<string> {
  const { stream, metrics } = named(name);
  await open(drawPicture(chart, stream, metrics, LOOK), 'image/svg+xml');
  return page.evaluate<string>(ELEMENTS);
}

/** What is cut by the page or lies over other words, as the browser sets them. */
const CUT = `(() => {
  const root = document.documentElement;
  const { width, height } = root.viewBox.baseVal;
  const boxes = [...root.querySelectorAll('text')].map((text) => [text.textContent, text.getBBox()]);
  const out = boxes.filter(([, box]) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height);
  const over = boxes.flatMap(([words, a], nth) => boxes.slice(nth + 1).flatMap(([others, b]) => {
    const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    return across > 1 && down > 5 ? [words + ' over ' + others] : [];
  }));
  return [...out.map(([words]) => words + ' is cut'), ...over];
})()`;

describe('a picture that is opened in a browser', () => {
  it('shows what people write as text, whatever it is', async () => {
    for (const chart of CHARTS) {
      const harmless = await elementsOf(chart, 'harmless');
      const attacks = chart === 'map' ? [...ATTACKS, ...PICTURES_TOO] : PICTURES_TOO;
      for (const attack of attacks)
        expect([attack, await elementsOf(chart, attack)]).toEqual([attack, harmless]);
    }
    expect(disturbed).toEqual([]);
  }, 60_000);

  it('is whole, and is one element of the page where it stands in the report', async () => {
    const { stream, metrics } = named('</figure></svg><script>alert(1)</script>');
    const pictures = reportPictures({ drawPicture, drawSheets, toPng }, stream, metrics);
    await open(printRaciReport(reportOf(BAKERY), 'HTML', pictures).content, 'text/html');
    expect(await page.locator('figure.sheet > .scroll > svg').count()).toBe(3);
    expect(await page.locator('script').count()).toBe(0);
    expect(disturbed).toEqual([]);
  });

  it('is drawn by a browser within the room that was reckoned for its words', async () => {
    const { stream, metrics } = measuredOne(sixtySteps());
    for (const svg of drawSheets('map', stream, metrics, { theme: 'light', paper: 'A3' }).slice(0, 3)) {
      await open(svg, 'image/svg+xml');
      expect(await page.evaluate<string[]>(CUT)).toEqual([]);
    }
  });
});
