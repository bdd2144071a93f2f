import type { Role } from '../../structure/index.js';
import type { Gate } from '../gate.js';
import type { Holder } from '../holder.js';
import type { Ledger } from '../ledger.js';
import type { Hours } from '../workload.js';
import { roleConflicts } from './role-duties.js';
import { carriedBy, fitRole } from './role-fit.js';
import { fitRoleHours, shareOfRole } from './role-hours.js';

/** The role that a person could fill instead: of those that fit, the one that shares most capabilities with the asked one, then the first. */
export function nearestRole(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  asked: Role | null,
  taken: Hours,
): Role | null {
  if (holder.skills.size === 0) return null;
  const wanted = new Set(asked?.capabilities.map(({ key }) => key) ?? []);
  let nearest: { readonly role: Role; readonly shared: number } | null = null;
  for (const role of gate.roleBook.roles) {
    if (role.key === asked?.key || role.demands.length === 0) continue;
    const shared = role.capabilities.filter(({ key }) => wanted.has(key)).length;
    if (nearest && shared <= nearest.shared) continue;
    if (fitRole(holder.skills, carriedBy(role, gate.book.demands)).missing.length > 0) continue;
    if (roleConflicts(gate, ledger, holder, role).reasons.length > 0) continue;
    if (fitRoleHours(holder, role, shareOfRole(role, 1), taken).reason) continue;
    nearest = { role, shared };
  }
  return nearest?.role ?? null;
}
