import type { HttpHandler } from './http-handler.js';

/** Nothing may be loaded, framed or run; pages that need more say so themselves. */
const NOTHING_ALLOWED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A year, for this host alone: what its subdomains serve is not known here. */
const TLS_ONLY = 'max-age=31536000';

/**
 * Puts the headers on every answer that keep browsers from doing more with it than showing it. secure: people reach the
 * server through TLS, and browsers are told never to come without it.
 */
export function securityHeaders({ secure }: { readonly secure: boolean }): HttpHandler {
  return (_request, response, next) => {
    if (secure) response.setHeader('Strict-Transport-Security', TLS_ONLY);
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
}
