import { describe, expect, it } from '@jest/globals';
import { handOff } from '../../../src/adapters/pictures/map/symbols.js';
import { forceMeasures, weighForces } from '../../../src/domain/index.js';
import type { LineMark, Mark, TextMark } from '../../../src/adapters/pictures/canvas/mark.js';
import { placeLoadAgainstTakt } from '../../../src/adapters/pictures/charts/draw-load-against-takt.js';
import { placeTwoForces } from '../../../src/adapters/pictures/charts/draw-two-forces.js';
import { placeValueStreamMap } from '../../../src/adapters/pictures/map/draw-value-stream-map.js';
import { planMap } from '../../../src/adapters/pictures/map/plan-map.js';
import { measured, measuredOne, sampleNapkins, sixtySteps, type Measured } from './drawn.js';

const LOOK = { paper: 'A3' } as const;

function marksOf({ stream, metrics }: Measured): readonly Mark[] {
  return placeValueStreamMap(stream, metrics, LOOK).flatMap(({ marks }) => marks);
}

function textsOf(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
}

function wordsOf(marks: readonly Mark[]): string {
  return textsOf(marks)
    .map((mark) => mark.text)
    .join(' ');
}

function linesOf(marks: readonly Mark[]): LineMark[] {
  return marks.flatMap((mark) => (mark.kind === 'line' ? [mark] : []));
}

const KITCHEN = sampleNapkins().find(([name]) => name === 'custom-cabinets.napkin')?.[1] ?? '';

