import type { AccessWriting, OpenIdSubject, StoredAccount } from '../ports/index.js';
import type { AccessParts } from './access-parts.js';
import { beginSession, type SignedIn } from './sign-in.js';

/** Somebody as an OpenID Connect provider vouches for them. */
export interface VouchedFor extends OpenIdSubject {
  readonly email: string | null;
  /** Whether the provider has made sure of the address. */
  readonly emailVerified: boolean;
  /** What the browser calls itself, in few words. */
  readonly browser?: string;
}

/**
 * Signs in whom the provider vouches for: the account that is linked to them, or the one of their verified address, which
 * is linked now unless it is linked to somebody else. Nobody is let in whom no owner has added: REFUSED.
 */
export function signInElsewhere(parts: AccessParts) {
  return (who: VouchedFor): Promise<SignedIn> =>
    parts.access.write(async (store): Promise<SignedIn> => {
      const account =
        (await store.accountByOpenId({ issuer: who.issuer, subject: who.subject })) ??
        (await linked(store, who));
      const begun = account && (await beginSession(parts, store, account, byProvider(who)));
      return begun ?? { kind: 'REFUSED' };
    });
}

function byProvider({ browser = '' }: VouchedFor) {
  return { workspace: null, way: 'PROVIDER', browser } as const;
}

async function linked(
  store: AccessWriting,
  { issuer, subject, email, emailVerified }: VouchedFor,
): Promise<StoredAccount | null> {
  if (!emailVerified || email === null) return null;
  const account = await store.accountByEmail(email.trim().toLowerCase());
  if (!account || (await store.isLinked(account.id))) return null;
  await store.linkOpenId(account.id, { issuer, subject });
  return account;
}
