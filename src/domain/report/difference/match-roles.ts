import type { RoleKey } from '../../shared/index.js';
import type { Role } from '../../structure/index.js';

/** For each role after the one before that it is, by key first, then by the demands that both carry; null: it is new. */
export function matchRoles(
  before: readonly Role[],
  after: readonly Role[],
): ReadonlyMap<RoleKey, Role | null> {
  const byKey = new Map(before.map((role) => [role.key, role]));
  const matched = new Map<RoleKey, Role | null>();
  const free = new Set(before);
  for (const role of after) {
    const same = byKey.get(role.key) ?? null;
    matched.set(role.key, same);
    if (same) free.delete(same);
  }
  for (const { role, candidate } of sharers(
    [...free],
    after.filter(({ key }) => !matched.get(key)),
  )) {
    if (matched.get(role.key) || !free.has(candidate)) continue;
    matched.set(role.key, candidate);
    free.delete(candidate);
  }
  return matched;
}

interface Sharer {
  readonly role: Role;
  readonly candidate: Role;
  readonly share: number;
}

/** Pairs that have at least half of the demands of both in common, the most alike first. */
function sharers(before: readonly Role[], after: readonly Role[]): readonly Sharer[] {
  const holder = new Map(
    before.flatMap((role) =>
      role.demands.map((demand) => [`${demand.step}\n${demand.capability}`, role] as const),
    ),
  );
  return after
    .flatMap((role) => {
      const common = new Map<Role, number>();
      for (const { step, capability } of role.demands) {
        const candidate = holder.get(`${step}\n${capability}`);
        if (candidate) common.set(candidate, (common.get(candidate) ?? 0) + 1);
      }
      return [...common].map(([candidate, count]): Sharer => {
        const all = role.demands.length + candidate.demands.length - count;
        return { role, candidate, share: count / all };
      });
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share);
}
