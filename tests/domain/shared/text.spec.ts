import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName, keyFromName, nearestName } from '../../../src/domain/shared/index.js';

describe('foldName', () => {
  it('compares names without regard to case, spacing, composition and typographic signs', () => {
    expect(foldName('  Visit\u00a0 the\tSite ')).toBe('visit the site');
    expect(foldName('Cafe\u0301 visit')).toBe(foldName('Café visit'));
    expect(foldName('Owner’s “final” look – again')).toBe('owner\'s "final" look - again');
  });

  it('is the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => foldName(foldName(name)) === foldName(name)),
    );
  });
});

describe('keyFromName', () => {
  it('keeps letters and digits of any alphabet', () => {
    expect(keyFromName('Price the job (2nd time)')).toBe('price-the-job-2nd-time');
    expect(keyFromName('Angebot prüfen')).toBe('angebot-prüfen');
    expect(keyFromName('見積もりを送る')).toBe('見積もりを送る');
    expect(keyFromName("Owner's sign-off")).toBe('owners-sign-off');
  });

  it('is never empty and never long', () => {
    expect(keyFromName('!!!')).toBe('unnamed');
    expect(keyFromName('')).toBe('unnamed');
    expect(keyFromName('long '.repeat(1000)).length).toBeLessThanOrEqual(80);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => /^[\p{L}\p{N}\p{M}-]+$/u.test(keyFromName(name))),
    );
  });
});

describe('nearestName', () => {
  const steps = ['Visit the site', 'Price the job', 'Order materials'];

  it('finds a mistyped name', () => {
    expect(nearestName('Vist the site', steps)).toBe('Visit the site');
    expect(nearestName('price teh job', steps)).toBe('Price the job');
    expect(nearestName('costumer', ['customer', 'owner'])).toBe('customer');
  });

  it('finds the name that holds the words, where no name is near', () => {
    expect(nearestName('materials', steps)).toBe('Order materials');
  });

  it('says nothing where nothing is near', () => {
    expect(nearestName('Send the invoice', steps)).toBeNull();
    expect(nearestName('', steps)).toBeNull();
    expect(nearestName('x'.repeat(5000), steps)).toBeNull();
  });

  it('counts two letters that changed places as one slip, and two wrong letters as two', () => {
    expect(nearestName('slae', ['sale'])).toBe('sale');
    expect(nearestName('sand', ['sale'])).toBeNull();
  });

  it('compares names of 200 signs, and none longer', () => {
    expect(nearestName('x'.repeat(200), [`${'x'.repeat(199)}y`])).not.toBeNull();
    expect(nearestName('x'.repeat(201), ['x'.repeat(201)])).toBeNull();
  });

  it('is never told one that is further away than another, by whatever way the letters are changed', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 4 }), (name, candidates) => {
        const limit = Math.max(1, Math.floor(name.length / 3)) + 1;
        const far = candidates.map((one) => slipsBetween(name, one));
        const nearest = candidates[far.indexOf(Math.min(...far))];
        const isNear = Math.min(...far) < limit;
        const told = nearestName(name, candidates);
        if (isNear) expect(told).toBe(nearest);
        else expect(told === null || told.includes(name)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes the first of two that are equally near', () => {
    expect(nearestName('boat', ['boot', 'beat'])).toBe('boot');
  });
});

/** The table of all distances between the beginnings of two words, by the book. */
function slipsBetween(a: string, b: string): number {
  const table: number[][] = [];
  const of = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 0; row <= a.length; row++) {
    table.push([]);
    for (let column = 0; column <= b.length; column++) {
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const ways = [
        row === 0 ? column : Infinity,
        column === 0 ? row : Infinity,
        of(row - 1, column) + 1,
        of(row, column - 1) + 1,
        of(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
        row > 1 && column > 1 && swapped ? of(row - 2, column - 2) + 1 : Infinity,
      ];
      table[row]?.push(Math.min(...ways));
    }
  }
  return of(a.length, b.length);
}
