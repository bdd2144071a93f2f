import { describe, expect, it } from '@jest/globals';
import {
  auditByScheme,
  auditTable,
  groupLetters,
  SCHEMES,
  sayQuestion,
  writeAuditReport,
  writeSchemeReport,
} from '../../../../src/domain/index.js';
import { BAKERY } from '../../../support/report-case.js';
import { auditReportOf, BAKERY_CHART } from '../../../support/structure-reports.js';

const AUDIT = auditReportOf(BAKERY);

describe('an audit as a report', () => {
  it('names the stream, its revision and where the roles come from', () => {
    expect(AUDIT).toMatchObject({
      title: 'Audit of the RACI chart raci.csv',
      stream: { name: 'Order to delivered cake' },
      revision: 2,
      comparison: { structure: { status: 'SUGGESTED' } },
    });
  });

  it('holds what the audit found, letter by letter and cell by cell, with names instead of keys', () => {
    const { activities, roles, letters, findings } = auditTable(BAKERY_CHART);
    expect(AUDIT).toMatchObject({ activities, roles, letters, findings });
    const price = AUDIT.comparison?.letters.find(
      ({ role, activity }) => role === 'Sil' && activity === 'Price the cake',
    );
    expect(price).toMatchObject({ verdict: 'UNJUSTIFIED', cell: 'D4', step: 'Price the cake', letter: 'R' });
    expect(price?.reasons.map(({ code }) => code)).toContain('CAPABILITY_NOT_DEMANDED');
  });

  it('counts in its verdicts every letter that it lists', () => {
    const { counts, letters } = AUDIT.comparison ?? { counts: {}, letters: [] };
    for (const [verdict, count] of Object.entries(counts))
      expect(letters.filter((one) => one.verdict === verdict)).toHaveLength(count);
  });

  it('says of each code that was found what a chart should be, once, with how often', () => {
    expect(AUDIT.rules.map(({ code }) => code)).toEqual([...new Set(AUDIT.findings.map(({ code }) => code))]);
    expect(AUDIT.rules.reduce((sum, { findings }) => sum + findings, 0)).toBe(AUDIT.findings.length);
    for (const { norm } of AUDIT.rules) expect(norm).not.toBeNull();
  });

  it('tells letters of one role with the same reasons together, and loses none', () => {
    const { comparison } = AUDIT;
    if (!comparison) throw new Error('The case is held against a stream.');
    for (const verdict of ['UNJUSTIFIED', 'MISSING', 'ALLOWED', 'SAME', 'OTHER_LETTER'] as const) {
      const told = groupLetters(comparison, verdict).map(({ says }) => says.match(/ for "/g)?.length ?? 0);
      expect(told.reduce((sum, count) => sum + count, 0)).toBe(comparison.counts[verdict]);
    }
  });

  it('asks what is in doubt in words that name the candidates', () => {
    const questions = AUDIT.comparison?.questions.map(sayQuestion) ?? [];
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) expect(question).toMatch(/^Which .* "[^"]+"\? Perhaps "/);
  });

  it('needs neither a stream nor a file name', () => {
    const ground = { table: BAKERY_CHART, name: null, date: null, held: null };
    expect(writeAuditReport(auditTable(BAKERY_CHART), ground)).toMatchObject({
      title: 'Audit of the RACI chart',
      stream: null,
      comparison: null,
    });
  });

  it('is written of a chart in another scheme too', () => {
    const { rasci } = SCHEMES;
    if (!rasci) throw new Error('RASCI comes with the program.');
    const ground = { table: BAKERY_CHART, name: 'own.csv', date: null };
    const report = writeSchemeReport(auditByScheme(BAKERY_CHART, rasci), ground);
    expect(report.title).toMatch(/^Audit of the RASCI.* chart own\.csv$/);
    expect(Object.keys(report.letters)).toEqual(['R', 'A', 'S', 'C', 'I']);
  });
});
