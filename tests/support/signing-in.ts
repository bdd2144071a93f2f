import type { TestServer } from './test-server.js';

/** The headers of somebody with a session. */
export interface SignedInAs {
  readonly cookie: string;
  readonly [name: string]: string;
}

/** Sends a form of a page of the server. */
export function sendForm(
  { url }: Pick<TestServer, 'url'>,
  path: string,
  told: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(told);
  return fetch(`${url}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
}

/** Signs in by the form of the sign-in page; throws where that lets nobody in. */
export async function signedIn(
  server: Pick<TestServer, 'url'>,
  email: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<SignedInAs> {
  const response = await sendForm(server, '/sign-in', { email, password }, headers);
  if (response.status !== 303) throw new Error(`${email} is not let in: ${response.status}`);
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
