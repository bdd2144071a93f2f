import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE, findCapability } from '../../../src/domain/capability/index.js';
import { shareOfHours, sumOfHours } from '../../../src/domain/capability/weekly-hours.js';
import { stemOf } from '../../../src/domain/capability/words.js';
import { knownFigure, unknownFigure } from '../../../src/domain/shared/index.js';

const hours = (value: number, more: Partial<Parameters<typeof knownFigure>[1]> = {}) =>
  knownFigure(value, { unit: 'HOURS_PER_WEEK', convention: 'told', ...more });
const UNKNOWN = unknownFigure('Nobody has timed "Paint it".', { unit: 'HOURS_PER_WEEK', convention: 'told' });
const CONVENTION = 'visits × demand × process time × people; the capabilities of one step share it equally';

describe('a licence', () => {
  it('is that of the catalogue under its own name, however it is spelled', () => {
    for (const name of ['Site survey', 'site-survey', 'SITE  SURVEY'])
      expect(findCapability(BUILT_IN_CATALOGUE, name, true)).toMatchObject({
        ...{ key: 'site-survey', name: 'Site survey', licence: true },
      });
  });

  it('under another word is a licence of its own, of the same kind of work and holder', () => {
    const plain = findCapability(BUILT_IN_CATALOGUE, 'site survey');
    const alias = BUILT_IN_CATALOGUE.entries.find(({ key }) => key === plain.key)?.aliases[0] ?? '';
    expect(findCapability(BUILT_IN_CATALOGUE, alias).key).toBe('site-survey');
    const own = findCapability(BUILT_IN_CATALOGUE, alias, true);
    expect(own).toEqual({
      key: alias.replaceAll(' ', '-'),
      name: alias,
      family: plain.family,
      holder: plain.holder,
      licence: true,
    });
  });
});

describe('hours of a demand', () => {
  it('are an equal share of those of the step, at both ends of a range', () => {
    const third = shareOfHours(hours(9, { low: 6, high: 15, measuredSteps: 1, ofSteps: 2 }), 3);
    expect(third).toMatchObject({ value: 3, low: 2, high: 5, measuredSteps: 1, ofSteps: 2 });
    expect([third.unit, third.convention]).toEqual(['HOURS_PER_WEEK', CONVENTION]);
  });

  it('are those of the step where it has one only, and unknown where they are', () => {
    const all = hours(9);
    expect(shareOfHours(all, 1)).toBe(all);
    expect(shareOfHours(UNKNOWN, 3)).toBe(UNKNOWN);
    const none = shareOfHours(undefined, 2);
    expect([none.value, none.unit, none.whyNot]).toEqual([
      null,
      'HOURS_PER_WEEK',
      'Nothing is known about the load of this step.',
    ]);
  });

  it('add up to a floor where some are unknown, and to nothing known where all are', () => {
    const sum = sumOfHours([hours(2, { low: 1, high: 4 }), UNKNOWN, hours(3)], { measured: 2, of: 3 });
    expect(sum).toMatchObject({ value: 5, low: 4, high: 7, atLeast: true, measuredSteps: 2, ofSteps: 3 });
    expect(sum.convention).toBe(CONVENTION);
    expect(sumOfHours([hours(2), hours(3)], { measured: 2, of: 2 }).atLeast).toBe(false);
    expect(sumOfHours([hours(2, { atLeast: true })], { measured: 1, of: 2 }).atLeast).toBe(true);
    expect(sumOfHours([UNKNOWN], { measured: 0, of: 1 })).toMatchObject({
      value: null,
      whyNot: 'Nobody has timed "Paint it".',
    });
    expect(sumOfHours([], { measured: 0, of: 0 }).whyNot).toBe('No step of it is measured.');
  });
});

describe('a word without its ending', () => {
  it.each([
    ['price', 'prices', 'pricing', 'priced'],
    ['delivery', 'deliveries', 'deliver'],
    ['box', 'boxes'],
    ['estimate', 'estimating', 'estimation', 'estimates'],
    ['plan', 'planning', 'planned', 'plans'],
    ['invite', 'invitation', 'inviting'],
    ['establish', 'establishment', 'established'],
  ])('is the same for %s and its other forms', (word, ...forms) => {
    for (const form of forms) expect([form, stemOf(form)]).toEqual([form, stemOf(word)]);
  });

  it('keeps an s that is no plural', () => {
    expect(['glass', 'status', 'analysis', 'gas', 'bus'].map(stemOf)).toEqual([
      'glas',
      'status',
      'analysis',
      'gas',
      'bus',
    ]);
  });
});
