import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Member } from '../../application/access/index.js';
import { clientAddress } from './client-address.js';

/** Why a request was refused, and to whom; absent where there is nothing of the kind to tell. */
export interface RefusedFor {
  /** The codes of the errors in the answer, each once. */
  readonly codes?: readonly string[];
  /** The member or the token whose request was refused; null where nobody was let in. */
  readonly who?: string | null;
  /** Where a request came from that was refused. */
  readonly address?: string;
}

/** Statuses and codes by which somebody is kept from what they may not do, or may not do so often or so much. */
const REFUSING_STATUSES: ReadonlySet<number | null> = new Set([401, 403, 413, 421, 429, 4401]);
const REFUSING_CODES: ReadonlySet<string> = new Set([
  ...['UNAUTHENTICATED', 'FORBIDDEN', 'INTROSPECTION_NEEDS_TOKEN', 'DOCUMENT_NOT_TRUSTED'],
  ...['TOO_LARGE', 'TOO_MANY_TOKENS', 'TOO_DEEP', 'TOO_MANY_ALIASES', 'TOO_MANY_DIRECTIVES', 'TOO_COSTLY'],
  'TOO_MANY_REQUESTS',
]);

const noted = new WeakMap<ServerResponse, { readonly codes: Set<string>; who: string | null }>();

function noteOf(response: ServerResponse) {
  const known = noted.get(response) ?? { codes: new Set<string>(), who: null };
  noted.set(response, known);
  return known;
}

/** Remembers until the answer is told of which errors stand in it. */
export function noteCodes(response: ServerResponse, codes: readonly string[]): void {
  const { codes: known } = noteOf(response);
  for (const code of codes) known.add(code);
}

/** Remembers until the answer is told of who asked. */
export function noteWho(response: ServerResponse, member: Member | null): void {
  noteOf(response).who = member && nameInLog(member);
}

/** What somebody is called in the log: the e-mail address of the account, or the name of the token. */
export function nameInLog(member: Member): string {
  return member.token === null ? (member.account?.email ?? member.name) : member.name;
}

/** What there is to tell of an answer beside its status. Who asked, and from where, is told of refusals alone. */
export function refusedFor(
  request: IncomingMessage,
  response: ServerResponse,
  behindProxy: boolean,
): RefusedFor {
  const { codes, who } = noted.get(response) ?? { codes: new Set<string>(), who: null };
  const told = codes.size === 0 ? {} : { codes: [...codes] };
  return isRefusal({ status: response.statusCode, ...told })
    ? { ...told, who, address: clientAddress(request, behindProxy) }
    : told;
}

/** Whether an answer with that status and those codes refuses what was asked. */
export function isRefusal({
  status,
  codes = [],
}: Pick<RefusedFor, 'codes'> & { readonly status: number | null }): boolean {
  return REFUSING_STATUSES.has(status) || codes.some((code) => REFUSING_CODES.has(code));
}
