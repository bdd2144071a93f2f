import { expect, it } from '@jest/globals';
import { at, DRAW, KEY, NAPKIN } from '../support/answers.js';
import { describeOnWholeServers } from '../support/whole-server.js';

const AUDIT = `query ($input: AuditChartInput!) { auditChart(input: $input) {
  __typename
  ... on ChartUnreadable { code message }
  ... on ChartAudit {
    title activities roles letters { R A C I }
    findings { code severity activity role cell message }
    comparison {
      counts { SAME ALLOWED OTHER_LETTER UNJUSTIFIED MISSING }
      activities { activity cell step { name } by candidates { name score } }
      roles { role cell holder by candidates { name } }
      questions { activity name cell waiting candidates { name } }
      cells { verdict activity role cell step { name } holder letter planLetter because { text } reasons { code remedy } }
      nobodyCarries { step { name } why planned }
      carriesNothing { name inChart letters }
      unknownNames { name in nearest }
    }
  }
} }`;
const CHART = [
  'Activity,Amal,Bo,Cleaner',
  'Clean the windows,A,R,',
  'Send the bill,R,,A',
  'Paint the door,R,,',
].join('\n');

describeOnWholeServers('the audit of a chart over GraphQL', (server) => {
  it('tells the faults of the chart itself where no stream is named', async () => {
    const audit = at(await server().ask(AUDIT, { input: { csv: CHART } }), 'auditChart');
    expect(audit).toMatchObject({
      __typename: 'ChartAudit',
      activities: 3,
      roles: ['Amal', 'Bo', 'Cleaner'],
      letters: { R: 3, A: 2, C: 0, I: 0 },
      comparison: null,
    });
    expect(at(audit, 'findings')).toContainEqual(
      expect.objectContaining({ code: 'NO_ACCOUNTABLE', activity: 'Paint the door', cell: 'A4' }),
    );
  });

  it('holds every letter to the stream, with the reasons for and against', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const answer = await server().ask(AUDIT, { input: { csv: CHART, stream: KEY } });
    const comparison = at(answer, 'auditChart', 'comparison');
    expect(at(comparison, 'activities', 2)).toMatchObject({ activity: 'Paint the door', step: null });
    const cells = at(comparison, 'cells') as readonly Record<string, unknown>[];
    const bo = cells.find(({ cell }) => cell === 'C2');
    expect(bo).toMatchObject({ letter: 'R', step: { name: 'Clean the windows' }, reasons: [] });
    expect(at(bo, 'because', 0, 'text')).toMatch(/window cleaning/i);
    for (const { verdict, reasons } of cells)
      expect((reasons as unknown[]).length > 0).toBe(verdict === 'UNJUSTIFIED' || verdict === 'OTHER_LETTER');
    const counts = at(comparison, 'counts') as Record<string, number>;
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(cells.length);
  });

  it('takes what a person settled, and says which name is not there', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const settled = { activities: [{ name: 'Paint the door', to: 'Quote the window' }] };
    const answer = await server().ask(AUDIT, { input: { csv: CHART, stream: KEY, ...settled } });
    expect(at(answer, 'auditChart', 'comparison', 'unknownNames')).toEqual([
      { name: 'Quote the window', in: 'STEP', nearest: 'Quote the windows' },
    ]);
  });

  it('answers what is no chart as data, and what is no request as a fault', async () => {
    const none = at(await server().ask(AUDIT, { input: { csv: 'Dear all' } }), 'auditChart');
    expect(none).toMatchObject({ __typename: 'ChartUnreadable' });
    expect(at(none, 'message')).toBeTruthy();
    const damaged = at(await server().ask(AUDIT, { input: { xlsx: 'UEsDBAAA' } }), 'auditChart');
    expect(damaged).toMatchObject({ __typename: 'ChartUnreadable' });
    for (const input of [
      {},
      { csv: CHART, xlsx: 'AAAA' },
      { xlsx: '!' },
      { csv: CHART, holders: [{ name: 'Bo' }] },
    ]) {
      const { errors } = await server().ask(AUDIT, { input });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const { errors } = await server().ask(AUDIT, { input: { csv: CHART, stream: 'nowhere' } });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('gives the same as a report in a format of text', async () => {
    await server().ask(DRAW, { input: { napkin: NAPKIN } });
    const REPORT = `query ($input: AuditChartInput!) { auditReport(input: $input, format: MARKDOWN, name: "old.csv") {
      __typename ... on Report { format filename mediaType content } ... on ChartUnreadable { code }
    } }`;
    const report = at(await server().ask(REPORT, { input: { csv: CHART, stream: KEY } }), 'auditReport');
    expect(report).toMatchObject({
      __typename: 'Report',
      format: 'MARKDOWN',
      filename: `audit-${KEY}-r1.md`,
    });
    expect(at(report, 'content')).toMatch(/^# Audit of the RACI chart old\\?\.csv\n/);
    const none = await server().ask(REPORT, { input: { csv: 'only words\n' } });
    expect(at(none, 'auditReport', '__typename')).toBe('ChartUnreadable');
  });
});
