import {
  isOfPlace,
  type AuditedAct,
  type AuditVerdict,
  type Reading,
  type RemovedStream,
  type StoredAssignment,
  type StoredStanding,
  type Writing,
} from '../ports/index.js';

/** Told whatever is written. */
type Tell = (act: AuditedAct) => void;

/** What is written or told without being an act of its own: answers that are given again, ids of the askers' making, and the log itself. */
type NoAct =
  | 'whenKept'
  | 'keptAnswer'
  | 'keepAnswer'
  | 'madeUnder'
  | 'keepMade'
  | 'removeAssignment'
  | 'endStaffing'
  | 'addAudit';

const ABOUT_NO_STREAM = { streamId: null, revision: null, verdicts: [] } as const;

/** The same store, which tells of every act once it is written; a new way of writing has its row here, or does not compile. */
export function recording(store: Writing, tell: Tell): Writing {
  return { ...store, ...drawing(store, tell), ...deciding(store, tell) };
}

type Act = Exclude<keyof Writing, keyof Reading | NoAct>;
type Drawing = 'addRevision' | 'removeStream' | 'restoreStream' | 'adopt' | 'learnAliases';

function drawing(store: Writing, tell: Tell): Pick<Writing, Drawing> {
  return {
    async addRevision(added) {
      await store.addRevision(added);
      const { streamId, revision, name, steps } = added;
      const about = `${name}, ${counted(steps.length, 'step')}`;
      tell({ act: 'REVISION_DRAWN', streamId, revision, about, verdicts: [] });
    },
    async removeStream(removed) {
      await store.removeStream(removed);
      tell({ act: 'STREAM_REMOVED', ...aboutStream(removed) });
    },
    async restoreStream(removed) {
      await store.restoreStream(removed);
      tell({ act: 'STREAM_RESTORED', ...aboutStream(removed) });
    },
    async adopt(streamId, adopted) {
      await store.adopt(streamId, adopted);
      const { revision, proposal } = adopted;
      const about = proposal.roles.map(({ name }) => name).join(', ');
      tell({ act: 'STRUCTURE_ADOPTED', streamId, revision, about, verdicts: [] });
    },
    async learnAliases(aliases, learnedAt) {
      await store.learnAliases(aliases, learnedAt);
      const about = [...aliases].map(([alias, capability]) => `"${alias}" is ${capability}`).join(', ');
      tell({ act: 'NAMES_LEARNED', about, ...ABOUT_NO_STREAM });
    },
  };
}

function aboutStream({ id, name, revision }: RemovedStream): Omit<AuditedAct, 'act'> {
  return { streamId: id, revision, about: `${name}, as revision ${revision} has it`, verdicts: [] };
}

function deciding(store: Writing, tell: Tell): Pick<Writing, Exclude<Act, Drawing>> {
  return {
    async addAssignments(streamId, assignments) {
      await store.addAssignments(streamId, assignments);
      const about = counted(assignments.length, 'assignment');
      for (const [revision, verdicts] of byRevision(assignments, acceptedAs))
        tell({ act: 'ASSIGNMENTS_ACCEPTED', streamId, revision, about, verdicts });
    },
    async addRefusals(streamId, refusals) {
      await store.addRefusals(streamId, refusals);
      const about = counted(refusals.length, 'refused wish', 'refused wishes');
      const told = byRevision(refusals, ({ refused }) => ({
        ...{ holder: refused.holder, letter: refused.letter, step: refused.step, verdict: 'REFUSED' },
        because: refused.reasons.map(({ code, message }) => `${code} ${message}`),
      }));
      for (const [revision, verdicts] of told)
        tell({ act: 'WISHES_REFUSED', streamId, revision, about, verdicts });
    },
    async addOverride(streamId, override) {
      await store.addOverride(streamId, override);
      const { holder, letter, step, by, why, until, against, overriddenAt: _, revision } = override;
      const because = against.map(({ code, message }) => `${code} ${message}`);
      const verdicts = [{ holder, letter, step: step.name, verdict: 'OVERRIDDEN', because }] as const;
      const about = `${by} until ${until}: ${why}`;
      tell({ act: 'OVERRIDE_SET', streamId, revision, about, verdicts });
    },
    async endOverride(streamId, overrideId, endedAt) {
      await store.endOverride(streamId, overrideId, endedAt);
      tell({ act: 'OVERRIDE_ENDED', streamId, revision: null, about: overrideId, verdicts: [] });
    },
    async addStaffing(streamId, staffing) {
      await store.addStaffing(streamId, staffing);
      tellStaffing(tell, 'STAFFING_ACCEPTED', streamId, staffing, ({ role, because }) => [
        role.name,
        because.map(({ text }) => text),
      ]);
    },
    async addRefusedStaffing(streamId, refused) {
      await store.addRefusedStaffing(streamId, refused);
      tellStaffing(tell, 'STAFFING_REFUSED', streamId, refused, ({ role, reasons }) => [
        role,
        reasons.map(({ code, message }) => `${code} ${message}`),
      ]);
    },
    async addStanding(streamId, moves) {
      await store.addStanding(streamId, moves);
      for (const move of moves) tell(standingAct(streamId, move));
    },
  };
}

