import { AsyncLocalStorage } from 'node:async_hooks';
import type { Member } from '../../application/access/index.js';

/** Who asks, for as long as what they asked for goes on. */
export interface CurrentMember {
  /** Null where nobody was let in. */
  readonly get: () => Member | null;
  /** Runs work, and whatever follows from it, as what this member asks for. */
  readonly run: <T>(member: Member | null, work: () => T) => T;
}

/** Nobody is let in until somebody is. */
export function createCurrentMember(): CurrentMember {
  const storage = new AsyncLocalStorage<Member | null>();
  return {
    get: () => storage.getStore() ?? null,
    run: (member, work) => storage.run(member, work),
  };
}
