import { foldName, type NonEmpty, type RoleKey, type StepKey } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { Role, StructureProposal } from '../structure/index.js';
import type { StepBook } from './step-book.js';

/** A role at a step, and the demands of the step that it carries. */
export interface Carrier {
  readonly role: Role;
  readonly demands: NonEmpty<CapabilityDemand>;
}

/** The roles of a structure, looked up by key, by name and by step. */
export interface RoleBook {
  readonly roles: readonly Role[];
  readonly byKey: ReadonlyMap<RoleKey, Role>;
  readonly byName: ReadonlyMap<string, Role>;
  /** Position of a role in the structure. */
  readonly order: ReadonlyMap<RoleKey, number>;
  /** Who carries a step, in the order in which the step names its capabilities. */
  readonly carriers: ReadonlyMap<StepKey, readonly Carrier[]>;
}

/** Indexes the roles once; an absent structure has none. */
export function openRoleBook(structure: StructureProposal | null, book: StepBook): RoleBook {
  const roles = structure?.roles ?? [];
  const holding = new Map<string, Role>();
  for (const role of roles) {
    for (const { step, capability } of role.demands) holding.set(`${step}\n${capability}`, role);
  }
  const carriers = new Map<StepKey, readonly Carrier[]>();
  for (const [step, demands] of book.demands) {
    const byRole = new Map<Role, [CapabilityDemand, ...CapabilityDemand[]]>();
    for (const demand of demands) {
      const role = holding.get(`${step}\n${demand.capability.key}`);
      if (!role) continue;
      const carried = byRole.get(role);
      if (carried) carried.push(demand);
      else byRole.set(role, [demand]);
    }
    if (byRole.size > 0)
      carriers.set(
        step,
        [...byRole].map(([role, carried]) => ({ role, demands: carried })),
      );
  }
  const byName = new Map<string, Role>();
  for (const role of roles) {
    const name = foldName(role.name);
    if (!byName.has(name)) byName.set(name, role);
  }
  const byKey = new Map(roles.map((role) => [role.key, role]));
  const order = new Map(roles.map((role, position) => [role.key, position]));
  return { roles, byKey, byName, order, carriers };
}

/** The role that carries the largest share of a step's demand; capabilities share a step equally, so the count decides, and ties go to the first named. */
export function largestCarrier(carriers: readonly Carrier[]): Carrier | null {
  let largest: Carrier | null = null;
  for (const carrier of carriers) {
    if (largest === null || carrier.demands.length > largest.demands.length) largest = carrier;
  }
  return largest;
}
