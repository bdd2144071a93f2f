import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  auditTable,
  CHART_RULES,
  DEFAULT_AUDIT_SETTINGS,
  type AuditSettings,
  type RaciTable,
} from '../../../src/domain/chart/index.js';
import { chartOf } from './chart-of.js';

/** The cells at which a rule says something. */
function at(code: string, table: RaciTable, settings: Partial<AuditSettings> = {}): string[] {
  const { findings } = auditTable(table, { ...DEFAULT_AUDIT_SETTINGS, ...settings });
  return findings.filter((finding) => finding.code === code).map(({ cell }) => cell);
}

function messages(code: string, table: RaciTable): string[] {
  return auditTable(table)
    .findings.filter((finding) => finding.code === code)
    .map(({ message }) => message);
}

const SOUND = chartOf(
  'Sales Office Crew',
  'Quote: AR C -',
  'Invoice: I AR -',
  'Build: - C AR',
  'Deliver: I - AR',
  'Call: AR - I',
);

describe('the rules of charts', () => {
  it('find nothing to say about a sound chart', () => {
    expect(auditTable(SOUND).findings).toEqual([]);
  });

  it('count activities, roles and letters', () => {
    expect(auditTable(SOUND)).toMatchObject({
      activities: 5,
      roles: ['Sales', 'Office', 'Crew'],
      letters: { R: 5, A: 5, C: 2, I: 3 },
    });
  });

  it('NO_ACCOUNTABLE: an activity without an A', () => {
    expect(at('NO_ACCOUNTABLE', chartOf('Sales Office', 'Quote: R C', 'Invoice: I AR'))).toEqual(['A2']);
  });

  it('SEVERAL_ACCOUNTABLE: an activity with two, told with both cells', () => {
    const table = chartOf('Sales Office', 'Quote: A AR');
    expect(at('SEVERAL_ACCOUNTABLE', table)).toEqual(['B2,C2']);
    expect(auditTable(table).findings[0]?.message).toContain('Sales and Office');
  });

  it('names every role that a finding is about, in words', () => {
    const [message] = messages('SEVERAL_ACCOUNTABLE', chartOf('Sales Office Crew', 'Quote: A A AR'));
    expect(message).toContain('Sales, Office and Crew');
  });

  it('NO_RESPONSIBLE: an A alone is no R, unless it is said to be', () => {
    const table = chartOf('Sales Office', 'Quote: A C', 'Invoice: C I');
    expect(at('NO_RESPONSIBLE', table)).toEqual(['A2', 'A3']);
    expect(at('NO_RESPONSIBLE', table, { accountableImpliesResponsible: true })).toEqual(['A3']);
  });

  it('EMPTY_ROW: an activity in which nobody takes part; support is a part', () => {
    expect(at('EMPTY_ROW', chartOf('Sales Office', 'Quote: - -', 'Invoice: S -'))).toEqual(['A2']);
  });

  it('TOO_MANY_RESPONSIBLE: more than three, or as many as are set', () => {
    const table = chartOf('A B C D', 'Quote: AR R R R', 'Build: AR R R -');
    expect(at('TOO_MANY_RESPONSIBLE', table)).toEqual(['B2,C2,D2,E2']);
    expect(at('TOO_MANY_RESPONSIBLE', table, { maxResponsible: 2 })).toHaveLength(2);
  });

  it('TOO_MANY_CONSULTED: more than four', () => {
    const table = chartOf('A B C D E F', 'Quote: AR C C C C C', 'Build: AR C C C C -');
    expect(at('TOO_MANY_CONSULTED', table)).toEqual(['C2,D2,E2,F2,G2']);
  });

  it('TOO_MANY_INFORMED: more than six', () => {
    expect(at('TOO_MANY_INFORMED', chartOf('A B C D E F G H', 'Quote: AR I I I I I I I'))).toEqual([
      'C2,D2,E2,F2,G2,H2,I2',
    ]);
  });

  it('CONSULTED_AND_INFORMED: one finding for an activity, with every such cell', () => {
    expect(at('CONSULTED_AND_INFORMED', chartOf('A B C', 'Quote: AR CI CI', 'Build: AR C I'))).toEqual([
      'C2,D2',
    ]);
  });

  it('DUPLICATE_ACTIVITY: names that differ in case or spaces only, pointing to the first', () => {
    const table = chartOf('Sales', 'Quote: AR', 'QUOTE : AR', 'Invoice: AR', 'quote: AR');
    expect(at('DUPLICATE_ACTIVITY', table)).toEqual(['A3', 'A5']);
    expect(auditTable(table).findings.find(({ code }) => code === 'DUPLICATE_ACTIVITY')?.message).toContain(
      'A2',
    );
  });

  it('IDLE_ROLE: a role that is only told or asked', () => {
    expect(at('IDLE_ROLE', chartOf('Sales Office Crew', 'Quote: AR CI -'))).toEqual(['C1', 'D1']);
  });

  it('ONLY_ACCOUNTABLE: a role that answers and does nothing, unless an A is an R', () => {
    const table = chartOf('Boss Office', 'Quote: A R');
    expect(at('ONLY_ACCOUNTABLE', table)).toEqual(['B1']);
    expect(at('ONLY_ACCOUNTABLE', table, { accountableImpliesResponsible: true })).toEqual([]);
  });

  it('NO_EMPTY_CELL and NOBODY_CONSULTED_OR_INFORMED: everybody, and nobody, beside those who do it', () => {
    const table = chartOf('Sales Office', 'Quote: AR C', 'Invoice: AR -');
    expect(at('NO_EMPTY_CELL', table)).toEqual(['A2']);
    expect(at('NOBODY_CONSULTED_OR_INFORMED', table)).toEqual(['A3']);
    expect(messages('NOBODY_CONSULTED_OR_INFORMED', table)).toEqual([
      'Nobody is consulted on or informed of "Invoice". Is that because nobody needs to be, or because the roles do not talk?',
    ]);
  });

  it('RESPONSIBLE_FOR_MUCH, ACCOUNTABLE_FOR_MUCH, ROLE_IN_EVERY_ACTIVITY: asked from five activities on', () => {
    const lines = ['a: AR I', 'b: AR I', 'c: AR -', 'd: C AR', 'e: I AR'];
    const codes = ['RESPONSIBLE_FOR_MUCH', 'ACCOUNTABLE_FOR_MUCH', 'ROLE_IN_EVERY_ACTIVITY'];
    for (const code of codes) {
      expect(at(code, chartOf('Boss Office', ...lines))).toEqual(['B1']);
      expect(at(code, chartOf('Boss Office', ...lines.slice(0, 4)))).toEqual([]);
    }
  });

  it('tells errors before warnings before the rest, each from the top of the chart', () => {
    const { findings } = auditTable(chartOf('A B C D', 'x: R R R R', 'y: CI AR - -', 'z: A - - -'));
    const severities = findings.map(({ severity }) => severity);
    expect(severities).toEqual(
      severities.toSorted((a, b) => 'EWI'.indexOf(a[0] ?? '') - 'EWI'.indexOf(b[0] ?? '')),
    );
    expect(
      findings.filter(({ severity }) => severity === 'ERROR').map(({ code, cell }) => `${cell} ${code}`),
    ).toEqual(['A2 NO_ACCOUNTABLE', 'A4 NO_RESPONSIBLE']);
  });

  it('have a code of their own each, a norm in one sentence, and a source', () => {
    expect(new Set(CHART_RULES.map(({ code }) => code)).size).toBe(16);
    for (const { norm, source } of CHART_RULES) {
      expect(norm).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/^https:/);
    }
  });

  it('say for each activity whether it has exactly one A and an R, for any chart', () => {
    const cell = fc.constantFrom('R', 'A', 'C', 'I', 'AR', 'CI', '-');
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (cells) => {
        const table = chartOf('P Q S', ...cells.map((row, nth) => `step ${nth}: ${row.join(' ')}`));
        const wrong = cells.flatMap((row, nth) =>
          row.filter((text) => text.includes('A')).length === 1 ? [] : [`step ${nth}`],
        );
        const idle = cells.flatMap((row, nth) =>
          row.some((text) => text.includes('R')) ? [] : [`step ${nth}`],
        );
        const { findings } = auditTable(table);
        const told = (...codes: string[]): (string | null)[] =>
          findings.filter(({ code }) => codes.includes(code)).map(({ activity }) => activity);
        expect(told('NO_ACCOUNTABLE', 'SEVERAL_ACCOUNTABLE')).toEqual(wrong);
        expect(told('NO_RESPONSIBLE')).toEqual(idle);
      }),
    );
  });
});
