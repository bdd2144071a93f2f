import type { Problem } from '../../domain/index.js';
import { askedFor, madeBefore, usableId, type WithOwnId } from '../made-once.js';
import { problem } from '../problems.js';
import {
  Fault,
  mayAs,
  type AccessReading,
  type AccessRole,
  type ApiToken,
  type Page,
  type PageRequest,
} from '../ports/index.js';
import { DAY, momentFrom, type AccessParts } from './access-parts.js';
import type { Member } from './member.js';
import { sayInWorkspace } from './say-in-workspace.js';

export interface CreateTokenInput extends WithOwnId {
  /** What it is for. */
  readonly name: string;
  readonly role: AccessRole;
  /** From 1 to 365; 90 where nothing is told. */
  readonly days?: number | null;
}

/** The secret is told here and never again: null where the token was made before under the same id. Both are null where a problem forbade it. */
export interface CreatedToken {
  readonly token: ApiToken | null;
  readonly secret: string | null;
  readonly problems: readonly Problem[];
}

const USUAL_DAYS = 90;
const MOST_DAYS = 365;
const LONGEST_NAME = 100;

/** Makes a token for a program: for the member's workspace, and for no more than the member may. */
export function createToken(parts: AccessParts, by: Member) {
  const { access, world, secrets } = parts;
  return async (input: CreateTokenInput): Promise<CreatedToken> => {
    const name = input.name.trim();
    const days = input.days ?? USUAL_DAYS;
    const wrong = wrongWith({ name, days, role: input.role }, by);
    if (wrong) return { token: null, secret: null, problems: [wrong] };
    const own = usableId(input);
    const asked = askedFor('createToken', { ...input, name, days, by: by.account?.id ?? null });
    const secret = `hw_${secrets.make()}`;
    const madeAt = world.now();
    const token: ApiToken = {
      ...{ id: `${madeAt} ${world.newId()}`, name, workspaceId: by.workspace.id, role: input.role },
      ...{ madeBy: by.account, madeAt, expiresAt: momentFrom(madeAt, days * DAY), revokedAt: null },
    };
    return access.write(async (store): Promise<CreatedToken> => {
      const known = own === null ? null : await store.madeUnder(by.workspace.id, own, asked);
      if (own !== null && known) return toldAgain(store, by, madeBefore(own, known));
      await store.addToken(token, secrets.digest(secret));
      if (own !== null) await store.keepMade(by.workspace.id, { id: own, asked, made: token.id, madeAt });
      const about = `"${name}" as ${token.role} until ${token.expiresAt}`;
      await sayInWorkspace(parts, store, by, { act: 'TOKEN_CREATED', about });
      return { token, secret, problems: [] };
    });
  };
}

async function toldAgain(store: AccessReading, { workspace }: Member, id: string): Promise<CreatedToken> {
  const token = await store.tokenById(workspace.id, id);
  if (!token) throw new Fault('NOT_FOUND', 'The token that was made under this id is not there any more.');
  const message =
    'This token was made before under the same id, and its secret was shown then: it is not kept.';
  const remedy = 'Where the secret is lost, revoke the token and make another under an id of its own.';
  return { token, secret: null, problems: [problem('INFO', 'SECRET_SHOWN_ONCE', message, remedy)] };
}

function wrongWith(
  { name, days, role }: { readonly name: string; readonly days: number; readonly role: AccessRole },
  by: Member,
): Problem | null {
  if (by.door === 'TOKEN') {
    const message = 'A token cannot make tokens: it would never end.';
    return problem('ERROR', 'TOKEN_BY_TOKEN', message, 'Sign in, and make it yourself.');
  }
  if (name === '' || name.length > LONGEST_NAME) {
    const message = `A token needs a name of 1 to ${LONGEST_NAME} characters, so that people know what it is for.`;
    return problem('ERROR', 'BAD_TOKEN_NAME', message);
  }
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return problem('ERROR', 'BAD_TOKEN_DAYS', `A token lasts 1 to ${MOST_DAYS} days, not ${days}.`);
  if (mayAs(by.role, role)) return null;
  const message = `You are ${by.role} here, and a token may not do more than whoever makes it: it cannot be ${role}.`;
  return problem('ERROR', 'TOKEN_ABOVE_ROLE', message, `Ask for a token of the role ${by.role}.`);
}

/**
 * Takes a token out of force, at once: one's own, and any of the workspace where one is an owner. A Fault NOT_FOUND where
 * there is no such token.
 */
export function revokeToken(parts: AccessParts, by: Member) {
  return (id: string): Promise<ApiToken> =>
    parts.access.write(async (store) => {
      const token = await store.tokenById(by.workspace.id, id);
      if (!token || !isTheirs(token, by))
        throw new Fault('NOT_FOUND', 'There is no such token of yours in this workspace.');
      if (token.revokedAt !== null) return token;
      const revokedAt = parts.world.now();
      await store.revokeToken(by.workspace.id, id, revokedAt);
      await sayInWorkspace(parts, store, by, { act: 'TOKEN_REVOKED', about: `"${token.name}"` });
      return { ...token, revokedAt };
    });
}

/** The tokens of the workspace, newest first. */
export function readTokens({ access }: AccessParts, { workspace }: Pick<Member, 'workspace'>) {
  return (page: PageRequest): Promise<Page<ApiToken>> =>
    access.read((store) => store.tokens(workspace.id, page));
}

function isTheirs({ madeBy }: ApiToken, { account, role }: Member): boolean {
  return role === 'OWNER' || (account !== null && madeBy?.id === account.id);
}
