import {
  DEFAULT_WORKSPACE,
  NO_TRACING,
  type AccessUnit,
  type DesignTicket,
  type Events,
  type TakeStream,
  type Tracing,
  type UnitOfWork,
  type WorkspaceHead,
  type WorkspaceSource,
} from '../../application/ports/index.js';
import { createAccessUnit } from './access-store.js';
import { readBackup, writeBackup, type BackupCount, type TakeLine } from './backup.js';
import { asFault } from './database-fault.js';
import { fillWorkspace, type EntriesOf } from './fill-workspace.js';
import type { Hearing, VerdictsOf } from './happenings/hear-happenings.js';
import type { DatabaseKind } from './migrations/dialect.js';
import { verdictsOfEntry } from './rows/audit-rows.js';
import { openDesigns } from './rows/design-rows.js';
import type { ServerSession } from './server-session.js';
import { createSnapshots } from './snapshots.js';
import { statementsWithin } from './statements-within.js';
import { tellWorkspace } from './tell-workspace.js';
import { tracedTransact } from './traced-transact.js';
import { tracked, type Transact } from './transactions.js';
import { createUnitOfWork } from './unit-of-work.js';
import { createUnits } from './units.js';

/** An open database. */
export interface Database {
  readonly kind: DatabaseKind;
  /** Of the default workspace. */
  readonly unitOfWork: UnitOfWork;
  readonly unitOfWorkOf: (workspaceId: string) => UnitOfWork;
  /** Workspaces, accounts, members, sessions, tokens and the audit log. */
  readonly access: AccessUnit;
  /** Begins to hear what happens on every server of the database, until it is closed; null where it has only this one. */
  readonly hear: () => Promise<((workspaceId: string) => Events) | null>;
  /** Every design that waits or is under way, of any workspace, in the order in which they were asked for. */
  readonly openDesigns: () => Promise<readonly DesignTicket[]>;
  /** What a queue in this database needs of it; null where no other server can write to it. */
  readonly forQueue: QueueGround | null;
  /** Whether it answers now. */
  readonly isReachable: () => Promise<boolean>;
  /** Tells one state of everything that is kept, line by line, while others go on writing. */
  readonly backUp: (take: TakeLine) => Promise<BackupCount>;
  /** Writes the lines of a backup into a database that holds no stream: all or nothing; it may ask for them again. */
  readonly restore: (lines: () => AsyncIterable<string>) => Promise<BackupCount>;
  /** Tells one state of a workspace, stream by stream, while others go on writing; a Fault NOT_FOUND where there is none of that key. */
  readonly tellWorkspace: (key: string, take: TakeStream) => Promise<WorkspaceHead>;
  /** Puts what is told into an empty workspace, or into a new one: all or nothing. Gives the number of its streams. */
  readonly fillWorkspace: (key: string, source: WorkspaceSource, entriesOf: EntriesOf) => Promise<number>;
  /** Ends what is under way and lets go of the database; a second call changes nothing. */
  close(): Promise<void>;
}

/** A way to the database past the tables of this program. */
export interface QueueGround {
  /** Within the unit of work under way, or else in one of its own. */
  readonly withinUnit: Pick<ServerSession, 'executeSql'>;
  readonly connect: () => Promise<ServerSession>;
}

/** The ways to what a database holds. hear, connect: null where no other server can write to it. */
export interface Ways {
  readonly read: Transact;
  readonly look: Transact;
  readonly write: Transact;
  readonly writeAlone: Transact;
  readonly hear: ((verdictsOf: VerdictsOf) => Promise<Hearing>) | null;
  readonly connect: (() => Promise<ServerSession>) | null;
}

/** The same ways, each of which tells how long it took. */
export function tracedWays(ways: Ways, tracing: Tracing, kind: DatabaseKind): Ways {
  if (tracing === NO_TRACING) return ways;
  return {
    ...ways,
    read: tracedTransact(ways.read, tracing, 'read', kind),
    look: tracedTransact(ways.look, tracing, 'read', kind),
    write: tracedTransact(ways.write, tracing, 'write', kind),
    writeAlone: tracedTransact(ways.writeAlone, tracing, 'write alone', kind),
  };
}

/** A database that is reached in these ways; letGo ends them. place: as it is named to people. */
export function databaseOver(
  kind: DatabaseKind,
  place: string,
  transactions: Ways,
  letGo: () => Promise<void>,
): Database {
  const [read, write] = [tracked(transactions.read), tracked(transactions.write)];
  const [look, writeAlone] = [tracked(transactions.look), tracked(transactions.writeAlone)];
  const snapshots = createSnapshots();
  const units = createUnits({
    ...{ read: read.transact, look: look.transact, write: write.transact, writeAlone: writeAlone.transact },
    place,
  });
  const unitOfWorkOf = (workspaceId: string) => createUnitOfWork(units, snapshots, workspaceId);
  const reading: Transact = (work) => toldOf(place, read.transact(work));
  const { hear, connect } = transactions;
  const hearing = hearingOn(hear, (workspaceId, id) => {
    return reading((manager) => verdictsOfEntry(manager, workspaceId, id));
  });
  let closed: Promise<void> | null = null;
  const close = async () => {
    await hearing.close();
    await Promise.all([read, look, write, writeAlone].map((way) => way.idle()));
    await letGo();
  };
  const isReachable = () =>
    read
      .transact((manager) => manager.query('SELECT 1'))
      .then(
        () => true,
        () => false,
      );
  return {
    kind,
    unitOfWork: unitOfWorkOf(DEFAULT_WORKSPACE.id),
    unitOfWorkOf,
    access: createAccessUnit(units),
    hear: () => toldOf(place, hearing.hear()),
    forQueue: connect && { withinUnit: statementsWithin(units), connect: () => toldOf(place, connect()) },
    openDesigns: () => reading((manager) => openDesigns(manager, null)),
    isReachable,
    backUp: (take) => read.transact((manager) => writeBackup(manager, kind, take)),
    restore: (lines) => write.transact((manager) => readBackup(manager, kind, lines)),
    tellWorkspace: (key, take) => reading((manager) => tellWorkspace(manager, key, take)),
    fillWorkspace: (key, source, entriesOf) =>
      toldOf(
        place,
        write.transact((manager) => fillWorkspace(manager, key, source, entriesOf)),
      ),
    close: () => (closed ??= close()),
  };
}

/** Begins to hear when it is first asked to. */
function hearingOn(begin: Ways['hear'], verdictsOf: VerdictsOf): Pick<Database, 'hear' | 'close'> {
  let hearing: Promise<Hearing> | null = null;
  return {
    async hear() {
      hearing ??= begin && begin(verdictsOf);
      return hearing && (await hearing).eventsOf;
    },
    async close() {
      await hearing?.then(
        (one) => one.close(),
        () => undefined,
      );
    },
  };
}

/** Work that tells a lost database as a Fault. */
function toldOf<T>(place: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw asFault(error, place);
  });
}
