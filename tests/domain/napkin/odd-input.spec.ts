import { describe, expect, it } from '@jest/globals';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { growthOfWork } from '../../support/count-work.js';
import { kindsOf, linesOf, problemsOf, stepsOf } from './reading.js';

const CODES = (text: string) => readNapkin(text).problems.map(({ code }) => code);

describe('odd input', () => {
  it('reads Windows and old Macintosh line ends, tabs, a byte-order mark and non-breaking spaces', () => {
    const plain = 'stream Repairs\nTake the call @Ann 5m\nRepair @Ben 2h\n';
    const odd = '\ufeffstream\u00a0Repairs\r\nTake\tthe  call @Ann\u00a05m\rRepair\u2009@Ben 2\u202fh\r\n';
    expect(printNapkin(readNapkin(odd).drafts)).toBe(plain);
    expect(CODES(odd)).toEqual([]);
  });

  it('reads typographic quotes and dashes', () => {
    const [step] = stepsOf('„Visit, then price“ @“Tech Lead” 1–3d 80—90% was: ”Visit”');
    expect(step).toMatchObject({
      name: 'Visit, then price',
      performers: [{ name: 'Tech Lead' }],
      processTime: { high: [{ amount: 3, unit: 'd' }] },
      completeAndAccurate: { low: 0.8, high: 0.9 },
      was: 'Visit',
    });
  });

  it('counts columns in the original text', () => {
    expect(problemsOf('\ufeffstream A\r\n\t\u00a0Visit 120%')).toEqual(['2:9+4 PERCENT_OVER_100']);
    expect(problemsOf('stream A\n🚚🚚 Ship 120%')).toEqual(['2:11+4 PERCENT_OVER_100']);
  });

  it('gives a map and one clear error for what is no napkin', () => {
    expect(CODES('')).toEqual(['EMPTY_NAPKIN']);
    expect(CODES(' \r\n\t \n')).toEqual(['EMPTY_NAPKIN']);
    expect(CODES('# only\n# comments\n')).toEqual(['NO_STEP']);
    expect(CODES('stream A\n')).toEqual(['NO_STEP']);
    expect(CODES('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\ufffd\ufffd')).toEqual(['NOT_TEXT']);
    expect(CODES('\ufffd\u0001\u0002\ufffdabc')).toEqual(['NOT_TEXT']);
    for (const text of ['', '# c', '\0']) expect(readNapkin(text).drafts).toHaveLength(1);
  });

  it('keeps the steps of a text with one broken sign in it', () => {
    const text = 'stream A\nAnswer the\0phone\nVisit the site';
    expect(CODES(text)).toEqual(['NOT_TEXT']);
    expect(stepsOf(text).map(({ name }) => name)).toEqual(['Answer the phone', 'Visit the site']);
  });

  it('keeps no half of a sign, and says where one stood', () => {
    const { drafts, problems } = readNapkin('stream A\nShip \ud83d the \udc00 box\nPack 🚚');
    expect(JSON.stringify(drafts)).not.toMatch(/\\ud[89a-f]/);
    expect(stepsOf('Ship \ud83d box\nPack 🚚').map(({ name }) => name)).toEqual([
      'Ship \ufffd box',
      'Pack 🚚',
    ]);
    expect(problems).toMatchObject([{ code: 'BROKEN_SIGN', place: { line: 2, column: 6 } }]);
  });

  it('works on ten pasted lines without a stream line', () => {
    const text = Array.from({ length: 10 }, (_, index) => `${index + 1}. Do thing ${index}`).join('\n');
    const { drafts, problems } = readNapkin(text);
    expect(drafts).toMatchObject([{ name: 'Unnamed stream', at: null }]);
    expect(stepsOf(text)).toHaveLength(10);
    expect(problems.map(({ severity }) => severity)).not.toContain('ERROR');
  });

  it('reads several streams of one file, remarks above the first and lines that stand before it', () => {
    const text = '# our firm\n\nstream A # old\nB\n\nstream C\nD\nmeanwhile\nE\nF\nend';
    const { drafts } = readNapkin(text);
    expect(drafts).toMatchObject([
      { name: 'A', comment: 'old', above: [{ kind: 'comment', text: 'our firm' }] },
      { name: 'C' },
    ]);
    expect(kindsOf('customer: Bob\nstream A\nB')).toEqual(['party', 'step']);
    expect(readNapkin('A\nstream B\nC').drafts.map(({ name }) => name)).toEqual(['Unnamed stream', 'B']);
  });

  it('reads and prints a line of five megabytes', () => {
    for (const part of ['word ', '10m ', '{a ']) {
      const text = `stream A\nVisit ${part.repeat(5_000_000 / part.length)}`;
      const { drafts, problems } = readNapkin(text);
      expect(printNapkin(drafts).length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThan(60);
      for (const { message } of problems) expect(message.length).toBeLessThan(400);
    }
  });

  it('reads 10,000 steps, and ten times as many are about ten times the work', () => {
    const napkin = (steps: number) =>
      Array.from(
        { length: steps },
        (_, index) => `Step ${index} of all @Dana 10m 90% {pricing 3} asks Sam`,
      ).join('\n');
    expect(stepsOf(napkin(10_000))).toHaveLength(10_000);
    const [small, large] = [napkin(1_000), napkin(10_000)];
    expect(
      growthOfWork(
        () => readNapkin(small),
        () => readNapkin(large),
      ),
    ).toBeLessThan(12);
  });

  it('takes numbers that no one can mean for words, never for infinity', () => {
    const huge = '9'.repeat(400);
    expect(linesOf(`Visit ${huge}m ${huge}%`)).toMatchObject([
      { step: { processTime: null, completeAndAccurate: null } },
    ]);
    expect(CODES(`stream A\nB\nwait ${huge}d`)).toEqual(['UNREADABLE_VALUE']);
  });
});
