import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault, type ProposingMode, type UseCases } from '../../application/index.js';
import { pathOf, queryOf, sendRefusal, sendText, type HttpHandler, type Refusal } from './http-handler.js';
import { keyOf, otherRequest } from './idempotency-key.js';
import { readBody } from './request-body.js';
import { verdictLines } from './verdict-lines.js';

const PATH = /^\/streams\/([^/]+)\/wishes$/;
const CSV = /^(?:text\/csv|text\/tab-separated-values|application\/csv)\s*(?:;|$)/i;
const NDJSON = 'application/x-ndjson; charset=utf-8';

const MODES: Readonly<Record<string, ProposingMode | null>> = {
  judge: null,
  'accept-what-stands': 'ACCEPT_WHAT_STANDS',
  'all-or-nothing': 'ALL_OR_NOTHING',
};
const FAULT_STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

/** What judging many wishes needs of the use cases. */
export type WishUploadSource = Pick<UseCases, 'judgeWishTable' | 'answerOnce'>;

/** A request that is refused as a whole. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

interface Asked {
  readonly stream: string;
  readonly mode: ProposingMode | null;
  readonly expectedRevision: number | null;
  readonly key: string | null;
}

/**
 * Answers POST /streams/KEY/wishes of a CSV with one line of JSON for each row, in their order, and a last line that counts.
 * `?mode=` judge (nothing is stored), accept-what-stands or all-or-nothing; `?expectedRevision=`. An Idempotency-Key is honoured.
 */
export function wishUpload(source: WishUploadSource, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    const [, typedKey] = PATH.exec(pathOf(request)) ?? [];
    if (typedKey === undefined) return next();
    answer(source, request, response, typedKey, mostBytes).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy();
      const refusal = refusalIn(error);
      return refusal ? refuse(response, refusal, request) : next(error);
    });
  };
}

async function answer(
  source: WishUploadSource,
  request: IncomingMessage,
  response: ServerResponse,
  typedKey: string,
  mostBytes: number,
): Promise<void> {
  const asked = askedIn(request, typedKey);
  if (asked.key !== null && asked.mode !== null)
    return answerUnderKey(source, request, response, { ...asked, key: asked.key }, mostBytes);
  const lines = await linesFor(source, asked, limited(request, mostBytes));
  response.writeHead(200, { 'Content-Type': NDJSON, 'Cache-Control': 'no-store' });
  await pipeline(Readable.from(lines), response);
}

/** The body is read whole first: what was asked under a key is known by it. */
async function answerUnderKey(
  { judgeWishTable, answerOnce }: WishUploadSource,
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked & { readonly key: string },
  mostBytes: number,
): Promise<void> {
  const body = await readBody(request, mostBytes);
  if (body === null) throw tooLarge(mostBytes);
  const fingerprint = createHash('sha256').update(`${request.url}\n`).update(body).digest('hex');
  const once = await answerOnce(asked.key, fingerprint, async () => {
    const lines = await linesFor({ judgeWishTable }, asked, Readable.from([body]));
    return { answer: { status: 200, mediaType: NDJSON, body: [...lines].join('') }, keep: true };
  });
  if (once.kind === 'OTHER_REQUEST') throw new Refused(otherRequest(asked.key));
  if (once.kind === 'TAKEN_BACK')
    throw refused(
      409,
      'CONFLICT',
      'Nothing of this request was stored: another one changed the same at the same moment. Send it again under the same key.',
    );
  if (once.replayed) response.setHeader('Idempotency-Replayed', 'true');
  sendText(response, 200, once.answer.body, { 'Content-Type': NDJSON });
}

async function linesFor(
  { judgeWishTable }: Pick<WishUploadSource, 'judgeWishTable'>,
  { stream, mode, expectedRevision }: Asked,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Iterable<string>> {
  const judged = await judgeWishTable({ stream, chunks, mode, expectedRevision });
  if (judged.kind === 'TableUnreadable') throw refused(422, judged.code, judged.message);
  if (judged.kind === 'WishTable') {
    const rows = judged.bad.map(({ line, message }) => ({
      message: `Line ${line}: ${message}`,
      extensions: { code: 'BAD_USER_INPUT', line },
    }));
    throw refused(422, 'BAD_USER_INPUT', 'Some rows are no wishes, so none was judged.', rows);
  }
  return verdictLines(judged);
}

function askedIn(request: IncomingMessage, typedKey: string): Asked {
  const { method, headers } = request;
  if (method !== 'POST') throw refused(405, 'BAD_REQUEST', 'Wishes are sent here with POST, as CSV.');
  if (!CSV.test(headers['content-type'] ?? ''))
    throw refused(415, 'BAD_REQUEST', 'The Content-Type must be text/csv.');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw refused(415, 'BAD_REQUEST', 'The body is compressed; this server takes it uncompressed.');
  const asked = queryOf(request);
  const word = asked.get('mode') ?? 'judge';
  const mode = Object.hasOwn(MODES, word) ? MODES[word] : undefined;
  if (mode === undefined)
    throw refused(400, 'BAD_USER_INPUT', `mode is one of ${Object.keys(MODES).join(', ')}, not "${word}".`);
  const revision = asked.get('expectedRevision');
  if (revision !== null && !/^\d{1,9}$/.test(revision))
    throw refused(400, 'BAD_USER_INPUT', `expectedRevision is a whole number, not "${revision}".`);
  const key = keyOf(request);
  if (key !== null && typeof key !== 'string') throw new Refused(key);
  return {
    stream: decoded(typedKey),
    mode,
    expectedRevision: revision === null ? null : Number(revision),
    key,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused(404, 'NOT_FOUND', 'The address names no value stream.');
  }
}

/** The body as it comes in, as far as it may go. */
async function* limited(request: IncomingMessage, mostBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge(mostBytes);
    yield chunk;
  }
}

function tooLarge(mostBytes: number): Refused {
  return refused(413, 'TOO_LARGE', `The table is larger than ${mostBytes} bytes. Send it in parts.`);
}

function refused(status: number, code: string, message: string, more: readonly object[] = []): Refused {
  return new Refused({ status, code, message, more });
}

/** The refusal that an error stands for; null where it is none. */
function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  if (!(error instanceof Fault)) return null;
  return { status: FAULT_STATUS[error.code] ?? 500, code: error.code, message: error.message };
}

/** A client that still sends is cut off behind the answer. */
function refuse(response: ServerResponse, refusal: Refusal, request: IncomingMessage): void {
  if (refusal.status === 405) response.setHeader('Allow', 'POST');
  if (!request.complete) {
    response.setHeader('Connection', 'close');
    request.resume();
  }
  sendRefusal(response, refusal);
}
