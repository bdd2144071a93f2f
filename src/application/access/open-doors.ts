import { createUseCases, plannerOf, type UseCases } from '../index.js';
import {
  DEFAULT_WORKSPACE,
  NO_TRACING,
  type Actor,
  type DesignQueue,
  type Events,
  type Ports,
  type Tracing,
  type UnitOfWork,
} from '../ports/index.js';
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
  /** Events are not among them: what happens in a workspace is told there only, by eventsOf. */
  readonly ports: Omit<Ports, 'unitOfWork' | 'world' | 'events' | 'designQueue'>;
  readonly unitOfWorkOf: (workspaceId: string) => UnitOfWork;
  /** Tells what happens in a workspace on every server; null: within this process only. */
  readonly eventsOf?: ((workspaceId: string) => Events) | null;
  /** Tells how long each use case takes; nobody where it is left out. */
  readonly tracing?: Tracing;
  /** Where the designs of a workspace wait for their turn; left out, each workspace makes its own in this process. */
  readonly queueOf?: (workspaceId: string) => DesignQueue;
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
  const { ports, world, unitOfWorkOf, eventsOf, queueOf, current, tracing = NO_TRACING } = parts;
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
    const events = eventsOf?.(workspaceId);
    const designQueue = queueOf?.(workspaceId);
    const told = { ...(events ? { events } : {}), ...(designQueue ? { designQueue } : {}) };
    const useCases = createUseCases({ ...ports, world, unitOfWork, ...told }, planner);
    made.set(workspaceId, useCases);
    return useCases;
  };
  const unguarded = ofWorkspace(DEFAULT_WORKSPACE.id);
  return {
    /** What every request goes through. */
    useCases: guarded({
      shape: unguarded,
      rules: USE_CASE_RULES,
      ...{ current, tracing },
      tableOf: (member) => keyed(ofWorkspace(member.workspace.id), member),
    }),
    access: guarded<AccessUseCases>({
      shape: accessUseCases(parts, LOCAL_MEMBER),
      beforeOwnPassword: ['me', 'changePassword'],
      rules: ACCESS_RULES,
      ...{ current, tracing },
      tableOf: (member) => accessUseCases(parts, member),
    }),
    admit: admit(parts),
    signIn: signIn(parts),
    signInElsewhere: signInElsewhere(parts),
    signOut: signOut(parts),
    anyAccount: () => parts.access.read((store) => store.anyAccount()),
    anyOwner: () => parts.access.read((store) => store.anyOwner()),
    operator: createOperator(parts),
    /** Makes sure that the designs of a workspace are made, whether or not anybody has asked for it yet. */
    openWorkspace: (workspaceId: string): void => void ofWorkspace(workspaceId),
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
