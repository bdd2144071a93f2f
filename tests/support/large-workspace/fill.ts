import type { NewAuditEntry, StoredAssignment, StoredRefusal } from '../../../src/application/ports/index.js';
import type { Database } from '../../../src/adapters/persistence/index.js';
import type { KnownStep, StepKey, StreamKey } from '../../../src/domain/index.js';
import { adoptedStructure, newRevision, storedAssignment, storedRefusal } from '../stored-streams.js';

/** How much a made workspace holds. */
export interface WorkspaceSize {
  readonly streams: number;
  /** Of each stream. */
  readonly steps: number;
}

const AT = '2026-01-05T08:00:00.000Z';
const REVISIONS = 2;
const DECISIONS = 20;
/** People in roles, of whom all but one were taken out again. */
const FILLINGS = 4;
const STREAMS_AT_ONCE = 25;
const LATER = '2099-01-01T00:00:00.000Z';

/** The id of the nth made stream; its key is s- and the same digits. */
export const streamIdOf = (nth: number): string => `stream-${digits(nth)}`;
export const streamKeyOf = (nth: number): StreamKey => `s-${digits(nth)}` as StreamKey;

function digits(nth: number): string {
  return String(nth).padStart(6, '0');
}

/** Fills the default workspace with streams that have everything that can be kept about one, and with as many members, sessions and tokens as streams; the same size gives the same rows. */
export async function fillWorkspace(database: Database, { streams, steps }: WorkspaceSize): Promise<void> {
  for (let first = 0; first < streams; first += STREAMS_AT_ONCE) {
    await database.unitOfWork.write(async (store) => {
      for (let nth = first; nth < Math.min(streams, first + STREAMS_AT_ONCE); nth += 1) {
        const id = streamIdOf(nth);
        const known = stepsOf(steps);
        for (let revision = 1; revision <= REVISIONS; revision += 1) {
          const told = { streamId: id, key: streamKeyOf(nth), name: `Stream ${nth}`, revision };
          await store.addRevision(newRevision({ ...told, napkin: napkinOf(nth, known), steps: known }));
        }
        await store.adopt(id, adoptedStructure({ revision: REVISIONS }));
        const some = known.slice(0, DECISIONS);
        await store.addAssignments(
          id,
          some.map((step, at) => assignmentOf(nth, at, step)),
        );
        await store.addRefusals(
          id,
          some.map((step, at) => refusalOf(nth, at, step)),
        );
        await store.addAudit(some.map((step, at) => entryOf(nth, at, step)));
        await addOverride(store, nth, known);
        await addPeople(store, nth);
      }
    });
  }
  await fillAccess(database, streams);
  await fillAnother(database, streams);
}

type Store = Parameters<Parameters<Database['unitOfWork']['write']>[0]>[0];

async function addOverride(store: Store, nth: number, [step]: readonly KnownStep[]): Promise<void> {
  if (!step) return;
  const reason = { code: 'NO_STEP_CITED', message: 'No.', missingLink: 'a', remedy: 'b', nearestStep: null };
  await store.addOverride(streamIdOf(nth), {
    ...{ id: `override-${nth}`, revision: REVISIONS, step, holder: 'Baker', letter: 'A', by: 'Ada' },
    ...{ why: 'Illness', until: '2026-06-01', against: [reason], overriddenAt: AT, endedAt: null },
  } as Parameters<Store['addOverride']>[1]);
}

async function addPeople(store: Store, nth: number): Promise<void> {
  const because = [{ code: 'X', message: 'It was so.' }];
  const told = { revision: REVISIONS, role: { key: 'baker', name: 'Baker' }, because, acceptedAt: AT };
  const ids = Array.from({ length: FILLINGS }, (_one, at) => `staffing-${nth}-${at}`);
  const fillings = ids.map((id) => ({ ...told, id, person: `Ben ${id}` }));
  await store.addStaffing(streamIdOf(nth), fillings as unknown as Parameters<Store['addStaffing']>[1]);
  const no = { id: `no-${nth}`, revision: REVISIONS, person: 'Cleo', role: 'Baker', reason: null };
  const refused = [{ ...no, reasons: because, refusedAt: AT }];
  type Refused = Parameters<Store['addRefusedStaffing']>[1];
  await store.addRefusedStaffing(streamIdOf(nth), refused as unknown as Refused);
  for (const id of ids.slice(1)) await store.endStaffing(streamIdOf(nth), id, AT);
  if (nth % 2 === 1) await store.endOverride(streamIdOf(nth), `override-${nth}`, AT);
}

