import { createUseCases, plannerOf, type UseCases } from '../index.js';
import { DEFAULT_WORKSPACE, type Actor, type Ports, type UnitOfWork } from '../ports/index.js';
import { ACCESS_RULES, accessUseCases, type AccessUseCases } from './access-use-cases.js';
import type { AccessParts } from './access-parts.js';
import { admit } from './admit.js';
import { auditedUnitOfWork } from './audited-unit-of-work.js';
import { guarded } from './guarded.js';
import { actorOf, LOCAL_MEMBER, type Member } from './member.js';
import { createOperator } from './operator.js';
import { signIn, signOut } from './sign-in.js';
import { signInElsewhere } from './sign-in-elsewhere.js';
import { USE_CASE_RULES } from './use-case-rules.js';

/** What the doors are made of. */
export interface DoorParts extends AccessParts {
  /** Events are not among them: what happens in a workspace is told there only. */
  readonly ports: Omit<Ports, 'unitOfWork' | 'world' | 'events'>;
  readonly unitOfWorkOf: (workspaceId: string) => UnitOfWork;
  /** Who asks now; null: nobody who was let in. */
  readonly current: () => Member | null;
}

/** Every way in: all that can be done, each act checked before it runs, and what lets people in. */
export type Doors = ReturnType<typeof openDoors>;

const THE_PROGRAM: Actor = { accountId: null, name: 'Headwater itself', door: 'LOCAL' };

/**
 * The use cases of every workspace behind one guard: whoever asks is served from their own workspace, by what their role
 * allows, and what they change is told to its audit log in the same unit of work.
 */
export function openDoors(parts: DoorParts) {
  const { ports, world, unitOfWorkOf, current } = parts;
  const made = new Map<string, UseCases>();
  const planner = plannerOf({ ...ports, world });
  const actor = (): Actor => {
    const member = current();
    return member ? actorOf(member) : THE_PROGRAM;
  };
  const ofWorkspace = (workspaceId: string): UseCases => {
    const known = made.get(workspaceId);
    if (known) return known;
    const unitOfWork = auditedUnitOfWork(unitOfWorkOf(workspaceId), { workspaceId, world, actor });
    const useCases = createUseCases({ ...ports, world, unitOfWork }, planner);
    made.set(workspaceId, useCases);
    return useCases;
  };
  const unguarded = ofWorkspace(DEFAULT_WORKSPACE.id);
  return {
    /** What every request goes through. */
    useCases: guarded({
      shape: unguarded,
      rules: USE_CASE_RULES,
      current,
      tableOf: (member) => keyed(ofWorkspace(member.workspace.id), member),
    }),
    access: guarded<AccessUseCases>({
      shape: accessUseCases(parts, LOCAL_MEMBER),
      rules: ACCESS_RULES,
      current,
      tableOf: (member) => accessUseCases(parts, member),
    }),
    admit: admit(parts),
    signIn: signIn(parts),
    signInElsewhere: signInElsewhere(parts),
    signOut: signOut(parts),
    anyAccount: () => parts.access.read((store) => store.anyAccount()),
    anyOwner: () => parts.access.read((store) => store.anyOwner()),
    operator: createOperator(parts),
    /** The default workspace without a guard, for the program itself at its start. */
    unguarded,
  };
}

/** What is answered once is answered once for each member: nobody is given the answer of somebody else. */
function keyed(useCases: UseCases, { account, token, door, workspace }: Member): UseCases {
  if (door === 'LOCAL') return useCases;
  const scope = `${workspace.id} ${account?.id ?? ''} ${token?.replaceAll(' ', '_') ?? ''}`;
  return {
    ...useCases,
    answerOnce: (key, request, produce) => useCases.answerOnce(`${scope} ${key}`, request, produce),
  };
}
