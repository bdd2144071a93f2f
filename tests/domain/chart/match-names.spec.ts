import { describe, expect, it } from '@jest/globals';
import { growthOfWork } from '../../support/count-work.js';
import { matchNames, type MatchTarget } from '../../../src/domain/chart/match-names.js';

function targets(...names: readonly string[]): MatchTarget<string>[] {
  return names.map((name) => ({ target: name, name, exact: [name], aliases: [] }));
}

function match(name: string, ...names: readonly string[]): string {
  const [found] = matchNames([name], targets(...names), []);
  return `${found?.by} ${found?.target ?? '-'}`;
}

describe('matchNames', () => {
  it('takes the same name whatever its case and spaces', () => {
    expect(match('price  THE job', 'Price the job', 'Price the part')).toBe('EXACT Price the job');
  });

  it.each([
    ['Pricing the jobs', 'Price the job'],
    ['Win order', 'Win the order'],
    ['Order of materials', 'Order materials'],
    ['Invocie', 'Invoice'],
  ])('takes "%s" for "%s" where nothing else is like it', (name, step) => {
    const expected = name === 'Invocie' ? 'ASKED -' : `NEAR ${step}`;
    expect(match(name, step, 'Do the work', 'Answer enquiry')).toBe(expected);
  });

  it('asks where the likeness is weak, or two are alike', () => {
    expect(match('Price approval', 'Price the job', 'Approve discount')).toBe('ASKED -');
    expect(match('Paint the door', 'Paint the doors', 'Paint a door')).toBe('ASKED -');
    expect(match('PM', 'Project manager', 'Crew')).toBe('ASKED -');
  });

  it.each([
    'Manager/Finance Administrator',
    'Manager & Finance administrator',
    'Finance Administrator, Manager',
  ])('asks where "%s" is two names that are both known, however like one of them it is', (name) => {
    const known = targets('Manager', 'Finance Administrator', 'Clerk');
    const [found] = matchNames([name], known, []);
    expect([found?.by, found?.target]).toEqual(['ASKED', null]);
    expect(found?.candidates.map((each) => each.name)).toEqual(['Finance Administrator', 'Manager']);
    const [settled] = matchNames([name], known, [{ name, to: 'Manager' }]);
    expect(settled?.target).toBe('Manager');
  });

  it('takes a name with a slash that is known as it stands', () => {
    expect(match('Sales/Office', 'Sales/Office', 'Sales', 'Office')).toBe('EXACT Sales/Office');
    expect(match('Sales/Office', 'Sales', 'Office')).toBe('ASKED -');
  });

  it('says that there is none where nothing is like it', () => {
    expect(match('Board meeting', 'Price the job', 'Invoice')).toBe('NONE -');
  });

  it('asks where two names come to one target', () => {
    const found = matchNames(['Pricing the job', 'Price job'], targets('Price the job'), []);
    expect(found.map(({ by }) => by)).toEqual(['ASKED', 'ASKED']);
  });

  it('does what people settled, also that there is none', () => {
    const settled = [
      { name: 'Quote', to: 'Price the job' },
      { name: 'Invoice', to: null },
    ];
    const found = matchNames(['Quote', 'Invoice'], targets('Price the job', 'Invoice'), settled);
    expect(found.map(({ by, target }) => [by, target])).toEqual([
      ['SETTLED', 'Price the job'],
      ['SETTLED', null],
    ]);
  });

  it('matches thousands of names, each pair of them at most once', () => {
    const matching = (count: number) => () => {
      const steps = targets(...Array.from({ length: count }, (_, at) => `Step ${at} of the long way home`));
      const asked = steps.map(({ name }) => `${name} again`);
      return matchNames(asked, steps, []);
    };
    expect(matching(2_000)()).toHaveLength(2_000);
    expect(growthOfWork(matching(200), matching(800))).toBeLessThan(4 * 4 * 1.1);
  });
});

describe('a column of two names', () => {
  it('is asked where only one of them is known, and offers what is known of each', () => {
    const known = targets('Layer Baker', 'Nuri', 'Clerk');
    const [half] = matchNames(['Konditor/Nuri'], known, []);
    expect([half?.by, half?.candidates.map(({ name }) => name)]).toEqual(['ASKED', ['Nuri']]);
    const [both] = matchNames(['The Layer Bakers/Nuri'], known, []);
    expect(both?.candidates.map(({ name }) => name).toSorted()).toEqual(['Layer Baker', 'Nuri']);
  });

  it('may be given two counterparts', () => {
    const [both] = matchNames(['Konditor/Nuri'], targets('Layer Baker', 'Nuri'), [
      { name: 'Konditor/Nuri', to: 'Nuri' },
      { name: 'konditor/nuri', to: 'Layer Baker' },
    ]);
    expect([both?.by, both?.target, both?.others]).toEqual(['SETTLED', 'Nuri', ['Layer Baker']]);
  });
});