describe('the value stream map', () => {
  it('names every step, performer, system and pain of the sample', () => {
    const one = measuredOne(KITCHEN);
    const words = wordsOf(marksOf(one)).replaceAll(' ', '');
    for (const step of one.stream.steps)
      for (const told of [step.name, ...step.performers, ...step.systems, ...step.pains])
        expect(words).toContain(told.replaceAll(' ', ''));
  });

  it('shows a question mark where nobody has measured, and says where nobody is named', () => {
    const words = wordsOf(marksOf(measuredOne('stream S\nsales:\nAsk\nTell @?\nwait 1d\nGo @A 1m 90%\n')));
    expect(words.match(/Hands-on \?/g)).toHaveLength(2);
    const inLegend = 1;
    expect(words.match(/\? nobody is named/g)).toHaveLength(2 + inLegend);
    expect(words).toContain('? customer');
    expect(words).toContain('? enter a week');
  });

  it('marks a hand-off at the step that somebody else takes on, and only there', () => {
    const diamonds = (napkin: string) => {
      const marks = linesOf(marksOf(measuredOne(napkin)));
      const shape = linesOf([handOff(0, 0)])[0]?.points ?? [];
      const same = (mark: LineMark) => {
        const [x = 0, y = 0] = mark.points[0] ?? [];
        return mark.points.every(([px, py], nth) => {
          const [sx = 0, sy = 0] = shape[nth] ?? [];
          return Math.abs(px - x - sx) < 1e-6 && Math.abs(py - y - 5.5 - sy) < 1e-6;
        });
      };
      return marks.filter((mark) => mark.points.length === 4 && same(mark)).length;
    };
    const inLegend = 1;
    expect(diamonds('stream S\nsales:\nA @Ada 1m\nB @Ada 1m\n')).toBe(0);
    expect(diamonds('stream S\nsales:\nA @Ada 1m\nB @Ben 1m\nC @? 1m\nD @Ben 1m\n')).toBe(1 + inLegend);
  });

  it('draws rework dashed, with the share that goes back', () => {
    const marks = marksOf(measuredOne('stream S\nsales:\nA @A 1m\nB @A 1m\nback to A 12%\n'));
    expect(wordsOf(marks)).toContain('12 % back to 1');
    expect(linesOf(marks).some((line) => line.way && line.dash !== undefined)).toBe(true);
  });

  it('tells both ends of rework that goes back to another row', () => {
    const steps = Array.from({ length: 40 }, (_, nth) => `Step ${nth + 1} of them @A 5m`).join('\n');
    const words = wordsOf(marksOf(measuredOne(`stream S\nsales:\n${steps}\nback to "Step 2 of them" 7%\n`)));
    expect(words).toContain('7 % back to 2');
    expect(words).toContain('7 % from 40');
  });

  it('marks the critical branch by weight and by a word, not by colour', () => {
    const marks = marksOf(measuredOne('stream S\nsales:\nmeanwhile\n  A @A 10m\n  B @B 3h\nend\nC @A 1m\n'));
    expect(textsOf(marks).filter(({ text }) => text === 'longest')).toHaveLength(1);
    const heavy = marks.filter((mark) => mark.kind === 'rect' && mark.solid && (mark.weight ?? 1) > 2);
    expect(heavy).toHaveLength(1);
    const either = textsOf(
      marksOf(measuredOne('stream S\nsales:\neither\n  20%: A @A 9h\n  80%: B @B 1m\nend\n')),
    );
    expect(either.map(({ text }) => text)).toEqual(expect.arrayContaining(['20 %', '80 %', 'likeliest']));
  });

  it('draws push, pull and FIFO as three different shapes', () => {
    const shapes = ['wait 1d', 'wait 1d pull', 'wait 1d fifo 4'].map((buffer) => {
      const marks = marksOf(measuredOne(`stream S\nsales:\nA @A 1m\n${buffer}\nB @A 1m\n`));
      return JSON.stringify(marks.map(({ kind }) => kind));
    });
    expect(new Set(shapes).size).toBe(3);
  });

  it('draws the seam where the force changes, once', () => {
    const seams = (napkin: string) =>
      textsOf(marksOf(measuredOne(napkin))).filter(({ text }) => text.startsWith('Seam')).length;
    expect(seams('stream S\nsales:\nA @A 1m\nwait 1d\nfulfilment:\nB @A 1m\nC @A 1m\n')).toBe(1);
    expect(seams('stream S\nsales:\nA @A 1m\nB @A 1m\n')).toBe(0);
  });

  it('leaves a step with a rhythm of its own out of the flow', () => {
    const { stream, metrics } = measuredOne('stream S\nsales:\nA @A 1m\nAudit @B 1h every 1w\nB @A 1m\n');
    const plan = planMap(stream, metrics);
    expect(plan.ways.map(({ from, to }) => [from, to])).toEqual([[0, 2]]);
  });

  it('puts no two steps into one place, in any sample', () => {
    for (const [, text] of sampleNapkins())
      for (const { stream, metrics } of measured(text)) {
        const cells = [...planMap(stream, metrics).cells.values()].map(
          ({ column, lane }) => `${column} ${lane}`,
        );
        expect(new Set(cells).size).toBe(cells.length);
      }
  });

  it('draws sixty steps with names of forty letters, every name whole', () => {
    const one = measuredOne(sixtySteps());
    expect(one.stream.steps.map(({ name }) => name.length)).toEqual(Array.from({ length: 60 }, () => 40));
    const words = wordsOf(marksOf(one)).replaceAll(' ', '');
    for (const { name } of one.stream.steps) expect(words).toContain(name.replaceAll(' ', ''));
    expect(words).not.toContain('…');
  });

  it('draws a stream of 2,000 steps in seconds', () => {
    const steps = Array.from(
      { length: 2000 },
      (_, nth) => `Do the thing ${nth} @P${nth % 9} 5m 90% [S${nth % 12}]`,
    );
    const one = measuredOne(`stream S\ncustomer: C\nsales:\n${steps.join('\n')}\n`);
    const start = performance.now();
    marksOf(one);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('the charts', () => {
  it('stripe what is longer than takt, and say so in words', () => {
    const { stream, metrics } = measuredOne(
      'stream S\ndemand: 8/day\nsales:\nQuick @Ada 10m\nSlow @Ben 90m\nUnknown @Cleo\n',
    );
    const { marks } = placeLoadAgainstTakt(stream, metrics, LOOK);
    const words = wordsOf(marks);
    expect(words).toContain('10 min (16.7 % of takt)');
    expect(words).toContain('1 h 30 min (150 % of takt)');
    expect(words).toContain('3 Unknown ?');
    expect(marks.some((mark) => mark.kind === 'rect' && mark.fill === 'ink')).toBe(true);
  });

  it('say that there is no takt where nobody has told the demand', () => {
    const { stream, metrics } = measuredOne('stream S\nsales:\nQuick @Ada 10m\n');
    expect(wordsOf(placeLoadAgainstTakt(stream, metrics, LOOK).marks)).toContain('Takt ?: nobody has said');
  });

  it('print the figures of the two forces as the measures tell them', () => {
    for (const [, text] of sampleNapkins())
      for (const { stream, metrics } of measured(text)) {
        const words = wordsOf(placeTwoForces(stream, metrics, LOOK).marks).replaceAll(' ', '');
        const told = forceMeasures(weighForces(stream, metrics)).filter(({ name }) => name !== 'Share of it');
        for (const { sales, fulfilment } of told)
          for (const figure of [sales, fulfilment])
            if (figure.value !== null) expect(words).toContain(figure.text.replaceAll(' ', ''));
      }
  });

  it('show what waits at the seam, what comes back over it, and who stands on both sides', () => {
    const { stream, metrics } = measuredOne(
      'stream S\ndemand: 5/week\nsales:\nSell @Ada 1h 90%\nwait 3d\nfulfilment:\nMake @Ben 2h\nback to Sell 10%\nSend @Ada 5m\n',
    );
    const words = wordsOf(placeTwoForces(stream, metrics, LOOK).marks);
    expect(words).toContain('Work waits 3 d');
    expect(words).toContain('from "Make" to "Sell"');
    expect(words).toContain('On both sides: Ada.');
  });
});
