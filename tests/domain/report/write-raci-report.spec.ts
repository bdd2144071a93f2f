import { describe, expect, it } from '@jest/globals';
import { writeRaciReport } from '../../../src/domain/report/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { BAKERY, reportOf } from '../../support/report-case.js';

describe('the RACI report', () => {
  const report = reportOf(BAKERY);

  it('says of what it is: stream, revision, day, readiness, owners', () => {
    expect(report).toMatchObject({
      title: 'Who does what: Order to delivered cake',
      stream: { key: 'order-to-delivered-cake', customer: 'Bride', steps: 8 },
      revision: 2,
      date: '2025-05-01',
      owners: [{ scope: 'the stream', owner: 'Ruth' }],
      structure: { status: 'SUGGESTED' },
    });
  });

  it('has a row for every step and every role of the matrix by name', () => {
    expect(report.matrix.rows.map(({ step }) => step)).toHaveLength(8);
    const names = new Set(report.matrix.roles);
    for (const row of report.matrix.rows) for (const { role } of row.cells) expect(names).toContain(role);
    expect(report.matrix.rows.find(({ step }) => step === 'Deliver the cake')).toMatchObject({
      outside: true,
      cells: [],
    });
  });

  it('has the reasons of every letter', () => {
    const told = new Set(report.reasons.map(({ step, role, letter }) => `${step}|${role}|${letter}`));
    for (const { step, cells } of report.matrix.rows) {
      for (const { role, letters } of cells) {
        for (const letter of letters) expect(told).toContain(`${step}|${role}|${letter}`);
      }
    }
  });

  it('has what was accepted with whether it stands, and what was refused with every reason and remedy', () => {
    expect(report.assignments.map(({ holder, stillStands }) => [holder, stillStands])).toEqual([
      ['Noor', true],
      ['Sil', true],
      ['Ruth', true],
    ]);
    expect(report.refused).toMatchObject([
      {
        holder: 'Sil',
        step: 'Send the invoice',
        reason: 'Sil would like to see the numbers',
        date: '2025-04-30',
      },
      { holder: 'Ida', step: null },
    ]);
    for (const { reasons } of report.refused) {
      for (const { remedy } of reasons) expect(remedy).not.toBe('');
    }
  });

  it('prints unknown figures as unknown, with the reason, never as nothing or zero', () => {
    const measure = report.measures.find(({ name }) => name === 'Process cycle efficiency');
    expect(measure?.text).toMatch(/^not known: /);
  });

  it('gives a stream without roles its rows, its readiness and why there are none', () => {
    const plan = planNapkin('stream Sketch\nAnswer\nBake\n');
    const sketch = writeRaciReport({ plan, revision: null, date: '2025-05-01', refusals: [] });
    expect(sketch.structure.status).toBe('NONE');
    expect(sketch.structure.message).toContain('No roles yet: the stream is sketched');
    expect(sketch.readiness.missing.length).toBeGreaterThan(0);
    expect(sketch.matrix).toMatchObject({ roles: [], rows: [{ step: 'Answer' }, { step: 'Bake' }] });
  });

  it('tells an adopted structure from a suggested one', () => {
    const suggested = planNapkin(BAKERY);
    const plan = planNapkin(BAKERY, { adopted: suggested });
    const adopted = writeRaciReport({ plan, revision: 1, date: '2025-05-01', refusals: [] });
    expect(adopted.structure.status).toBe('ADOPTED');
  });

  it('is the same, byte for byte, when it is written again', () => {
    expect(JSON.stringify(reportOf(BAKERY))).toBe(JSON.stringify(report));
  });
});
