import { describe, expect, it } from '@jest/globals';
import type { LineMark, Mark, TextMark } from '../../../src/adapters/pictures/canvas/mark.js';
import { textBox, type Picture } from '../../../src/adapters/pictures/canvas/print-svg.js';
import { placeValueStreamMap } from '../../../src/adapters/pictures/map/draw-value-stream-map.js';
import { measuredOne } from './drawn.js';

function pagesOf(napkin: string): readonly Picture[] {
  const { stream, metrics } = measuredOne(napkin);
  return placeValueStreamMap(stream, metrics, { paper: 'A3' });
}

function marksOf(napkin: string): readonly Mark[] {
  return pagesOf(napkin).flatMap(({ marks }) => marks);
}

function textsOf(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
}

function wordsOf(napkin: string): string[] {
  return textsOf(marksOf(napkin)).map(({ text }) => text);
}

/** Where the bands begin from the top, by their names. */
function bandsOf(marks: readonly Mark[]): string[] {
  return textsOf(marks)
    .filter(({ text }) => ['INFORMATION', 'FLOW', 'TIME'].includes(text))
    .sort((a, b) => a.y - b.y)
    .map(({ text }) => text);
}

/** The first word of that kind on the page. */
function placeOf(marks: readonly Mark[], text: string): { readonly x: number; readonly y: number } {
  const found = textsOf(marks).find((mark) => mark.text === text);
  if (!found) throw new Error(`nothing says ${text}`);
  const { x, y, width } = textBox(found);
  return { x: x + width / 2, y };
}

/** Straight lines of information that carry no zigzag. */
function contactsOf(marks: readonly Mark[]): LineMark[] {
  return marks.flatMap((mark) =>
    mark.kind === 'line' && mark.way && mark.stroke === 'strong' ? [mark] : [],
  );
}

/** Broad arrows with a bend or without: what is delivered. */
function deliveriesOf(marks: readonly Mark[]): LineMark[] {
  const broad = (mark: Mark): mark is LineMark =>
    mark.kind === 'line' &&
    mark.closed === true &&
    mark.fill === 'card' &&
    [7, 9].includes(mark.points.length);
  return marks.filter(broad);
}

const inLegend = 1;
const SHORT = 'stream S\ncustomer: Baker\nsupplier: Mill\ndemand: 25/week\nsales:\nAsk @A 5m\nMake @B 1h\n';