function stepsOf(steps: number): readonly KnownStep[] {
  return Array.from({ length: steps }, (_step, at) => ({
    key: `step-${digits(at)}` as StepKey,
    name: `Step ${at} of the work`,
  }));
}

function napkinOf(nth: number, steps: readonly KnownStep[]): string {
  return [`stream Stream ${nth}`, 'sales:', ...steps.map(({ name }) => `${name} @Ada 10m 95%`), ''].join(
    '\n',
  );
}

function assignmentOf(nth: number, at: number, step: KnownStep): StoredAssignment {
  const because = [{ step: step.key, capability: null, rule: 'STEP_DEMANDS_CAPABILITY', text: 'It asks.' }];
  const told = { id: `assignment-${nth}-${at}`, step, revision: REVISIONS, holder: `Holder ${at}` };
  return storedAssignment({ ...told, because } as unknown as Partial<StoredAssignment>);
}

function refusalOf(nth: number, at: number, { name }: KnownStep): StoredRefusal {
  const wish = { holder: `Nobody ${at}`, step: name };
  return storedRefusal({ id: `refusal-${nth}-${at}`, revision: REVISIONS }, wish);
}

function entryOf(nth: number, at: number, { name }: KnownStep): NewAuditEntry {
  return {
    ...{ id: `${AT} ${digits(nth)} ${digits(at)}`, workspaceId: 'default', doneAt: AT },
    ...{ act: 'WISHES_REFUSED', streamId: streamIdOf(nth), revision: REVISIONS, about: name, verdicts: [] },
    actor: { accountId: null, name: 'Ada', door: 'LOCAL' },
  };
}

/** Another workspace in which as much was done, so that whose it is tells the rows of a log apart. */
async function fillAnother({ access }: Database, many: number): Promise<void> {
  const entry = { workspaceId: 'other', streamId: null, revision: null };
  await access.write((store) => store.addWorkspace({ id: 'other', key: 'other', name: 'Other' }));
  const entryAt = (nth: number, at: number): NewAuditEntry => ({
    ...entryOf(nth, at, { key: 'a' as StepKey, name: 'Something else' }),
    ...{ ...entry, id: `${AT} ${digits(nth)} ${digits(at)} other` },
  });
  for (let first = 0; first < many; first += STREAMS_AT_ONCE) {
    const some = Array.from({ length: Math.min(STREAMS_AT_ONCE, many - first) * DECISIONS });
    await access.write((store) =>
      store.addAudit(some.map((_one, at) => entryAt(first + Math.floor(at / DECISIONS), at % DECISIONS))),
    );
  }
}

async function fillAccess({ access }: Database, many: number): Promise<void> {
  for (let first = 0; first < many; first += STREAMS_AT_ONCE) {
    await access.write(async (store) => {
      for (let nth = first; nth < Math.min(many, first + STREAMS_AT_ONCE); nth += 1) {
        const id = `account-${nth}`;
        const account = { id, email: `person-${digits(nth)}@example.com`, name: `Person ${nth}` };
        await store.addAccount({ ...account, password: 'none', passwordUntil: null });
        await store.setMembership('default', id, nth === 0 ? 'OWNER' : 'VIEWER');
        await store.addSession({
          ...{ digest: `session-${nth}`, accountId: id, workspaceId: 'default', madeAt: AT, usedAt: AT },
          ...{ expiresAt: LATER, way: 'PASSWORD', browser: 'Firefox on Linux' },
        });
        const token = { id: `${AT} ${digits(nth)}`, name: `robot ${nth}`, workspaceId: 'default' } as const;
        const told = {
          role: 'VIEWER',
          madeBy: account,
          madeAt: AT,
          expiresAt: LATER,
          revokedAt: null,
        } as const;
        await store.addToken({ ...token, ...told }, `token-${nth}`);
        await store.addFailedSignIns([`somebody ${nth}`], AT, AT);
      }
    });
  }
}
