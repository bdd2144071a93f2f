import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Doors, VouchedFor } from '../../application/access/index.js';
import { Fault } from '../../application/index.js';
import { browserOf } from './browser-of.js';
import { readCookie, setCookie, type CookieSettings } from './credentials.js';
import { pathOf, queryOf, sendText, type HttpHandler } from './http-handler.js';
import { finishSignIn, localPath, sendSignInPage, type SignInWays } from './sign-in.js';
import { triedSignIn, type TriedSignIn } from './tried-sign-in.js';

/** What goes to the provider and comes back. */
export interface OpenIdDoor {
  readonly name: string;
  start(redirectUri: string): Promise<{ readonly url: string; readonly visit: object }>;
  finish(cameBackTo: URL, visit: Visit): Promise<VouchedFor | 'TOO_WEAK' | null>;
}

interface Visit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What signing in with a provider needs. */
export interface OpenIdParts extends Pick<Doors, 'signInElsewhere' | 'signOut'> {
  readonly provider: OpenIdDoor;
  readonly cookies: CookieSettings;
  readonly behindProxy: boolean;
  readonly passwordsLetIn: boolean;
  /** Is told of every attempt. */
  readonly tell: (tried: TriedSignIn) => void;
  /** The address at which people reach the server; null takes the one that they asked. */
  readonly publicUrl: string | null;
}

const START = '/sign-in/openid';
const BACK = '/sign-in/openid/callback';
const VISIT_COOKIE = 'headwater-openid';
const VISIT_LASTS = 600;

/** Serves GET /sign-in/openid, which goes to the provider, and GET /sign-in/openid/callback, where it comes back to. */
export function openIdRoutes(parts: OpenIdParts): HttpHandler {
  return (request, response, next) => {
    const path = pathOf(request);
    if (path !== START && path !== BACK) return next();
    if (request.method !== 'GET') return sendText(response, 405, 'Come here with GET.\n', { Allow: 'GET' });
    const done = path === START ? goThere(parts, request, response) : comeBack(parts, request, response);
    done.catch((error: unknown) => {
      if (!(error instanceof Fault)) return next(error);
      const to = localPath(queryOf(request).get('to'));
      sendSignInPage(signInWays(parts), response, { status: 503, member: null, to, wrong: error.message });
    });
  };
}

async function goThere(
  parts: OpenIdParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider, cookies } = parts;
  const { url, visit } = await provider.start(`${originOf(parts, request)}${BACK}`);
  const to = localPath(queryOf(request).get('to'));
  const kept = Buffer.from(JSON.stringify({ ...visit, to })).toString('base64url');
  response.setHeader('Set-Cookie', setCookie(VISIT_COOKIE, kept, VISIT_LASTS, cookies));
  sendText(response, 303, 'To the provider.\n', { Location: url });
}

async function comeBack(
  parts: OpenIdParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider, cookies, signInElsewhere, signOut, behindProxy } = parts;
  const kept = visitIn(readCookie(request, VISIT_COOKIE, cookies));
  const to = localPath(kept?.to ?? null);
  const forgotten = setCookie(VISIT_COOKIE, '', 0, cookies);
  const cameBackTo = new URL(request.url ?? '/', originOf(parts, request));
  const found = kept && (await provider.finish(cameBackTo, kept));
  const who = found === 'TOO_WEAK' ? null : found;
  const signedIn = who ? await signInElsewhere({ ...who, browser: browserOf(request) }) : null;
  const told = { way: 'OPENID', outcome: signedIn?.kind ?? 'REFUSED', email: who?.email ?? null } as const;
  parts.tell(triedSignIn(request, response, { ...told, behindProxy }));
  response.setHeader('Set-Cookie', forgotten);
  if (signedIn?.kind === 'SIGNED_IN')
    return finishSignIn({ cookies, ...signInWays(parts), signOut }, { request, response }, signedIn, to);
  if (found === 'TOO_WEAK') {
    const wrong = `${provider.name} did not say that you signed in there as this server asks for, as with a second factor. Sign in there anew in that way.`;
    return sendSignInPage(signInWays(parts), response, { status: 401, member: null, to, wrong });
  }
  const wrong = who
    ? `${provider.name} knows you, and nobody has let you in here: an owner adds your e-mail address first.`
    : `${provider.name} did not vouch for anybody. Try again.`;
  sendSignInPage(signInWays(parts), response, { status: 401, member: null, to, wrong });
}

function signInWays({ provider, passwordsLetIn }: OpenIdParts): SignInWays {
  return { provider: provider.name, passwordsLetIn };
}

function originOf({ publicUrl }: OpenIdParts, { headers }: IncomingMessage): string {
  return publicUrl ?? `http://${headers.host ?? 'localhost'}`;
}

/** What the cookie says; null where it is none of ours. */
function visitIn(cookie: string | null): (Visit & { readonly to: string | null }) | null {
  try {
    const told: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8'));
    if (typeof told !== 'object' || told === null) return null;
    const { state, nonce, verifier, to }: Readonly<Record<string, unknown>> = { ...told };
    if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return null;
    return { state, nonce, verifier, to: typeof to === 'string' ? to : null };
  } catch {
    return null;
  }
}
