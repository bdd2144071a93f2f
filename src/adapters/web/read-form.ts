import type { IncomingMessage } from 'node:http';
import { readBody } from './request-body.js';

const MOST_BYTES = 8 * 1024;

/** What a form of a page says; null where the body is none, too large to be one, or never came to its end. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  const body = isForm ? await readBody(request, MOST_BYTES).catch(() => null) : null;
  return body && new URLSearchParams(body.toString('utf8'));
}
