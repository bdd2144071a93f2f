import type {
  KeptRevision,
  KeptStaffing,
  LearnedName,
  LetterMoved,
  PlaceMoved,
  StoredAssignment,
  StoredOverride,
  StoredRefusal,
  StoredRefusedStaffing,
  StreamContent,
} from '../../application/index.js';
import type {
  AdoptedStructure,
  CapabilityKey,
  Justification,
  KnownStep,
  RaciLetter,
  RefusalReason,
  RefusedWish,
  RoleKey,
  StepKey,
  StreamKey,
  StructureProposal,
} from '../../domain/index.js';
import {
  either,
  filled,
  filledList,
  like,
  list,
  oneOf,
  orAbsent,
  orNull,
  record,
  recordWith,
  text,
  wholeNumber,
  type Shape,
} from './shape.js';

/** What stands first in workspace.json. */
export const FORMAT = 'headwater workspace 1';

/** workspace.json: all but the streams, and the folders in which these are. */
export interface WorkspaceFile {
  readonly format: typeof FORMAT;
  readonly name: string;
  readonly learnedNames: readonly LearnedName[];
  readonly streams: readonly string[];
}

/** stream.json: the stream and its revisions, without the napkins. */
export interface StreamFile {
  readonly id: string;
  readonly key: StreamKey;
  /** Only where the stream was removed. */
  readonly removedAt?: string;
  readonly revisions: readonly Omit<KeptRevision, 'napkin'>[];
}

const branded = <T extends string>() => filled as Shape<T>;
const moment = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'a time like "2026-01-31T08:00:00.000Z"');
const day = like(/^\d{4}-\d\d-\d\d$/, 'a day like "2026-01-31"');
const letter = oneOf<RaciLetter>('R', 'A', 'C', 'I');
const step = record<KnownStep>({ key: branded<StepKey>(), name: filled });

const justification = record<Justification>({
  step: branded<StepKey>(),
  capability: orNull(
    record<{ key: CapabilityKey; name: string }>({ key: branded<CapabilityKey>(), name: filled }),
  ),
  rule: filled,
  text: filled,
});
const because = filledList(
  justification,
  'reason',
  'nobody carries anything without a step that asks for it. Put the reason back, or take the entry out.',
);
const reason = recordWith<RefusalReason>({ code: filled, message: filled, missingLink: text, remedy: text });
const reasons = filledList(reason, 'reason', 'a refusal tells why. Put the reason back.');

const role = record<PlaceMoved['role']>({ key: branded<RoleKey>(), name: filled });
const moved = {
  ...{ assignmentId: filled, revision: wholeNumber, holder: text, movedAt: moment },
  kind: oneOf('LOST', 'REGAINED', 'WITHDRAWN'),
  cause: oneOf('REVISION', 'STRUCTURE', 'ACCEPTANCE', 'WITHDRAWAL'),
  changes: list(text, 'change'),
  reasons: list(reason, 'reason'),
} as const;

/** The shape of workspace.json. */
export const workspaceFile = record<WorkspaceFile>({
  format: oneOf<typeof FORMAT>(FORMAT),
  name: filled,
  learnedNames: list(
    record<LearnedName>({ name: filled, capability: branded<CapabilityKey>(), learnedAt: moment }),
    'name',
  ),
  streams: list(filled, 'stream'),
});

/** The shape of stream.json. */
export const streamFile = record<StreamFile>({
  id: filled,
  key: branded<StreamKey>(),
  removedAt: orAbsent(moment),
  revisions: filledList(
    record<Omit<KeptRevision, 'napkin'>>({
      revision: wholeNumber,
      name: filled,
      drawnAt: moment,
      steps: list(step, 'step'),
    }),
    'revision',
    'a stream has been drawn at least once.',
  ),
});

/** The lists that a stream has beside its revisions, each in a file of its own. */
export type StreamLists = Omit<StreamContent, 'id' | 'key' | 'removedAt' | 'revisions'>;

const LISTS: { readonly [K in keyof StreamLists]: Shape<StreamLists[K]> } = {
  structures: list(
    record<AdoptedStructure>({
      revision: wholeNumber,
      adoptedAt: moment,
      proposal: recordWith<StructureProposal>({
        kind: oneOf('StructureProposal'),
        roles: list(recordWith({ key: filled, name: filled, steps: list(filled, 'step') }), 'role'),
        teams: list(recordWith({}), 'team'),
      }),
    }),
  ),
  assignments: list(
    record<StoredAssignment>({
      ...{ id: filled, holder: filled, step, letter, because },
      ...{ revision: wholeNumber, acceptedAt: moment },
    }),
  ),
  refusals: list(
    record<StoredRefusal>({
      id: filled,
      refused: record<RefusedWish>({
        kind: oneOf('RefusedWish'),
        ...{ holder: text, letter, step: orNull(text), reason: orNull(text), reasons },
      }),
      revision: wholeNumber,
      refusedAt: moment,
    }),
  ),
  standing: list(
    either<PlaceMoved, LetterMoved>('role', record({ ...moved, role }), record({ ...moved, letter, step })),
  ),
  overrides: list(
    record<StoredOverride>({
      ...{ id: filled, holder: filled, by: filled, why: filled, until: day, revision: wholeNumber },
      ...{ overriddenAt: moment, endedAt: orNull(moment), step, letter, against: reasons },
    }),
  ),
  staffing: list(
    record<KeptStaffing>({
      ...{ id: filled, person: filled, revision: wholeNumber, acceptedAt: moment },
      ...{ role, because, endedAt: orNull(moment) },
    }),
  ),
  refusedStaffing: list(
    record<StoredRefusedStaffing>({
      ...{ id: filled, person: text, role: text, reason: orNull(text), revision: wholeNumber },
      ...{ refusedAt: moment, reasons },
    }),
  ),
};

/** The name of the file of each list; people read them in this order. */
export const LIST_FILES: { readonly [K in keyof StreamLists]: string } = {
  structures: 'structures.json',
  assignments: 'assignments.json',
  refusals: 'refusals.json',
  standing: 'history.json',
  overrides: 'overrides.json',
  staffing: 'people-in-roles.json',
  refusedStaffing: 'refused-people.json',
};

/** Reads every list of a stream from what told gives of its file. */
export function listsOf(told: (file: string) => readonly [value: unknown, file: string]): StreamLists {
  const read = <K extends keyof StreamLists>(name: K): StreamLists[K] => {
    const [value, file] = told(LIST_FILES[name]);
    return LISTS[name](value, { file, path: [] });
  };
  return {
    structures: read('structures'),
    assignments: read('assignments'),
    refusals: read('refusals'),
    standing: read('standing'),
    overrides: read('overrides'),
    staffing: read('staffing'),
    refusedStaffing: read('refusedStaffing'),
  };
}