describe('the information band', () => {
  it('has the supplier at its left, the customer at its right, what enters and takt beside the customer', () => {
    const marks = marksOf(SHORT);
    const [supplier, customer] = [placeOf(marks, 'Mill'), placeOf(marks, 'Baker')];
    const facts = [placeOf(marks, '25 enter a week, 5 a day'), placeOf(marks, 'Takt 1 h 36 min')];
    expect(supplier.x).toBeLessThan(customer.x);
    for (const fact of facts) {
      expect(fact.x).toBeGreaterThan(supplier.x);
      expect(fact.x).toBeLessThan(customer.x);
      expect(fact.y).toBeLessThan(placeOf(marks, 'FLOW').y);
    }
  });

  it('names the customer always, and says ? for what nobody has told', () => {
    const words = wordsOf('stream S\nsales:\nAsk @A 5m\n');
    expect(words).toEqual(expect.arrayContaining(['? customer', '? enter a week', 'Takt ?']));
  });

  it('draws nobody whom nobody has written: no supplier, no control', () => {
    const words = wordsOf('stream S\ncustomer: Baker\nsales:\nAsk @A 5m\nMake @B 1h\n');
    expect(words.filter((word) => /supplier|control/i.test(word))).toEqual([]);
  });

  it('tells units a day only where at least one enters every day', () => {
    expect(wordsOf('stream S\ndemand: 3/week\nsales:\nAsk @A 5m\n')).toContain('3 enter a week');
    expect(wordsOf('stream S\ndemand: 5-10/week\nsales:\nAsk @A 5m\n')).toContain(
      '5 to 10 enter a week, 1 to 2 a day',
    );
  });

  it('runs one straight arrow from the customer to the first step, and a broad one from the last to the customer', () => {
    const marks = marksOf('stream S\ncustomer: Baker\nsales:\nAsk @A 5m\nMake @B 1h\n');
    const [contact, ...more] = contactsOf(marks);
    expect(more).toEqual([]);
    const [box] = marks.flatMap((mark) => (mark.kind === 'rect' && mark.solid ? [mark] : []));
    const [start, , end] = contact?.points ?? [];
    const [x, y] = end ?? [0, 0];
    expect(start?.[0]).toBeGreaterThan(x);
    expect(x).toBeGreaterThan(box?.x ?? 0);
    expect(x).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
    expect(y).toBeCloseTo((box?.y ?? 0) - 3, 6);
    expect(deliveriesOf(marks)).toHaveLength(1 + inLegend);
  });

  it('leads the first contact past the buffer that a supplier fills, and into the buffer where there is none', () => {
    const begin = (supplier: string) =>
      `stream S\ncustomer: Baker\n${supplier}sales:\nwait 2d\nAsk @A 5m\nMake @B 1h\n`;
    const endOf = (napkin: string) => contactsOf(marksOf(napkin))[0]?.points.at(-1)?.[0] ?? 0;
    const stepOf = (napkin: string) => placeOf(marksOf(napkin), 'Ask').x - 74;
    expect(endOf(begin('supplier: Mill\n'))).toBeGreaterThan(stepOf(begin('supplier: Mill\n')));
    expect(endOf(begin(''))).toBeLessThan(stepOf(begin('')));
  });

  it('shows who is told and asked among customer and supplier, by whatever name, with the number of the step', () => {
    const napkin = (marks: string) => `stream S\ncustomer: Baker\nsales:\nAsk @A 5m\nMake @B 1h ${marks}\n`;
    const lines = (marks: string) =>
      textsOf(marksOf(napkin(marks))).filter(({ text, size }) => text === 'Baker' && size === 9);
    expect(lines('')).toHaveLength(0);
    for (const marks of ['tells Baker', 'tells customer', 'asks the customer', 'asks baker tells Baker'])
      expect([marks, lines(marks).length]).toEqual([marks, 1]);
    expect(wordsOf(napkin('asks supplier'))).toContain('? supplier');
    expect(lines('tells B')).toHaveLength(0);
  });

  it('is left out of a row that has no information to show', () => {
    const steps = Array.from({ length: 30 }, (_, nth) => `Step ${nth} @A 5m`).join('\n');
    const bands = pagesOf(`stream S\ncustomer: Baker\nsales:\n${steps}\n`).flatMap(({ marks }) =>
      bandsOf(marks),
    );
    expect(bands.filter((band) => band === 'INFORMATION')).toHaveLength(1);
    expect(bands.filter((band) => band === 'FLOW').length).toBeGreaterThan(2);
    expect(bands[0]).toBe('INFORMATION');
  });

  it('stands the customer of a long map where the promise is fulfilled, too', () => {
    const steps = Array.from({ length: 30 }, (_, nth) => `Step ${nth} @A 5m`).join('\n');
    const words = wordsOf(`stream S\ncustomer: Baker\nsales:\n${steps}\n`);
    expect(words.filter((word) => word === 'Baker')).toHaveLength(2);
    expect(wordsOf(SHORT).filter((word) => word === 'Baker')).toHaveLength(1);
  });

  it('explains its arrows in the legend, and only those that the map has', () => {
    const told = 'first contact; told or asked without a system';
    expect(wordsOf(SHORT)).toEqual(expect.arrayContaining([told, 'delivered']));
    expect(wordsOf(SHORT)).not.toContain('information from a system');
    expect(wordsOf('stream S\nsales:\nAsk @A 5m [Mail]\n')).toContain('information from a system');
  });
});
