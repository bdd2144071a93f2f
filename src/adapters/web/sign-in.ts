import type { IncomingMessage, ServerResponse } from 'node:http';
import { SESSION_LASTS, type Doors, type Member, type SignedIn } from '../../application/access/index.js';
import { browserOf } from './browser-of.js';
import { clientAddress } from './client-address.js';
import {
  credentialsOf,
  isFromElsewhere,
  SESSION_COOKIE,
  setCookie,
  type CookieSettings,
} from './credentials.js';
import { pathOf, queryOf, sendText, type HttpHandler } from './http-handler.js';
import { readForm } from './read-form.js';
import { sendPlainPage } from './send-plain-page.js';
import { signInPage } from './sign-in-page.js';
import { triedSignIn, type TriedSignIn } from './tried-sign-in.js';

/** By what people sign in here. */
export interface SignInWays {
  /** How the OpenID Connect provider is called; null where there is none. */
  readonly provider: string | null;
  readonly passwordsLetIn: boolean;
}

/** What signing in needs. */
export interface SignInParts extends SignInWays, Pick<Doors, 'admit' | 'signIn' | 'signOut'> {
  readonly cookies: CookieSettings;
  readonly behindProxy: boolean;
  /** Is told of every attempt. */
  readonly tell: (tried: TriedSignIn) => void;
}

const ENDED =
  'This password was made for you some days ago and has ended. An owner of your workspace, or whoever runs the server, makes another one.';
const PROVIDER_ONLY = 'Passwords let nobody in here: sign in with the provider.';
const REFUSED = 'This e-mail address and password do not go together.';

/** Serves the page at GET /sign-in, and takes POST /sign-in and POST /sign-out of its forms. */
export function signInRoutes(parts: SignInParts): HttpHandler {
  return (request, response, next) => {
    const path = pathOf(request);
    if (path === '/sign-in') {
      if (request.method === 'POST') return void takeForm(parts, request, response).catch(next);
      if (request.method === 'GET' || request.method === 'HEAD')
        return void showPage(parts, request, response).catch(next);
      return sendText(response, 405, 'Sign in with GET and POST.\n', { Allow: 'GET, HEAD, POST' });
    }
    if (path !== '/sign-out') return next();
    if (request.method !== 'POST') return sendText(response, 405, 'Sign out with POST.\n', { Allow: 'POST' });
    endSession(parts, request, response).catch(next);
  };
}

async function showPage(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { session } = credentialsOf(request, parts.cookies);
  const member = session === null ? null : await parts.admit({ token: null, session });
  const to = localPath(queryOf(request).get('to'));
  sendSignInPage(parts, response, { status: 200, member, to, wrong: null });
}

async function takeForm(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (isFromElsewhere(request))
    return sendText(response, 403, 'A page of another site may not sign anybody in here.\n');
  const told = await readForm(request);
  if (told === null) return sendText(response, 400, 'This takes the form of the page at /sign-in.\n');
  const to = localPath(told.get('to'));
  if (!parts.passwordsLetIn)
    return sendSignInPage(parts, response, { status: 403, member: null, to, wrong: PROVIDER_ONLY });
  const email = told.get('email') ?? '';
  const { behindProxy } = parts;
  const signedIn = await parts.signIn({
    email,
    password: told.get('password') ?? '',
    workspace: told.get('workspace'),
    address: clientAddress(request, behindProxy),
    browser: browserOf(request),
  });
  const outcome = signedIn.kind;
  parts.tell(triedSignIn(request, response, { way: 'PASSWORD', outcome, email, behindProxy }));
  await finishSignIn(parts, { request, response }, signedIn, to);
}

/** What a request came with, and what it is answered by. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Sets the cookie, ends the session that the browser had, and goes on; or shows the page with what went wrong. */
export async function finishSignIn(
  parts: Pick<SignInParts, 'cookies' | 'provider' | 'passwordsLetIn' | 'signOut'>,
  { request, response }: Asked,
  signedIn: SignedIn,
  to: string,
): Promise<void> {
  if (signedIn.kind === 'SIGNED_IN') {
    const { session } = credentialsOf(request, parts.cookies);
    if (session !== null) await parts.signOut(session);
    const cookie = setCookie(SESSION_COOKIE, signedIn.secret, SESSION_LASTS / 1000, parts.cookies);
    response.appendHeader('Set-Cookie', cookie);
    return sendText(response, 303, 'Signed in.\n', { Location: to });
  }
  const page = { member: null, to };
  if (signedIn.kind === 'REFUSED')
    return sendSignInPage(parts, response, { ...page, status: 401, wrong: REFUSED });
  if (signedIn.kind === 'PASSWORD_ENDED')
    return sendSignInPage(parts, response, { ...page, status: 401, wrong: ENDED });
  response.setHeader('Retry-After', String(signedIn.secondsToWait));
  const minutes = Math.ceil(signedIn.secondsToWait / 60);
  const wrong = `That went wrong too often. Try again in ${minutes} minutes.`;
  sendSignInPage(parts, response, { ...page, status: 429, wrong });
}

async function endSession(
  parts: SignInParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (isFromElsewhere(request))
    return sendText(response, 403, 'A page of another site may not sign anybody out here.\n');
  const { session } = credentialsOf(request, parts.cookies);
  if (session !== null) await parts.signOut(session);
  response.setHeader('Set-Cookie', setCookie(SESSION_COOKIE, '', 0, parts.cookies));
  // The query page keeps what was asked in the browser; whoever sits down next is not to find it.
  response.setHeader('Clear-Site-Data', '"cache", "storage"');
  sendText(response, 303, 'Signed out.\n', { Location: '/sign-in' });
}

interface Shown {
  readonly status: number;
  readonly member: Member | null;
  readonly to: string;
  readonly wrong: string | null;
}

/** Sends the page where people sign in. */
export function sendSignInPage(
  { provider, passwordsLetIn }: SignInWays,
  response: ServerResponse,
  { status, ...shown }: Shown,
): void {
  sendPlainPage(response, status, signInPage({ ...shown, provider, passwordsLetIn }));
}

/** Where to go afterwards: a path of this server, whatever the request says. */
export function localPath(told: string | null): string {
  return told !== null && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(told) && !told.includes('\\')
    ? told
    : '/graphql';
}
