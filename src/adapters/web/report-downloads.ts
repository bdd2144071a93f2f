import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PrintedReport, ReportFormat, UseCases } from '../../application/index.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';

const FORMATS: Readonly<Record<string, ReportFormat>> = {
  md: 'MARKDOWN',
  csv: 'CSV',
  html: 'HTML',
  json: 'JSON',
};
const PATH = /^\/streams\/([^/]+)\/raci\.([a-z]+)$/;
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** What downloads need of the use cases. */
export type ReportSource = Pick<UseCases, 'stream' | 'raciReport'>;

/** Serves GET /streams/KEY/raci.EXT (md, csv, html, json): the report of the latest revision as a file. */
export function reportDownloads(source: ReportSource): HttpHandler {
  return (request, response, next) => {
    const match = PATH.exec(pathOf(request));
    const key = match && decoded(match[1] ?? '');
    if (!match || key === null) return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendText(response, 405, 'A report can only be read.\n', { Allow: 'GET, HEAD' });
    }
    const extension = match[2] ?? '';
    const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
    if (!format) {
      const message = `There is no report as .${extension}; there is .${Object.keys(FORMATS).join(', .')}.\n`;
      return sendText(response, 404, message);
    }
    sendReport(source, key, format, request, response).catch(next);
  };
}

async function sendReport(
  source: ReportSource,
  key: string,
  format: ReportFormat,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const planned = await source.stream(key);
  if (!planned) {
    const remedy = 'The keys are told by the query { valueStreams { edges { node { key } } } }.';
    return sendText(response, 404, `There is no value stream with the key "${key}". ${remedy}\n`);
  }
  const report = source.raciReport(planned, format);
  const tag = `"${createHash('sha256').update(report.content).digest('hex')}"`;
  const headers = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': REPORT_POLICY,
  };
  if (matches(request.headers['if-none-match'], tag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  sendText(response, 200, report.content, {
    ...headers,
    'Content-Type': report.mediaType,
    'Content-Disposition': disposition(report),
  });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}

/** Pages are shown, all else is saved; names in any alphabet survive. */
function disposition({ format, filename }: PrintedReport): string {
  const plain = filename.replace(/[^\w.-]/g, '_');
  const kind = format === 'HTML' ? 'inline' : 'attachment';
  const encoded = encodeURIComponent(filename).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
