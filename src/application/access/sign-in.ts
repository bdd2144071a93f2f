import type { AccessReading, AccessWriting, Account, Membership, SessionWay } from '../ports/index.js';
import { DAY, HOUR, MINUTE, momentFrom, type AccessParts } from './access-parts.js';
import { auditEntries } from './audited-unit-of-work.js';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** The key of the workspace to begin in; null takes the first one. */
  readonly workspace: string | null;
  /** Where the request comes from, so that nobody can try without end. */
  readonly address: string;
  /** What the browser calls itself, in few words. */
  readonly browser?: string;
}

/** The secret is for the browser alone; REFUSED does not tell what was wrong. */
export type SignedIn =
  | { readonly kind: 'SIGNED_IN'; readonly secret: string; readonly expiresAt: string }
  | { readonly kind: 'REFUSED' }
  /** The password is right, was made by somebody else, and has ended. */
  | { readonly kind: 'PASSWORD_ENDED' }
  | { readonly kind: 'TOO_MANY'; readonly secondsToWait: number };

/** How long a session lasts, in milliseconds. */
export const SESSION_LASTS = 12 * HOUR;
/** A session ends earlier where nothing is done with it for that long, in milliseconds. */
export const SESSION_IDLES = 2 * HOUR;
/** Failures within that time are counted, in milliseconds. */
export const FAILURE_WINDOW = 15 * MINUTE;
/** Of one account from one address, of one account from anywhere, and from one address. */
const MOST_FAILURES = [10, 100, 50] as const;
/** Nobody's password is longer; what is longer is not hashed. */
export const LONGEST_PASSWORD = 200;

/**
 * Signs in by e-mail address and password. Whether there is such an account, and whether it has a password, is told
 * neither by the answer nor by the time that it takes.
 */
export function signIn(parts: AccessParts) {
  const { access, world, passwords, secrets } = parts;
  return async (input: SignInInput): Promise<SignedIn> => {
    const email = input.email.trim().toLowerCase().slice(0, 254);
    const since = momentFrom(world.now(), -FAILURE_WINDOW);
    const named = secrets.digest(`account ${email}`);
    const subjects = [`${named} ${input.address}`, named, `from ${input.address}`];
    const { account, failures } = await access.read(async (store) => ({
      failures: await store.failedSignIns(subjects, since),
      account: await store.accountByEmail(email),
    }));
    if (areTooMany(failures)) return TOO_MANY;
    const told = input.password.length <= LONGEST_PASSWORD ? input.password : '';
    const matches = await passwords.matches(told, account?.password ?? null);
    return access.write(async (store): Promise<SignedIn> => {
      // Others tried while this one was looked at, here and on other servers: nobody gets more tries by being many.
      if (areTooMany(await store.failedSignIns(subjects, since))) return TOO_MANY;
      const until = account?.passwordUntil ?? null;
      if (matches && until !== null && until <= world.now()) return { kind: 'PASSWORD_ENDED' };
      const how = { workspace: input.workspace, way: 'PASSWORD', browser: input.browser ?? '' } as const;
      const begun = matches && account ? await beginSession(parts, store, account, how) : null;
      if (begun) {
        await store.forgetFailedSignIns(subjects[0] ?? '');
        return begun;
      }
      await store.addFailedSignIns(subjects, world.now(), momentFrom(world.now(), -DAY));
      return { kind: 'REFUSED' };
    });
  };
}

const TOO_MANY = { kind: 'TOO_MANY', secondsToWait: FAILURE_WINDOW / 1000 } as const;

function areTooMany(failures: readonly number[]): boolean {
  return failures.some((count, nth) => count >= (MOST_FAILURES[nth] ?? 0));
}

/** How a session begins: the key of its workspace, null for the first one; by what; in which browser. */
interface BeginsBy {
  readonly workspace: string | null;
  readonly way: SessionWay;
  readonly browser: string;
}

/** A session of the account in the workspace of that key, or in its first one; null where it is no member of it. */
export async function beginSession(
  { world, secrets }: AccessParts,
  store: AccessWriting,
  account: Account,
  { workspace, way, browser }: BeginsBy,
): Promise<Extract<SignedIn, { kind: 'SIGNED_IN' }> | null> {
  const membership = await chosenMembership(store, account.id, workspace);
  if (!membership) return null;
  const madeAt = world.now();
  const expiresAt = momentFrom(madeAt, SESSION_LASTS);
  const secret = secrets.make();
  const workspaceId = membership.workspace.id;
  await store.removeSessionsBefore(madeAt);
  await store.addSession({
    digest: secrets.digest(secret),
    accountId: account.id,
    workspaceId,
    ...{ madeAt, expiresAt, usedAt: madeAt, way, browser },
  });
  const actor = () => ({ accountId: account.id, name: account.name, door: 'SESSION' }) as const;
  const nothing = { streamId: null, revision: null, verdicts: [] };
  await store.addAudit(
    auditEntries({ workspaceId, world, actor }, [{ act: 'SIGNED_IN', about: account.email, ...nothing }]),
  );
  return { kind: 'SIGNED_IN', secret, expiresAt };
}

/** The membership in the workspace of that key, or the first one; null where there is none. */
export async function chosenMembership(
  store: AccessReading,
  accountId: string,
  workspaceKey: string | null,
): Promise<Membership | null> {
  const memberships = await store.membershipsOf(accountId);
  const chosen =
    workspaceKey === null
      ? memberships[0]
      : memberships.find(({ workspace }) => workspace.key === workspaceKey);
  return chosen ?? null;
}

/** Ends the session of that secret; one that is not there is ended already. */
export function signOut({ access, secrets }: AccessParts) {
  return (secret: string): Promise<void> =>
    access.write((store) => store.removeSession(secrets.digest(secret)));
}