/** One act for each revision; who, in which role, and why, in a line. */
function tellStaffing<T extends { readonly person: string; readonly revision: number }>(
  tell: Tell,
  act: 'STAFFING_ACCEPTED' | 'STAFFING_REFUSED',
  streamId: string,
  people: readonly T[],
  told: (one: T) => readonly [role: string, because: readonly string[]],
): void {
  const revisions = new Map<number, string[]>();
  for (const one of people) {
    const [role, because] = told(one);
    const line = `${one.person} as ${role}: ${because.join(' ')}`;
    revisions.set(one.revision, [...(revisions.get(one.revision) ?? []), line]);
  }
  for (const [revision, lines] of revisions)
    tell({ act, streamId, revision, about: lines.join('; '), verdicts: [] });
}

const STANDING_ACTS = {
  LOST: 'ASSIGNMENT_LOST_REASON',
  REGAINED: 'ASSIGNMENT_REGAINED_REASON',
  WITHDRAWN: 'ASSIGNMENT_WITHDRAWN',
} as const;

const PLACE_ACTS = {
  LOST: 'STAFFING_LOST_REASON',
  REGAINED: 'STAFFING_REGAINED_REASON',
  WITHDRAWN: 'STAFFING_WITHDRAWN',
} as const;

/** The log of what stood tells what is withdrawn before it is taken out. */
function standingAct(streamId: string, move: StoredStanding): AuditedAct {
  const { kind, revision, holder, changes, reasons } = move;
  const because = [...changes, ...reasons.map(({ code, message }) => `${code} ${message}`)];
  if (isOfPlace(move)) {
    const about = `${holder} as ${move.role.name}${because.length > 0 ? `: ${because.join(' ')}` : ''}`;
    return { act: PLACE_ACTS[kind], streamId, revision, about, verdicts: [] };
  }
  const { letter, step } = move;
  const verdicts = [{ holder, letter, step: step.name, verdict: kind, because }];
  return { act: STANDING_ACTS[kind], streamId, revision, about: '1 assignment', verdicts };
}

function acceptedAs({ holder, letter, step, because }: StoredAssignment): AuditVerdict {
  return {
    holder,
    letter,
    step: step.name,
    verdict: 'ACCEPTED',
    because: because.map(({ rule, text }) => `${rule} ${text}`),
  };
}

/** The verdicts of each revision, in their order. */
function byRevision<T extends { readonly revision: number }>(
  written: readonly T[],
  verdictOf: (one: T) => AuditVerdict,
): ReadonlyMap<number, readonly AuditVerdict[]> {
  const groups = new Map<number, AuditVerdict[]>();
  for (const one of written) {
    const group = groups.get(one.revision) ?? [];
    group.push(verdictOf(one));
    groups.set(one.revision, group);
  }
  return groups;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
