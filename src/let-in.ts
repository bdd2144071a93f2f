import { openIdProvider, type CurrentMember } from './adapters/accounts/index.js';
import { isPrivate, type ServerSettings } from './adapters/web/index.js';
import { LOCAL_MEMBER, type Doors } from './application/access/index.js';
import type { People } from './listen.js';

/** Milliseconds between two looks whether the first account has been made meanwhile. */
const LOOK = 1_000;

/** How people and programs are let in: without signing in only at a machine that has no accounts and is reached from nowhere else. */
export async function letIn(settings: ServerSettings, doors: Doors, current: CurrentMember): Promise<People> {
  const { admit, signIn, signOut } = doors;
  let accounts = await doors.anyAccount();
  let lookedAt = Date.now();
  const look = async (): Promise<void> => {
    // Where the database cannot be read there is nothing to be seen either.
    accounts = await doors.anyAccount().catch(() => accounts);
    lookedAt = Date.now();
  };
  const open = async () => {
    if (!isPrivate(settings)) return null;
    if (!accounts && Date.now() - lookedAt > LOOK) await look();
    return accounts ? null : LOCAL_MEMBER;
  };
  const provider = settings.openId && openIdProvider(settings.openId);
  const { signInElsewhere } = doors;
  return { admit, signIn, signOut, signInElsewhere, provider, open, current };
}
