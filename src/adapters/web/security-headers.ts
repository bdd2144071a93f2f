import type { HttpHandler } from './http-handler.js';

/** Nothing may be loaded, framed or run; pages that need more say so themselves. */
const NOTHING_ALLOWED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Puts the headers on every answer that keep browsers from doing more with it than showing it. */
export const securityHeaders: HttpHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', NOTHING_ALLOWED);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.removeHeader('X-Powered-By');
  next();
};
