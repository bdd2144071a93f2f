import type { IncomingMessage, ServerResponse } from 'node:http';
import type { UseCases } from '../../application/index.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';
import { readBody } from './request-body.js';

const PATH = '/napkins/from-table';
const TYPES =
  /^(?:text\/csv|text\/tab-separated-values|application\/csv|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|application\/octet-stream)\s*(?:;|$)/i;
const LONGEST_NAME = 200;

/** What the import of tables needs of the use cases. */
export type TableImportSource = Pick<UseCases, 'napkinFromTable'>;

/**
 * Answers POST /napkins/from-table with {napkin, steps, problems} for a table of steps in CSV or XLSX, up to so many bytes,
 * and stores nothing. `?name=` names a stream that no cell of the table names.
 */
export function tableImport(source: TableImportSource, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== PATH) return next();
    const refusal = refusalOf(request);
    if (refusal !== null) return refuse(response, refusal.status, refusal.code, refusal.message);
    readBody(request, mostBytes)
      .then(
        (body) =>
          body === null ? tooLarge(request, response, mostBytes) : answer(source, request, response, body),
        () => response.destroy(), // the client went away in the middle of its body
      )
      .catch(next);
  };
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

function refusalOf({ method, headers }: IncomingMessage): Refusal | null {
  if (method !== 'POST') {
    return { status: 405, code: 'BAD_REQUEST', message: 'A table is sent here with POST, as CSV or XLSX.' };
  }
  if (!TYPES.test(headers['content-type'] ?? '')) {
    const message =
      'The Content-Type must be text/csv, or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet for a workbook (.xlsx).';
    return { status: 415, code: 'BAD_REQUEST', message };
  }
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return null;
  return {
    status: 415,
    code: 'BAD_REQUEST',
    message: 'The body is compressed; this server takes it uncompressed.',
  };
}

async function answer(
  source: TableImportSource,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const name = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('name');
  const table = await source.napkinFromTable(body, name === null ? null : name.slice(0, LONGEST_NAME));
  if (table.kind === 'TableUnreadable') return refuse(response, 422, table.code, table.message);
  const { napkin, steps, problems } = table;
  send(response, 200, { napkin, steps, problems });
}

/** A client that still sends is cut off behind the answer. */
function tooLarge(request: IncomingMessage, response: ServerResponse, mostBytes: number): void {
  if (!request.complete) response.setHeader('Connection', 'close');
  refuse(
    response,
    413,
    'TOO_LARGE',
    `The table is larger than ${mostBytes} bytes. Send the sheet with the steps by itself.`,
  );
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  if (status === 405) response.setHeader('Allow', 'POST');
  send(response, status, { errors: [{ message, extensions: { code } }] });
}

function send(response: ServerResponse, status: number, content: object): void {
  sendText(response, status, `${JSON.stringify(content)}\n`, {
    'Content-Type': 'application/json; charset=utf-8',
  });
}
