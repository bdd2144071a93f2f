import { describe, expect, it } from '@jest/globals';
import { BUILT_IN_CATALOGUE } from '../../../../src/domain/capability/index.js';
import { readNapkin } from '../../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../../src/domain/stream/index.js';
import {
  designCompany,
  groundStream,
  type CompanyStructure,
} from '../../../../src/domain/structure/index.js';
import { RENTAL, REPAIR } from '../../../support/bicycle-firm.js';

function companyOf(...napkins: readonly string[]): CompanyStructure {
  const drafts = napkins.flatMap((text) => readNapkin(text).drafts);
  const grounds = drafts.map((draft) => groundStream(acceptDraft(draft).stream, BUILT_IN_CATALOGUE));
  const company = designCompany(grounds);
  if (company.kind !== 'CompanyStructure') throw new Error(company.kind);
  return company;
}

const untold = (napkin: string): string => napkin.replace(/demand.*\n/, '');
const rounded = (value: number | null): number | null => value && Math.round(value * 1000) / 1000;

describe('what each stream takes of a company', () => {
  it('is its hours, its share of all hours, and of the people of each role as many as of its hours', () => {
    const { streams, positions, handOffsPerWeek } = companyOf(REPAIR, RENTAL);
    const told = streams.map((one) => [
      one.name,
      one.hoursPerWeek.text,
      rounded(one.fte.value),
      rounded(one.share),
      rounded(one.positions),
      one.positionsAlone,
      one.handOffsPerWeek.text,
    ]);
    // 27 h and 49 h of 76 h; 1 clerk × 15.75 h of 24.75 h and 2 mechanics × 11.25 h of 51.25 h.
    expect(told).toEqual([
      ['Rental', '27 h a week', 0.934, 0.355, 1.075, 2, '90 a week'],
      ['Repair', '49 h a week', 1.696, 0.645, 1.925, 3, '60 a week'],
    ]);
    expect(streams.reduce((sum, one) => sum + (one.positions ?? 0), 0)).toBeCloseTo(positions, 9);
    expect(handOffsPerWeek).toMatchObject({ value: 150, unit: 'PER_WEEK', text: '150 a week', ofSteps: 7 });
  });

  it('of a role is what the role does of its steps, and shares of it that make a whole', () => {
    const { roles } = companyOf(REPAIR, RENTAL);
    const told = roles.map(({ serves }) =>
      serves.map(({ stream, hoursPerWeek, share, steps }) => [
        `${stream}: ${steps.map(({ name }) => name).join(', ')}`,
        hoursPerWeek.text,
        rounded(share),
      ]),
    );
    expect(told).toEqual([
      [
        ['rental: Take the booking, Hand it over, Invoice', '15.8 h a week', 0.636],
        ['repair: Take the bike in, Invoice', '9 h a week', 0.364],
      ],
      [
        ['rental: Check it in', '11.3 h a week', 0.22],
        ['repair: Repair the bike', '40 h a week', 0.78],
      ],
    ]);
  });

  it('is told for one unit of each where nobody has said how many enter any of them', () => {
    const { handOffsPerWeek, streams, notes } = companyOf(untold(REPAIR), untold(RENTAL));
    expect(handOffsPerWeek).toMatchObject({
      ...{ value: 4, unit: 'COUNT', measuredSteps: 7, ofSteps: 7 },
      text: '4 for one unit of each stream (nobody has said how many enter)',
    });
    expect(
      streams.map(({ share, positions, hoursPerWeek }) => [share, positions, hoursPerWeek.text]),
    ).toEqual([
      [null, null, '?'],
      [null, null, '?'],
    ]);
    expect(notes.join('\n')).toContain(
      'Nobody has said how many units enter "Rental", "Repair": no hours are known there, and hand-offs are told for one unit of each.',
    );
  });

  it('says what sharing saves, and which roles serve several streams', () => {
    const { text, notes } = companyOf(REPAIR, RENTAL);
    const [clerk, mechanic] = companyOf(REPAIR, RENTAL).roles.map(({ name }) => name);
    expect(text).toBe(
      `3 positions in 2 roles carry 2 streams. Designed one by one, within the same limits, they take 5 positions: sharing saves 2. 2 roles serve several streams: ${clerk}, ${mechanic}.`,
    );
    expect(notes[0]).toBe(
      'A name behind @ is taken for the same person or crew in every stream: Rosa, Milan. What they do in one stream is evidence in the others.',
    );
  });

  it('says how the streams count time and pay where they differ, and what settles it', () => {
    const { notes } = companyOf(REPAIR, RENTAL.replace('sales:', 'day: 7h\nsales:'));
    expect(notes.slice(1, 3)).toEqual([
      'Each stream counts time in its own working calendar ("Rental" 35 h in 5 d, "Repair" 40 h in 5 d); hours are added up week by week, which is the same week for all.',
      'What one person is paid for differs ("Rental" 35 h, "Repair" 40 h): the fewest, 35 h a week, are taken for all. A line such as `people: 35h/week` on every napkin settles it.',
    ]);
  });

  it('names the first of many streams and people, and counts the others', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      REPAIR.replace('stream Repair', `stream Shop ${at}\nday: ${at === 0 ? 7 : 8}h`),
    );
    const people = many.map((napkin) =>
      napkin.replace('@Rosa 10m', Array.from({ length: 9 }, (_, at) => `@P${at}`).join(' ') + ' 10m'),
    );
    const { notes } = companyOf(...people);
    const [same = '', week = ''] = notes;
    const [first = '', ...others] = same.slice(same.indexOf(': ') + 2, same.indexOf('. What')).split(', ');
    expect([first, others.at(-1)]).toEqual(['P0', `${11 - others.length} more`]);
    expect(week).toMatch(/"Shop 0" 35 h in 5 d, "Shop 1" 40 h in 5 d, .*, [0-9]+ more\);/);
  });
});
