import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../support/answers.js';
import type { TestServer } from '../support/test-server.js';
import { wholeServer } from '../support/whole-server.js';

const AUDIT = `query ($input: AuditChartBySchemeInput!) { auditChartByScheme(input: $input) {
  ... on SchemeAudit { scheme activities roles letters { letter cells } findings { code severity cell activity role message } }
  ... on ChartUnreadable { code message } } }`;
const CSV = 'Decision,Mara,Jonas\nRaise the prices,A,D\nHire a fitter,D,D\n';

let server: TestServer;
beforeAll(async () => {
  server = await wholeServer();
});
afterAll(() => server.stop());

const ask = (input: object) => server.ask(AUDIT, { input });

describe('a chart held to a scheme over HTTP', () => {
  it('tells letters and findings of a scheme that comes along', async () => {
    const answer = await ask({ csv: CSV, scheme: 'DACI' });
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'auditChartByScheme')).toMatchObject({
      scheme: 'DACI',
      activities: 2,
      letters: [{ letter: 'D', cells: 3 }, { letter: 'A', cells: 1 }, {}, {}],
      findings: [
        { code: 'TOO_MANY', cell: 'B3,C3' },
        { code: 'TOO_FEW', cell: 'A3' },
      ],
    });
  });

  it('takes one of your own, and says what is wrong with it', async () => {
    const own = {
      name: 'Own',
      letters: [
        { letter: 'D', name: 'Does' },
        { letter: 'A', name: 'Asks' },
      ],
    };
    const answer = await ask({ csv: CSV, ownScheme: JSON.stringify(own) });
    expect(at(answer, 'auditChartByScheme')).toMatchObject({ scheme: 'Own', findings: [] });
    const bad = await ask({ csv: CSV, ownScheme: '{"name":"Own"}' });
    expect(bad.errors).toMatchObject([
      { message: 'ownScheme: letters: a list was expected.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('gives the same as a report', async () => {
    const REPORT = `query ($input: AuditChartBySchemeInput!) { auditReportByScheme(input: $input, format: MARKDOWN,
      name: "calls.csv") { __typename ... on Report { filename content } ... on ChartUnreadable { code } } }`;
    const told = await server.ask(REPORT, { input: { csv: CSV, scheme: 'DACI' } });
    expect(at(told, 'auditReportByScheme')).toMatchObject({
      __typename: 'Report',
      filename: expect.stringMatching(/\.md$/),
      content: expect.stringContaining('# Audit of the DACI chart calls.csv'),
    });
    const none = await server.ask(REPORT, { input: { csv: 'x', scheme: 'DACI' } });
    expect(at(none, 'auditReportByScheme', '__typename')).toBe('ChartUnreadable');
  });

  it('asks for one scheme, and says why no chart can be read', async () => {
    expect((await ask({ csv: CSV })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(at(await ask({ csv: 'x', scheme: 'RAPID' }), 'auditChartByScheme')).toMatchObject({
      code: expect.any(String),
    });
  });
});
