import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PALETTES } from '../../../src/adapters/pictures/canvas/palette.js';
import { SHEETS, SMALLEST_TEXT, type Paper } from '../../../src/adapters/pictures/canvas/paper.js';
import type { Picture } from '../../../src/adapters/pictures/canvas/print-svg.js';
import { placeLoadAgainstTakt } from '../../../src/adapters/pictures/charts/draw-load-against-takt.js';
import { placeTwoForces } from '../../../src/adapters/pictures/charts/draw-two-forces.js';
import { drawPicture, drawSheets } from '../../../src/adapters/pictures/index.js';
import { placeValueStreamMap } from '../../../src/adapters/pictures/map/draw-value-stream-map.js';
import { longName, measured, measuredOne, sampleNapkins, sixtySteps, type Measured } from './drawn.js';
import { randomNapkin } from './random-napkin.js';

const PAPERS: readonly Paper[] = ['A3', 'A4'];
const POINT = 25.4 / 72;

/** The size in points in which the smallest words of a sheet are printed. */
function smallestPrint({ marks, width }: Picture, paper: Paper): number {
  const sizes = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : []));
  return (Math.min(...sizes) * SHEETS[paper][0]) / width / POINT;
}

function mapOf({ stream, metrics }: Measured, paper: Paper): readonly Picture[] {
  return placeValueStreamMap(stream, metrics, { paper });
}

function wordsOf(sheets: readonly Picture[]): string {
  return sheets
    .flatMap(({ marks }) => marks)
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    .join('')
    .replaceAll(' ', '');
}

describe('the sheets of a map', () => {
  it('print no word smaller than six points, sixty steps of forty letters on A3 neither', () => {
    for (const [, text] of sampleNapkins())
      for (const one of measured(text))
        for (const paper of PAPERS)
          for (const sheet of mapOf(one, paper))
            expect(smallestPrint(sheet, paper)).toBeGreaterThanOrEqual(6);
    for (const sheet of mapOf(measuredOne(sixtySteps()), 'A3'))
      expect(smallestPrint(sheet, 'A3')).toBeGreaterThanOrEqual(6);
  });

  it('print no word smaller than six points, whatever the stream; only a row that fits no sheet is drawn smaller, alone', () => {
    const check = (napkin: string, paper: Paper) => {
      for (const sheet of mapOf(measuredOne(napkin), paper)) {
        const heads = sheet.marks.filter((mark) => mark.kind === 'text' && mark.text === 'TIME');
        if (heads.length > 1) expect(smallestPrint(sheet, paper)).toBeGreaterThanOrEqual(6);
      }
    };
    check(sixtySteps(), 'A4');
    fc.assert(fc.property(randomNapkin, fc.constantFrom(...PAPERS), check), { numRuns: 60 });
  });

  it('are as many as it takes, say which of how many they are, and lose no step', () => {
    const one = measuredOne(sixtySteps());
    const sheets = mapOf(one, 'A4');
    expect(sheets.length).toBeGreaterThan(4);
    const words = wordsOf(sheets);
    for (const { name } of one.stream.steps) expect(words).toContain(name.replaceAll(' ', ''));
    for (const pain of one.stream.steps.flatMap(({ pains }) => pains))
      expect(words).toContain(pain.replaceAll(' ', ''));
    sheets.forEach((_, nth) => expect(words).toContain(`sheet${nth + 1}of${sheets.length}`));
    expect(sheets[1]?.title).toBe(`Value stream map: ${one.stream.name}, sheet 2 of ${sheets.length}`);
  });

  it('hold the legend once: on the first, or on the next with room where the first would become too small to read', () => {
    const legendsOf = (one: Measured, paper: Paper) =>
      mapOf(one, paper).map(({ marks }) =>
        marks.some((mark) => mark.kind === 'text' && mark.text === 'passes straight on'),
      );
    expect(legendsOf(measuredOne(sixtySteps()), 'A3').indexOf(true)).toBe(0);
    const [onA4, firstOfA4] = [
      legendsOf(measuredOne(sixtySteps()), 'A4'),
      mapOf(measuredOne(sixtySteps()), 'A4')[0],
    ];
    expect(onA4.filter(Boolean)).toHaveLength(1);
    expect(onA4[0]).toBe(false);
    expect(firstOfA4 && smallestPrint(firstOfA4, 'A4')).toBeGreaterThanOrEqual(6);
  });

  it('share the steps out: none is left with next to nothing', () => {
    const long = Array.from({ length: 60 }, (_, nth) => {
      const name = `Step number ${nth + 1} does something with a long name @P 15m`;
      if (nth === 9) return `either\n60%: ${name}\n30%: Other ${name}\n10%: Third ${name}\nend`;
      return name;
    });
    const stepsOn = ({ marks }: Picture) =>
      marks.filter((mark) => mark.kind === 'text' && mark.text === '%C&A').length;
    for (const paper of PAPERS) {
      const sheets = mapOf(measuredOne(`stream S\nsales:\n${long.join('\n')}`), paper);
      const counts = sheets.map(stepsOn);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(62);
      expect(Math.min(...counts)).toBeGreaterThan(62 / sheets.length / 3);
    }
  });

  it('name the step that a return comes from, where it leaves the wait behind it on another sheet', () => {
    const steps = Array.from({ length: 30 }, (_, nth) => `"${longName(nth)}" @P 15m`);
    const napkin = [
      'stream S\nsales:',
      ...steps.slice(0, 25),
      'wait 3d\nstock 4',
      `back to "${longName(2)}" 15%`,
      ...steps.slice(25),
    ];
    const words = wordsOf(mapOf(measuredOne(napkin.join('\n')), 'A4'));
    expect(words).toContain('15%from25');
    expect(words).not.toContain('fromablock');
  });

  it('list each pain on the sheet on which its burst stands', () => {
    for (const { marks } of mapOf(measuredOne(sixtySteps()), 'A4')) {
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
      const numbers = texts.flatMap(({ ink, text }) => (ink === 'alarm' ? [text] : []));
      const inLegend = texts.some(({ text }) => text === 'pain, see the list');
      if (inLegend) numbers.splice(numbers.lastIndexOf('1'), 1);
      for (const number of new Set(numbers))
        expect(numbers.filter((one) => one === number).length).toBeGreaterThan(1);
    }
  });

  it('stand under each other in one picture, each as large as its paper', () => {
    const { stream, metrics } = measuredOne(sixtySteps());
    const look = { theme: 'light', paper: 'A4' } as const;
    const sheets = drawSheets('map', stream, metrics, look);
    const stacked = drawPicture('map', stream, metrics, look);
    expect(stacked.match(/<svg y="\d+" width="297" height="210"/g)).toHaveLength(sheets.length);
    expect(stacked).toContain(`width="297mm" height="${210 * sheets.length}mm"`);
    expect(stacked).toContain('<title>Value stream map: Sixty steps of forty letters</title>');
  });

  it('are one where the map fits on one, or where one is asked for', () => {
    const { stream, metrics } = measuredOne('stream S\nsales:\nA @A 1m\nB @A 1m\n');
    expect(placeValueStreamMap(stream, metrics, { paper: 'A4' })).toHaveLength(1);
    const long = measuredOne(sixtySteps());
    expect(placeValueStreamMap(long.stream, long.metrics, { paper: 'A4', sheets: 'one' })).toHaveLength(1);
  });

  it('of a block of very many branches are still whole: one row too high for a sheet is drawn smaller', () => {
    const branches = Array.from({ length: 40 }, (_, nth) => `  Branch number ${nth} @A 5m`).join('\n');
    const one = measuredOne(`stream S\nsales:\nBegin @A 1m\nmeanwhile\n${branches}\nend\nFinish @A 1m\n`);
    const words = wordsOf(mapOf(one, 'A4'));
    for (const { name } of one.stream.steps) expect(words).toContain(name.replaceAll(' ', ''));
  });
});

