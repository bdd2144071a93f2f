import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedIn } from '../../application/access/index.js';
import { clientAddress } from './client-address.js';
import { requestIdOf } from './request-id.js';

/** One attempt to sign in, as a log may keep it. */
export interface TriedSignIn {
  readonly requestId: string;
  readonly way: 'PASSWORD' | 'OPENID';
  readonly outcome: SignedIn['kind'];
  /** What was typed, or told by the provider; null where it is no e-mail address: somebody may have typed a password there. */
  readonly email: string | null;
  readonly address: string;
}

const EMAIL = /^[^\s@]{1,64}@[\w.-]{1,189}$/;

/** What there is to tell of an attempt: who, from where, how and what came of it, and nothing secret. */
export function triedSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  {
    email,
    behindProxy,
    ...told
  }: Pick<TriedSignIn, 'way' | 'outcome' | 'email'> & { readonly behindProxy: boolean },
): TriedSignIn {
  const shown = email?.trim().toLowerCase() ?? '';
  return {
    requestId: requestIdOf(response),
    ...told,
    email: EMAIL.test(shown) ? shown : null,
    address: clientAddress(request, behindProxy),
  };
}
