import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRaciTable } from '../../../src/adapters/imports/raci-table/index.js';
import { printReportFile } from '../../../src/adapters/reports/index.js';
import { auditReportByScheme } from '../../../src/application/audit-by-scheme.js';
import { auditReport } from '../../../src/application/audit-report.js';
import type { Parts } from '../../../src/application/parts.js';
import { Fault } from '../../../src/application/index.js';
import { stubServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
beforeAll(async () => {
  const noStream = (): Promise<never> => Promise.reject(new Fault('NOT_FOUND', 'There is no stream "lamp".'));
  const parts = {
    readTable: readRaciTable,
    printReportFile,
    unitOfWork: { read: noStream },
    planner: { readied: noStream },
  };
  server = await stubServer(
    {
      auditReport: auditReport(parts as unknown as Parts),
      auditReportByScheme: auditReportByScheme(parts),
      downloads: [],
    },
    { mostBodyBytes: 20_000 },
  );
});
afterAll(() => server.stop());

const CHART = 'Activity,Office,Emil\nAnswer,A/R,\nRepair,,R\n';

async function post(file: string, body = CHART, type = 'text/csv') {
  const response = await fetch(`${server.url}/charts/${file}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
}

describe('POST /charts/audit.EXTENSION', () => {
  it('answers a chart with its audit as a file of the right name and type', async () => {
    for (const [file, type, start] of [
      ['audit.md', 'text/markdown; charset=utf-8', '# Audit of the RACI chart lamp'],
      ['audit.html', 'text/html; charset=utf-8', '<!doctype html>'],
      ['audit.pdf', 'application/pdf', '%PDF-'],
      ['audit.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ] as const) {
      const { status, headers, text } = await post(`${file}?name=lamp.csv`);
      expect([status, headers.get('content-type'), text.startsWith(start)]).toEqual([200, type, true]);
      expect(headers.get('content-disposition')).toContain(`filename="${file}"`);
    }
  });

  it('holds a chart to another scheme, of the program or of one’s own, in the same formats', async () => {
    const decisions = 'Decision,Mara,Jonas\nRaise the prices,A,D\nHire a fitter,D,D\n';
    const daci = await post('audit.md?scheme=daci&name=decisions.csv', decisions);
    expect(daci.text).toContain('# Audit of the DACI chart decisions');
    expect(daci.text).toContain('TOO\\_MANY');
    expect((await post('audit.pdf?scheme=DACI', decisions)).text.startsWith('%PDF-')).toBe(true);
    const own = { name: 'Own', letters: ['D', 'A'].map((letter) => ({ letter, name: `${letter}oes` })) };
    const file = `audit.json?own-scheme=${encodeURIComponent(JSON.stringify(own))}`;
    expect(JSON.parse((await post(file, decisions)).text)).toMatchObject({ findings: [] });
  });

  it('heeds the thresholds of the question', async () => {
    const strict = JSON.parse((await post('audit.json?max-responsible=0')).text);
    const codes = strict.findings.map(({ code }: { code: string }) => code);
    expect(codes).toContain('TOO_MANY_RESPONSIBLE');
  });

  it('says what is wrong with a question, a file or a stream', async () => {
    for (const [file, body, status, message] of [
      ['audit.doc', CHART, 404, 'there are audit.md'],
      ['audit.md?colour=red', CHART, 400, 'what can be: stream, name'],
      ['audit.md?match=Answer', CHART, 400, 'match is NAME=NAME'],
      ['audit.md?match=Answer%3DAsk', CHART, 400, 'name it with stream'],
      ['audit.md?max-consulted=many', CHART, 400, 'max-consulted is a whole number'],
      ['audit.md?roles=left', CHART, 400, 'columns or rows'],
      ['audit.md?scheme=dacy', CHART, 400, 'there are raci, rasci, daci, rapid, or one of your own'],
      ['audit.md?scheme=daci&stream=lamp', CHART, 400, 'leave "stream" out'],
      ['audit.md?own-scheme=%7B', CHART, 400, 'own-scheme is no JSON'],
      ['audit.md?stream=lamp', CHART, 404, 'There is no stream "lamp"'],
      ['audit.md', 'only words\n', 422, ''],
      ['audit.md', 'x'.repeat(30_000), 413, 'larger than 20000 bytes'],
    ] as const) {
      const answer = await post(file, body);
      expect([file, answer.status]).toEqual([file, status]);
      expect(JSON.parse(answer.text).errors[0].message).toContain(message);
    }
    expect((await post('audit.md', CHART, 'text/plain')).status).toBe(415);
  });
});
