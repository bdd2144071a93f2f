import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Doors, Member } from '../../application/access/index.js';
import { credentialsOf, isFromElsewhere, type CookieSettings } from './credentials.js';
import { pathOf, sendRefusal, sendText, type HttpHandler } from './http-handler.js';
import { noteWho } from './refused-for.js';

/** What decides who is let in. */
export interface AdmissionParts {
  readonly admit: Doors['admit'];
  /** Whoever sits at a machine without accounts; null where everybody has to sign in. */
  readonly open: () => Promise<Member | null>;
  /** Goes on as what this member asks for. */
  readonly enter: (member: Member | null, next: () => void) => void;
  readonly cookies: CookieSettings;
  /** Lets programs ask about the schema, and about nothing else. */
  readonly introspectionToken: string | null;
}

/** Lets members through, each as themselves; sends browsers to sign in, and refuses everybody else. */
export function admission(parts: AdmissionParts): HttpHandler {
  const { admit, open, enter, cookies, introspectionToken } = parts;
  return (request, response, next) => {
    const credentials = credentialsOf(request, cookies);
    const { token } = credentials;
    const mayIntrospect =
      pathOf(request) === '/graphql' && token !== null && sameText(token, introspectionToken);
    if (mayIntrospect) return enter(null, next);
    const asked = async (): Promise<Member | null> => {
      const known = token === null && credentials.session === null ? null : await admit(credentials);
      return known ?? (await open());
    };
    asked().then((found) => {
      const member = found?.door === 'LOCAL' && isForwarded(request) ? null : found;
      noteWho(response, member);
      if (member === null) {
        if (token === null && wantsPage(request))
          return sendText(response, 303, 'Sign in first.\n', {
            Location: `/sign-in?to=${encodeURIComponent(request.url ?? '/')}`,
          });
        return sendRefusal(response, NOBODY, { 'WWW-Authenticate': 'Bearer' });
      }
      if (member.door === 'SESSION' && isWriting(request) && isFromElsewhere(request))
        return sendRefusal(response, FROM_ELSEWHERE);
      if (member.mustChangePassword && leadAway(request, response)) return;
      enter(member, next);
    }, next);
  };
}

const OWN_PASSWORD = '/sign-in/password';

const NOBODY = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message:
    'Nobody has signed in. Sign in at /sign-in, or send an API token as "Authorization: Bearer …"; an owner makes one with createToken, or with "headwater token add".',
};

const FROM_ELSEWHERE = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'A page of another site may not act for whoever has signed in here.',
};

/** Sends whoever came with a password of somebody else to where they choose their own; questions are the guard's. */
function leadAway(request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request);
  if (path === OWN_PASSWORD || (path === '/graphql' && !wantsPage(request))) return false;
  if (wantsPage(request))
    sendText(response, 303, 'Choose your own password first.\n', { Location: OWN_PASSWORD });
  else sendRefusal(response, { status: 403, code: 'FORBIDDEN', message: OWN_FIRST });
  return true;
}

const OWN_FIRST = `The password that you signed in with was made by somebody else. Choose your own first, at ${OWN_PASSWORD}.`;

/** A proxy that says so stands between: whoever asks need not sit at this machine. */
export function isForwarded({ headers }: IncomingMessage): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((name) => name in headers);
}

function isWriting({ method }: IncomingMessage): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function wantsPage(request: IncomingMessage): boolean {
  return !isWriting(request) && /text\/html/i.test(request.headers.accept ?? '');
}

function sameText(told: string, wanted: string | null): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return wanted !== null && timingSafeEqual(digest(told), digest(wanted));
}
