import { describe, expect, it } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import {
  drawLoadAgainstTakt,
  drawPicture,
  drawSheets,
  drawTwoForces,
  drawValueStreamMap,
  toPng,
  type Chart,
} from '../../../src/adapters/pictures/index.js';
import { measured, measuredOne, sampleNapkins, sixtySteps, type Measured } from './drawn.js';
import { randomNapkin } from './random-napkin.js';

const CHARTS: readonly Chart[] = ['map', 'load', 'forces'];
const LOOK = { theme: 'light', paper: 'A3' } as const;
const KNOWN = new Set(['svg', 'title', 'desc', 'rect', 'polyline', 'polygon', 'circle', 'text']);

function draw(chart: Chart, { stream, metrics }: Measured): string {
  return drawPicture(chart, stream, metrics, LOOK);
}

/** The reader of resvg is strict: what is not well-formed throws. */
function expectSound(svg: string): void {
  expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
  const elements = new Set([...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name));
  expect([...elements].filter((name) => !KNOWN.has(name ?? ''))).toEqual([]);
  const tags = svg.replace(/>[^<]*</g, '><').replace(/ aria-label="[^"]*"/, '');
  const foreign = /(?<![-\w])(?:href|style|on[a-z]+|class|src)\s*=|url\(|@import|NaN|Infinity|undefined/.exec(
    tags,
  );
  expect(foreign?.[0] ?? null).toBeNull();
}

describe('every picture', () => {
  it('is well-formed, and brings no script, style, font or address from outside', () => {
    for (const [, text] of [...sampleNapkins(), ['sixty', sixtySteps()] as const])
      for (const one of measured(text)) for (const chart of CHARTS) expectSound(draw(chart, one));
  });

  it('is well-formed whatever people write', () => {
    fc.assert(
      fc.property(randomNapkin, (napkin) => {
        const one = measuredOne(napkin);
        for (const chart of CHARTS) expectSound(draw(chart, one));
      }),
      { numRuns: 80 },
    );
  });

  it('is the same bytes every time', () => {
    const { stream, metrics } = measuredOne(sixtySteps());
    expect(drawPicture('map', stream, metrics, LOOK)).toBe(drawValueStreamMap(stream, metrics, LOOK));
    expect(drawPicture('load', stream, metrics, LOOK)).toBe(drawLoadAgainstTakt(stream, metrics, LOOK));
    expect(drawPicture('forces', stream, metrics, LOOK)).toBe(drawTwoForces(stream, metrics, LOOK));
    for (const chart of CHARTS)
      expect(draw(chart, measuredOne(sixtySteps()))).toBe(draw(chart, measuredOne(sixtySteps())));
  });

  it('sets a range against takt with both of its ends, in words and as a line across the bar', () => {
    const napkin = (time: string) =>
      `demand: 30/month\nsales:\nCall @Uli ${time}\nfulfilment:\nPack @Joe 5m\n`;
    const chart = ({ stream, metrics }: Measured) => drawLoadAgainstTakt(stream, metrics, LOOK);
    const ranged = chart(measuredOne(napkin('1-3h')));
    expect(ranged).toContain('Call: 2 h (1 h to 3 h; ');
    const lines = (svg: string) =>
      svg.split('<path').length + svg.split('<line').length + svg.split('<polyline').length;
    expect(lines(ranged)).toBeGreaterThan(lines(chart(measuredOne(napkin('2h')))));
  });

  it('tells its title and its content to somebody who hears it', () => {
    const one = measuredOne('stream Bread & "rolls"\nsales:\nAsk @Ada 10m\n');
    for (const chart of CHARTS) {
      const svg = draw(chart, one);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]*Bread &amp; &quot;rolls&quot;"/);
      expect(svg).toMatch(/<title>[^<]*Bread &amp; &quot;rolls&quot;<\/title>\n<desc>[^<]{20,}<\/desc>/);
    }
    expect(draw('map', one)).toContain('1 Ask: Ada, hands-on 10 min');
  });

  it('is a sheet of A3 or A4 across, and fills it in its proportions', () => {
    const { stream, metrics } = measuredOne(sixtySteps());
    for (const [paper, size] of [
      ['A3', 'width="420mm" height="297mm"'],
      ['A4', 'width="297mm" height="210mm"'],
    ] as const)
      for (const chart of CHARTS)
        for (const sheet of drawSheets(chart, stream, metrics, { theme: 'dark', paper }))
          expect(sheet.slice(0, 2000)).toContain(size);
  });

  it('leaves no mark that people write as a mark', () => {
    const attack = '</text><script>alert(1)</script><text onload=alert(1)>&amp;]]>';
    const napkin = `stream ${attack}\ncustomer: ${attack}\nsales:\n"${attack}" @"${attack}" 1m ["${attack}"] ! ${attack}\nwait 1d "${attack}"\n`;
    for (const chart of CHARTS) {
      const svg = draw(chart, measuredOne(napkin));
      expect(svg).not.toContain('<script');
      expectSound(svg);
    }
  });

  it('survives control characters, halves of pairs, words from right to left and letters with towers of marks', () => {
    const names = [
      'a\u0000b\u0007c',
      'x\ud800y',
      '\u202eabc\u202c',
      `z${'\u0301'.repeat(60)}`,
      '\uffff\ufffe',
      '👨‍👩‍👧‍👦'.repeat(9),
    ];
    const { stream, metrics } = measuredOne(
      `stream S\nsales:\n${names.map((_, nth) => `Step number ${nth} @A 1m`).join('\n')}\n`,
    );
    const steps = stream.steps.map((step, nth) => ({ ...step, name: names[nth] ?? '' }));
    for (const chart of CHARTS) {
      const svg = draw(chart, { stream: { ...stream, steps }, metrics });
      expectSound(svg);
      expect(svg).not.toMatch(/\p{Cs}|[\u202a-\u202e]|\u0301{5}/u);
    }
  });

  it('becomes a PNG of the width asked for', async () => {
    const png = Buffer.from(await toPng(draw('forces', measuredOne('stream S\nsales:\nA @A 1m\n')), 640));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(640);
  });

  it('of a stream without steps is still a picture', () => {
    for (const chart of CHARTS) expectSound(draw(chart, measuredOne('stream Empty\n')));
  });
});
