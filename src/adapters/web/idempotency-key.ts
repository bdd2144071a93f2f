import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault, type KeptAnswer, type UseCases } from '../../application/index.js';
import { holdAnswer } from './held-answer.js';
import { withoutSecrets } from './told-secrets.js';
import { pathOf, sendRefusal, sendText, type HttpHandler, type Refusal } from './http-handler.js';

const USABLE = /^[\x21-\x7e]{1,255}$/;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Honours the Idempotency-Key of a POST to the path: what was asked under a key is done once, and its answer is given again
 * for 24 hours, marked with Idempotency-Replayed, and with null in the place of secrets. Stands behind what reads the body.
 */
export function idempotencyKey(path: string, { answerOnce }: Pick<UseCases, 'answerOnce'>): HttpHandler {
  return (request, response, next) => {
    const key = keyOf(request);
    if (key === null || pathOf(request) !== path || request.method !== 'POST') return next();
    if (typeof key !== 'string') return sendRefusal(response, key);
    const held = holdAnswer(response);
    const produce = async () => {
      next();
      const body = await held.body;
      const answer = { status: response.statusCode, mediaType: mediaTypeOf(response), body };
      const keep = answer.status === 200 && !('errors' in contentOf(answer));
      return { answer, keep, kept: { ...answer, body: withoutSecrets(response, body) } };
    };
    answerOnce(key, fingerprintOf(request), produce)
      .finally(held.release)
      .then(
        (once) => {
          if (once.kind === 'OTHER_REQUEST') return refuse(response, otherRequest(key));
          if (once.kind === 'ANSWERED' && once.replayed) return replay(response, once.answer);
          if (once.kind === 'TAKEN_BACK' && claimsSomething(once.answer))
            return refuse(response, NOTHING_STORED);
          response.end(once.answer.body);
        },
        (error: unknown) =>
          error instanceof Fault
            ? refuse(response, { status: 503, code: error.code, message: error.message })
            : next(error),
      );
  };
}

const NOTHING_STORED: Refusal = {
  status: 409,
  code: 'CONFLICT',
  message:
    'Nothing of this request was stored: one of its acts failed, or another request changed the same at the same moment. Send it again under the same key.',
};

/** The key under which a request came; null where it has none, a refusal where it cannot be kept. */
export function keyOf({ headers }: IncomingMessage): string | Refusal | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && USABLE.test(key)) return key;
  const message = 'An Idempotency-Key is 1 to 255 letters, digits and signs without spaces.';
  return { status: 400, code: 'BAD_REQUEST', message };
}

/** The key was told with another request before. */
export function otherRequest(key: string): Refusal {
  const message = `The Idempotency-Key "${key}" stands for another request of the last 24 hours. Send this one under a key of its own.`;
  return { status: 422, code: 'CONFLICT', message };
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

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.removeHeader('ETag');
  sendRefusal(response, refusal);
}
