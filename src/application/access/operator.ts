import { keyFromName } from '../../domain/index.js';
import { Fault, type Workspace } from '../ports/index.js';
import { accessUseCases, type AccessUseCases } from './access-use-cases.js';
import type { AccessParts } from './access-parts.js';
import { LOCAL_MEMBER, type Member } from './member.js';
import { firstPasswordUntil, newPasswordProblem } from './new-password.js';
import { sayInWorkspace } from './say-in-workspace.js';

/** What whoever has the database itself can do, from the command line: no role is asked for. */
export interface Operator {
  workspaces(): Promise<readonly Workspace[]>;
  /** A Fault BAD_INPUT where the key cannot be one, CONFLICT where it is taken. */
  addWorkspace(key: string, name: string): Promise<Workspace>;
  /** The workspace of that key, as an owner of it sees it; a Fault NOT_FOUND where there is none. */
  inWorkspace(key: string): Promise<AccessUseCases>;
  /** Gives an account another password and ends its sessions; tells when a first one ends, null for one that lasts; a Fault NOT_FOUND or BAD_INPUT where it cannot be. */
  setPassword(email: string, password: string, whose: 'THEIRS' | 'FIRST'): Promise<string | null>;
}

/** The workspace of that key; a Fault NOT_FOUND where there is none. */
export async function workspaceByKey(access: AccessParts['access'], key: string): Promise<Workspace> {
  const all = await access.read((store) => store.workspaces());
  const found = all.find((one) => one.key === key);
  if (found) return found;
  const known = all.map((one) => one.key).join(', ');
  throw new Fault('NOT_FOUND', `There is no workspace "${key}"; there are ${known}.`);
}

/** The operator over these parts. */
export function createOperator(parts: AccessParts): Operator {
  const { access, world, passwords } = parts;

  const workspaceOf = (key: string) => workspaceByKey(access, key);

  return {
    workspaces: () => access.read((store) => store.workspaces()),
    addWorkspace: (key, name) =>
      access.write(async (store) => {
        if (keyFromName(key) !== key)
          throw new Fault(
            'BAD_INPUT',
            `"${key}" cannot be the key of a workspace: small letters, digits and single hyphens. "${keyFromName(key)}" can.`,
          );
        if ((await store.workspaces()).some((one) => one.key === key))
          throw new Fault('CONFLICT', `There is a workspace "${key}" already.`);
        const workspace = { id: world.newId(), key, name: name.trim() || key };
        await store.addWorkspace(workspace);
        const told = { act: 'WORKSPACE_ADDED', about: workspace.name } as const;
        await sayInWorkspace(parts, store, atCommandLine(workspace), told);
        return workspace;
      }),
    inWorkspace: async (key) => accessUseCases(parts, atCommandLine(await workspaceOf(key))),
    async setPassword(email, password, whose) {
      const known = await access.read((store) => store.accountByEmail(email.trim().toLowerCase()));
      if (!known) throw new Fault('NOT_FOUND', `There is no account ${email}.`);
      const weak = await newPasswordProblem(passwords, password, known);
      if (weak) throw new Fault('BAD_INPUT', `${weak.message} ${weak.suggestion ?? ''}`.trim());
      const hash = await passwords.hash(password);
      const until = whose === 'FIRST' ? firstPasswordUntil(world.now()) : null;
      await access.write(async (store) => {
        await store.setPassword(known.id, hash, until);
        await store.removeSessionsOf(known.id, null);
        for (const { workspace } of await store.membershipsOf(known.id)) {
          const told = { act: 'PASSWORD_CHANGED', about: known.email } as const;
          await sayInWorkspace(parts, store, atCommandLine(workspace), told);
        }
      });
      return until;
    },
  };
}

function atCommandLine(workspace: Workspace): Member {
  const name = 'the command line';
  return { ...LOCAL_MEMBER, name, workspace, door: 'COMMAND_LINE' };
}
