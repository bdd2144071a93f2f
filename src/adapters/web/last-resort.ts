import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault } from '../../application/index.js';
import { pathOf, sendRefusal, sendText, type HttpHandler } from './http-handler.js';

/** Answers 404 for every path but this one. */
export function nothingHere(path: string): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) === path) return next();
    sendText(
      response,
      404,
      `There is nothing at ${pathOf(request)}. GraphQL and its query page are at ${path}.\n`,
    );
  };
}

type FaultHandler = (
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** What anybody may know of a database that is gone: not where it is, and not what its driver says. */
const OUT_OF_REACH = {
  status: 503,
  code: 'UNAVAILABLE',
  message: 'The database cannot be reached at the moment, and nothing was stored. Try again in a moment.',
};
const SECONDS_TO_WAIT = '2';

/** Answers what broke on the way with an id, what is out of reach with 503, and keeps the error in the log. */
export function answerFault(keep: (error: unknown) => string): FaultHandler {
  // A handler of four parameters is one for errors.
  return (error, _request, response, _next) => {
    const id = keep(error);
    if (response.headersSent) response.destroy();
    else if (error instanceof Fault && error.code === 'UNAVAILABLE')
      sendRefusal(response, OUT_OF_REACH, { 'Retry-After': SECONDS_TO_WAIT });
    else sendText(response, 500, `Something broke in the server. Its log has more under the id ${id}.\n`);
  };
}
