import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, queryOf, sendJson, sendRefusal, type HttpHandler, type Refusal } from './http-handler.js';
import { readBody } from './request-body.js';

/** A file that is answered with what it says as a napkin. */
export interface NapkinUpload {
  readonly path: string;
  /** The kinds of content that are taken, and the sentences for whoever comes otherwise. */
  readonly types: RegExp;
  readonly wrongMethod: string;
  readonly wrongType: string;
  readonly tooLarge: (mostBytes: number) => string;
  /** Reads the file; what is behind the question mark of the address is told with it. */
  readonly read: (body: Buffer, asked: URLSearchParams) => Promise<UploadAnswer> | UploadAnswer;
}

export type UploadAnswer =
  | { readonly kind: 'TableUnreadable'; readonly code: string; readonly message: string }
  | {
      readonly kind: string;
      readonly napkin: string;
      readonly steps: number;
      readonly problems: readonly object[];
    };

/** Answers POST of a file of up to so many bytes with {napkin, steps, problems}, and stores nothing. */
export function napkinUpload(upload: NapkinUpload, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== upload.path) return next();
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

function refusalOf({ method, headers }: IncomingMessage, upload: NapkinUpload): Refusal | null {
  if (method !== 'POST') return { status: 405, code: 'BAD_REQUEST', message: upload.wrongMethod };
  if (!upload.types.test(headers['content-type'] ?? '')) {
    return { status: 415, code: 'BAD_REQUEST', message: upload.wrongType };
  }
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return null;
  const message = 'The body is compressed; this server takes it uncompressed.';
  return { status: 415, code: 'BAD_REQUEST', message };
}

async function answer(
  { read }: NapkinUpload,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const found = await read(body, queryOf(request));
  if ('code' in found) return refuse(response, { status: 422, code: found.code, message: found.message });
  const { napkin, steps, problems } = found;
  sendJson(response, 200, { napkin, steps, problems });
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
