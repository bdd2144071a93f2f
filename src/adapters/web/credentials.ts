import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../../application/access/index.js';

/** How cookies are named and set. secure: browsers reach the server through TLS only. */
export interface CookieSettings {
  readonly secure: boolean;
}

/** The name of a cookie; with TLS browsers hold it to this host, this path and TLS. */
export function cookieName(name: string, { secure }: CookieSettings): string {
  return secure ? `__Host-${name}` : name;
}

/** A cookie that scripts cannot read and that pages elsewhere do not send along. */
export function setCookie(name: string, value: string, seconds: number, settings: CookieSettings): string {
  const parts = [`${cookieName(name, settings)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  return [...parts, `Max-Age=${seconds}`, ...(settings.secure ? ['Secure'] : [])].join('; ');
}

/** The value of a cookie; null where the request has none of that name. */
export function readCookie(
  { headers }: Pick<IncomingMessage, 'headers'>,
  name: string,
  settings: CookieSettings,
): string | null {
  const wanted = cookieName(name, settings);
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim();
  }
  return null;
}

/** The cookie that holds the secret of a session. */
export const SESSION_COOKIE = 'headwater';

/** What a request brings to be let in with. */
export function credentialsOf(
  request: Pick<IncomingMessage, 'headers'>,
  settings: CookieSettings,
): Credentials {
  const [, token = null] = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '') ?? [];
  return { token, session: readCookie(request, SESSION_COOKIE, settings) };
}

/** Whether a browser sends this for a page of another site, or of another origin of this one. */
export function isFromElsewhere({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== headers.host;
  } catch {
    return true;
  }
}