describe('words in any picture', () => {
  it('are of a size that people read', () => {
    for (const [, text] of [...sampleNapkins(), ['sixty', sixtySteps()] as const])
      for (const { stream, metrics } of measured(text))
        for (const { marks } of [
          ...placeValueStreamMap(stream, metrics, { paper: 'A3' }),
          placeLoadAgainstTakt(stream, metrics, { paper: 'A3' }),
          placeTwoForces(stream, metrics, { paper: 'A3' }),
        ])
          for (const mark of marks)
            if (mark.kind === 'text') expect(mark.size).toBeGreaterThanOrEqual(SMALLEST_TEXT);
  });

  it('have a contrast of at least 4.5 to every ground on which they stand, light and dark', () => {
    for (const colours of Object.values(PALETTES))
      for (const ink of [colours.ink, colours.soft, colours.strong, colours.alarm])
        for (const ground of [colours.paper, colours.wash, colours.card])
          expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('use no colour but those of the palette', () => {
    const { stream, metrics } = measuredOne(sixtySteps());
    for (const theme of ['light', 'dark'] as const) {
      const known = new Set(Object.values(PALETTES[theme]));
      for (const chart of ['map', 'load', 'forces'] as const) {
        const svg = drawPicture(chart, stream, metrics, { theme, paper: 'A3' });
        const used = new Set(
          [...svg.matchAll(/(?:fill|stroke)="(#[^"]*)"/g)].map(([, colour]) => colour ?? ''),
        );
        expect([...used].filter((colour) => !known.has(colour))).toEqual([]);
      }
    }
  });
});

/** Contrast ratio as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
