import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';

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

/** Answers what broke on the way with an id, and keeps the error under it. */
export function answerFault(keep: (error: unknown) => string): FaultHandler {
  // A handler of four parameters is one for errors.
  return (error, _request, response, _next) => {
    const id = keep(error);
    if (response.headersSent) response.destroy();
    else sendText(response, 500, `Something broke in the server. Its log has more under the id ${id}.\n`);
  };
}
