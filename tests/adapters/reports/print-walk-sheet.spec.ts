import { parse } from 'csv-parse/sync';
import { describe, expect, it } from '@jest/globals';
import { printWalkSheet } from '../../../src/adapters/reports/index.js';
import { writeWalkSheet, type WalkSheet } from '../../../src/domain/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { ATTACKS } from '../../support/report-case.js';

const NAPKIN = `stream Order to delivered cake
customer: Guest
sales:
Take the order @Ada ~10m
wait ~2d
fulfilment:
Bake the cake @Ada @Bo
Deliver the cake @?
`;
const sheet = writeWalkSheet(planNapkin(NAPKIN), { revision: 3, napkin: NAPKIN });
const html = printWalkSheet(sheet, 'HTML').content;

/** The sheet with one text in every place that people fill. */
function attacked(attack: string): WalkSheet {
  const pages = sheet.pages.map((page) => ({
    ...page,
    person: attack,
    stops: page.stops.map((stop) => ({
      ...stop,
      name: attack,
      questions: stop.questions.map((question) => ({
        ...question,
        text: attack,
        today: attack,
        choices: question.choices.map(() => attack),
      })),
      typeBack: stop.typeBack.map((line) => ({ ...line, text: attack })),
    })),
  }));
  const first = sheet.first.map(() => ({ question: attack, because: attack, people: [attack] }));
  return { ...sheet, stream: { ...sheet.stream, name: attack, customer: attack }, pages, first };
}

/** Tags in their order, without what stands in their attributes. */
function shapeOf(page: string): string[] {
  return (page.match(/<[a-z!/][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
}

describe('a printed walk sheet', () => {
  it('is named after the stream and its revision, in four formats', () => {
    const files = (['MARKDOWN', 'CSV', 'HTML', 'JSON'] as const).map((format) =>
      printWalkSheet(sheet, format),
    );
    expect(files.map(({ filename }) => filename)).toEqual([
      'walk-order-to-delivered-cake-r3.md',
      'walk-order-to-delivered-cake-r3.csv',
      'walk-order-to-delivered-cake-r3.html',
      'walk-order-to-delivered-cake-r3.json',
    ]);
    expect(JSON.parse(files[3]?.content ?? '')).toEqual(JSON.parse(JSON.stringify(sheet)));
  });

  it('gives each person new paper, and every question a place to write', () => {
    expect(html.match(/<section class="page">/g)).toHaveLength(sheet.pages.length);
    const questions = sheet.pages.reduce((sum, page) => sum + page.questions, 0);
    const blanks = html.match(/<div class="blank">|<ul class="choices">/g) ?? [];
    expect(blanks).toHaveLength(questions);
    for (const rule of ['@page', 'size: A4', 'break-before: page', 'break-inside: avoid'])
      expect(html).toContain(rule);
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\//i);
  });

  it('has a record for each question of the table, with an empty column for the answer', () => {
    const csv = printWalkSheet(sheet, 'CSV').content;
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(new Set(rows.map((row) => row['Answer']))).toEqual(new Set(['']));
    expect(rows.filter((row) => row['First'] === '★').length).toBe(
      sheet.pages.reduce((sum, page) => sum + page.starred, 0),
    );
  });

  it('says that nothing is open where that is so', () => {
    const empty: WalkSheet = { ...sheet, pages: [], first: [] };
    for (const format of ['MARKDOWN', 'HTML'] as const)
      expect(printWalkSheet(empty, format).content).toContain('Nothing is open');
  });

  it.each(ATTACKS.map((attack) => [JSON.stringify(attack), attack]))('keeps as text: %s', (_, attack) => {
    const page = printWalkSheet(attacked(attack), 'HTML').content;
    expect(shapeOf(page)).toEqual(shapeOf(printWalkSheet(attacked('harmless'), 'HTML').content));
    const cells = parse(printWalkSheet(attacked(attack), 'CSV').content, { bom: true }).flat();
    for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@|]/u);
    const markdown = printWalkSheet(attacked(attack), 'MARKDOWN').content;
    const heads = (text: string) => text.match(/^#{1,6} |^`{3,}|^- \[ \]/gm)?.length;
    expect(heads(markdown)).toBe(heads(printWalkSheet(attacked('harmless'), 'MARKDOWN').content));
  });
});
