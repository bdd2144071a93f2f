import { queryOf, sendRefusal, type HttpHandler } from './http-handler.js';

/** Refuses an address that tells the same word twice: whoever stands before this server may have looked at the other one. */
export const toldOnce: HttpHandler = (request, response, next) => {
  const words = [...queryOf(request).keys()];
  const twice = words.find((word, nth) => words.indexOf(word) !== nth);
  if (twice === undefined) return next();
  const shown = twice.replace(/[^\w.-]/g, '?').slice(0, 40);
  sendRefusal(response, {
    status: 400,
    code: 'BAD_REQUEST',
    message: `The address tells "${shown}" more than once. Tell it once.`,
  });
};
