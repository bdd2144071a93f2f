import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault } from '../../application/index.js';
import { queryOf, sendRefusal, type HttpHandler, type Refusal } from './http-handler.js';
import { readBody } from './request-body.js';

/** A file that is sent with POST and answered; nothing of it is stored. */
export interface FileUpload {
  /** The kinds of content that are taken, and the sentences for whoever comes otherwise. */
  readonly types: RegExp;
  readonly wrongMethod: string;
  readonly wrongType: string;
  readonly tooLarge: (mostBytes: number) => string;
  /** Answers the file, or tells why not; what is behind the question mark of the address is told with it. */
  readonly answer: (
    body: Buffer,
    asked: URLSearchParams,
    response: ServerResponse,
  ) => Promise<Refusal | null>;
}

/** CSV and XLSX. */
export const TABLE_TYPES =
  /^(?:text\/csv|text\/tab-separated-values|application\/csv|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|application\/octet-stream)\s*(?:;|$)/i;

const FAULT_STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, UNAVAILABLE: 503 };

/** Answers POST of a file of up to so many bytes; a Fault NOT_FOUND or UNAVAILABLE becomes a refusal. */
export function fileUpload(upload: FileUpload, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    const refusal = refusalOf(request, upload);
    if (refusal !== null) return refuse(response, refusal);
    readBody(request, mostBytes)
      .then(
        (body) =>
          body === null
            ? tooLarge(request, response, upload.tooLarge(mostBytes))
            : answer(upload, request, response, body),
        () => response.destroy(), // the client went away in the middle of its body
      )
      .catch(next);
  };
}

function refusalOf({ method, headers }: IncomingMessage, upload: FileUpload): Refusal | null {
  if (method !== 'POST') return { status: 405, code: 'BAD_REQUEST', message: upload.wrongMethod };
  if (!upload.types.test(headers['content-type'] ?? '')) {
    return { status: 415, code: 'BAD_REQUEST', message: upload.wrongType };
  }
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return null;
  const message = 'The body is compressed; this server takes it uncompressed.';
  return { status: 415, code: 'BAD_REQUEST', message };
}

async function answer(
  upload: FileUpload,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  try {
    const refusal = await upload.answer(body, queryOf(request), response);
    if (refusal !== null) refuse(response, refusal);
  } catch (error) {
    const status = error instanceof Fault ? FAULT_STATUS[error.code] : undefined;
    if (!(error instanceof Fault) || status === undefined) throw error;
    refuse(response, { status, code: error.code, message: error.message });
  }
}

/** A client that still sends is cut off behind the answer. */
function tooLarge(request: IncomingMessage, response: ServerResponse, message: string): void {
  if (!request.complete) response.setHeader('Connection', 'close');
  refuse(response, { status: 413, code: 'TOO_LARGE', message });
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  if (refusal.status === 405) response.setHeader('Allow', 'POST');
  sendRefusal(response, refusal);
}
