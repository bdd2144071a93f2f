import { foldName, nearestName, type RoleKey } from '../../shared/index.js';
import type { Role } from '../../structure/index.js';
import { findHolder, type Found } from '../find-cited.js';
import type { Gate } from '../gate.js';
import type { Holder } from '../holder.js';
import { listNames } from '../sentence.js';
import type { RefusalReason } from '../verdict.js';

const MOST_NAMED = 8;

/** The person of that name; a role of that name is no person. */
export function findPerson(gate: Gate, name: string): Found<Holder> {
  const named = findHolder(gate, name);
  if (!named.found?.role) return named;
  const twin = gate.holders.twinOf(named.found, name);
  if (twin) return { found: twin, reason: null, told: null };
  return missing({
    code: 'UNKNOWN_HOLDER',
    message: `${named.found.name} is a role, and roles are filled by people.`,
    missingLink: `assignment → capability: no person is known as "${name}"`,
    remedy: `Name a person: ${peopleOf(gate)}`,
    nearestStep: null,
  });
}

/** The role of that name or key. */
export function findRole(gate: Gate, name: string): Found<Role> {
  const { byKey, byName, roles } = gate.roleBook;
  const role = byKey.get(name as RoleKey) ?? byName.get(foldName(name));
  if (role) return { found: role, reason: null, told: null };
  const names = roles.map((each) => each.name);
  const near = nearestName(name, names);
  return missing({
    code: 'UNKNOWN_HOLDER',
    message: `"${name}" is no role of "${gate.book.stream.name}".`,
    missingLink: `assignment → step: no role is known as "${name}", so no step stands behind it`,
    remedy: `${near === null ? '' : `Did you mean "${near}"? `}The roles are ${listNames(names, 'and', MOST_NAMED)}.`,
    nearestStep: null,
  });
}

/** Without a structure there is no role to fill. */
export function noRoles({ context: { stream, readiness } }: Gate): RefusalReason {
  const first = readiness.missing.find(({ severity }) => severity !== 'INFO');
  return {
    code: 'STREAM_NOT_READY',
    message: `"${stream.name}" has no structure yet, so there is no role that a person could fill.`,
    missingLink: `step → stream: "${stream.name}" has no structure yet`,
    remedy: first
      ? `Find out first: ${first.suggestion ?? first.message}`
      : 'Loosen the limits that contradict each other, then propose again.',
    nearestStep: null,
  };
}

function peopleOf({ holders }: Gate): string {
  const names = holders.people.map(({ name }) => name);
  return names.length === 0
    ? 'nobody is known yet; write a person line (person NAME 40h {what they can do}).'
    : `${listNames(names, 'or', MOST_NAMED)}.`;
}

function missing(reason: RefusalReason): Found<never> {
  return { found: null, reason, told: null };
}
