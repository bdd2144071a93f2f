import { describe, expect, it } from '@jest/globals';
import { printJson } from '../../../src/adapters/reports/print-json.js';
import { attackedReport, ATTACKS, BAKERY, reportOf } from '../../support/report-case.js';

describe('the JSON report', () => {
  it('is the whole report as data', () => {
    const report = reportOf(BAKERY);
    expect(JSON.parse(printJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(printJson(report).endsWith('}\n')).toBe(true);
  });

  it.each(ATTACKS.map((attack) => [JSON.stringify(attack), attack]))(
    'keeps text as it was written: %s',
    (_, attack) => {
      expect(JSON.parse(printJson(attackedReport(attack)))).toMatchObject({ title: attack });
    },
  );
});
