import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault, type KeptAnswer, type UseCases } from '../../application/index.js';
import { holdAnswer } from './held-answer.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';

const KEY = /^[\x21-\x7e]{1,255}$/;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Honours the Idempotency-Key of a POST to the path: what was asked under a key is done once, and its answer is given again
 * for 24 hours, marked with Idempotency-Replayed. Stands behind what reads the body.
 */
export function idempotencyKey(path: string, { answerOnce }: Pick<UseCases, 'answerOnce'>): HttpHandler {
  return (request, response, next) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || pathOf(request) !== path || request.method !== 'POST') return next();
    if (typeof key !== 'string' || !KEY.test(key)) {
      const message = 'An Idempotency-Key is 1 to 255 letters, digits and signs without spaces.';
      return refuse(response, 400, 'BAD_REQUEST', message);
    }
    const held = holdAnswer(response);
    const produce = async () => {
      next();
      const body = await held.body;
      const answer = { status: response.statusCode, mediaType: mediaTypeOf(response), body };
      return { answer, keep: answer.status === 200 && !('errors' in contentOf(answer)) };
    };
    answerOnce(key, fingerprintOf(request), produce)
      .finally(held.release)
      .then(
        (once) => {
          if (once.kind === 'OTHER_REQUEST') return refuse(response, 422, 'CONFLICT', otherRequest(key));
          if (once.kind === 'ANSWERED' && once.replayed) return replay(response, once.answer);
          if (once.kind === 'TAKEN_BACK' && claimsSomething(once.answer))
            return refuse(response, 409, 'CONFLICT', NOTHING_STORED);
          response.end(once.answer.body);
        },
        (error: unknown) =>
          error instanceof Fault ? refuse(response, 503, error.code, error.message) : next(error),
      );
  };
}

const NOTHING_STORED =
  'Nothing of this request was stored: one of its acts failed, or another request changed the same at the same moment. Send it again under the same key.';

function otherRequest(key: string): string {
  return `The Idempotency-Key "${key}" stands for another request of the last 24 hours. Send this one under a key of its own.`;
}

/** The same for the same document, variables and operation, however the body is spaced. */
function fingerprintOf(request: IncomingMessage & { readonly body?: unknown }): string {
  return createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('hex');
}

function mediaTypeOf(response: ServerResponse): string {
  const told = response.getHeader('content-type');
  return typeof told === 'string' ? told : JSON_TYPE;
}

function contentOf({ body }: KeptAnswer): object {
  try {
    const content: unknown = JSON.parse(body);
    return typeof content === 'object' && content !== null ? content : { errors: [] };
  } catch {
    return { errors: [] };
  }
}

/** Whether the answer tells of anything that was done or read. */
function claimsSomething(answer: KeptAnswer): boolean {
  const content = contentOf(answer);
  const data: unknown = 'data' in content ? content.data : null;
  return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
}

function replay(response: ServerResponse, { status, mediaType, body }: KeptAnswer): void {
  sendText(response, status, body, { 'Content-Type': mediaType, 'Idempotency-Replayed': 'true' });
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.removeHeader('ETag');
  const body = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
  sendText(response, status, body, { 'Content-Type': JSON_TYPE });
}
