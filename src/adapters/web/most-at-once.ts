import { LOOKED_AT } from './health.js';
import { pathOf, sendRefusal, type HttpHandler } from './http-handler.js';

/** Seconds after which a client that was turned away may come again. */
const COME_AGAIN = 1;

/** Answers 503 with Retry-After while so many requests are being answered already; health is told whatever goes on. */
export function mostAtOnce(most: number): HttpHandler {
  let running = 0;
  return (request, response, next) => {
    if (LOOKED_AT.has(pathOf(request))) return next();
    if (running >= most) {
      const message = `This server answers ${most} requests at once, and that many are running. Try again in a second.`;
      const refusal = { status: 503, code: 'UNAVAILABLE', message };
      return sendRefusal(response, refusal, { 'Retry-After': String(COME_AGAIN) });
    }
    running += 1;
    response.once('close', () => {
      running -= 1;
    });
    next();
  };
}
