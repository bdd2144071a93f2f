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

  it('takes the first of two that are equally near', () => {
    expect(nearestName('boat', ['boot', 'beat'])).toBe('boot');
  });
});
