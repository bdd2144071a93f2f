import type {
  AcceptedWish,
  JudgedAssignment,
  RefusalReason,
  RefusedWish,
  Verdict,
} from '../../../domain/index.js';
import {
  isOfPlace,
  type LetterEntry,
  type StandingEntry,
  type StoredAssignment,
  type StoredRefusal,
} from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { presentJustification } from './present-structure.js';
import type { StepBook } from './step-book.js';

/** Reads the log of what stood and stands. */
export type StandingLog = () => Promise<readonly StandingEntry[]>;

/** What the gate said to one wish. */
export function presentVerdict(book: StepBook, verdict: Verdict) {
  return verdict.kind === 'AcceptedWish' ? presentAccepted(book, verdict) : presentRefused(book, verdict);
}

/** An assignment as it is kept, held against the stream as it stands. */
export function presentAssignment(
  book: StepBook,
  judged: JudgedAssignment<StoredAssignment>,
  log: StandingLog,
) {
  const { assignment, stillJustified, lost } = judged;
  return {
    __typename: 'Assignment',
    id: globalId({ type: 'Assignment', id: assignment.id }),
    holder: assignment.holder,
    step: { ...book.step(assignment.step.key), name: assignment.step.name },
    letter: assignment.letter,
    because: assignment.because.map((reason) => presentJustification(book, reason)),
    stillJustified,
    lostBecause: lost.map((reason) => presentReason(book, reason)),
    revision: assignment.revision,
    acceptedAt: assignment.acceptedAt,
    history: async () =>
      presentStandings(
        book,
        (await log()).filter(({ assignmentId }) => assignmentId === assignment.id),
      ),
  };
}

/** The entries of the log that are of responsibilities. */
export function presentStandings(book: StepBook, log: readonly StandingEntry[]) {
  return log.flatMap((move) => (isOfPlace(move) ? [] : [presentStanding(book, move)]));
}

/** An entry of the log of what stood and stands, with the way back. */
function presentStanding(book: StepBook, move: LetterEntry) {
  const { holder, letter, step, kind, cause, revision, changes, reasons, movedAt } = move;
  return {
    ...{ holder, letter, kind, cause, revision, changes, movedAt },
    step: { ...book.step(step.key), name: step.name },
    reasons: reasons.map((reason) => presentReason(book, reason)),
    wayBack: wayBack(reasons),
  };
}

/** What would put right what is told by these reasons, each once. */
export function wayBack(reasons: readonly RefusalReason[]): readonly string[] {
  return [...new Set(reasons.map(({ remedy }) => remedy))];
}

/** A refused wish as the log keeps it. */
export function presentRefusal(book: StepBook, { refused, revision, refusedAt }: StoredRefusal) {
  return { wish: presentRefused(book, refused), revision, refusedAt };
}

function presentAccepted(book: StepBook, wish: AcceptedWish) {
  return {
    __typename: wish.kind,
    holder: wish.holder,
    letter: wish.letter,
    step: book.step(wish.step),
    because: wish.because.map((reason) => presentJustification(book, reason)),
    inForce: wish.inForce,
    warnings: wish.warnings,
  };
}

function presentRefused(book: StepBook, wish: RefusedWish) {
  return {
    __typename: wish.kind,
    holder: wish.holder,
    letter: wish.letter,
    citedStep: wish.step,
    reason: wish.reason,
    reasons: wish.reasons.map((reason) => presentReason(book, reason)),
  };
}

/** One reason of a refusal, with the step that it points to. */
export function presentReason(
  book: StepBook,
  { code, message, missingLink, remedy, nearestStep }: RefusalReason,
) {
  return { code, message, missingLink, remedy, nearestStep: nearestStep && book.step(nearestStep) };
}
