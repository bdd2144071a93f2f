import {
  findOutFirst,
  rankChanges,
  whatIf,
  type ChangeWording,
  type FateCounts,
  type Plan,
  type RankedChange,
  type StreamComparison,
} from '../../../domain/index.js';
import type { ComparedNapkins } from '../../../application/index.js';
import { boundedCount } from '../bounded-list.js';
import { presentShift } from './present-shift.js';
import type { StepBook } from './step-book.js';

/** What somebody asks to change, as the arguments say it; all of it may be left out. */
export interface ChangeArguments {
  readonly set?: readonly string[] | null;
  readonly without?: readonly string[] | null;
  readonly demand?: string | null;
}

export interface FirstArgument {
  readonly first?: number | null;
}

/** The numbers to find out first, with their steps. */
export function presentNumbers(book: StepBook, { stream }: Pick<Plan, 'stream'>, { first }: FirstArgument) {
  return findOutFirst(stream, boundedCount('first', first, 3)).map((number) => ({
    ...number,
    step: number.step && book.step(number.step),
  }));
}

/** Every measure before and after the changes. */
export function presentWhatIf(book: StepBook, plan: Plan, asked: ChangeArguments) {
  const wordings: ChangeWording[] = [
    ...(typeof asked.demand === 'string' ? [{ kind: 'SET', text: `demand: ${asked.demand}` } as const] : []),
    ...(asked.set ?? []).map((text) => ({ kind: 'SET', text }) as const),
    ...(asked.without ?? []).map((text) => ({ kind: 'WITHOUT', text }) as const),
  ];
  const { outcomes, measures, stream } = whatIf(plan.stream, wordings);
  return { changes: outcomes, measures, structure: () => presentShift(book, plan, stream) };
}

/** The single changes that would save most. */
export function presentRanking(
  book: StepBook,
  { stream, metrics }: Pick<Plan, 'stream' | 'metrics'>,
  { first }: FirstArgument,
) {
  const { changes, handOffs, ...rest } = rankChanges(stream, metrics, boundedCount('first', first, 20));
  return {
    ...rest,
    changes: changes.map((one) => ({ ...one, ...wordsOf(one), step: one.step && book.step(one.step) })),
    handOffs: handOffs.map((one) => ({
      ...one,
      without: one.wording?.text ?? null,
      from: book.step(one.from),
      to: book.step(one.to),
    })),
  };
}

function wordsOf({ wording }: RankedChange) {
  return {
    set: wording?.kind === 'SET' ? wording.text : null,
    without: wording?.kind === 'WITHOUT' ? wording.text : null,
  };
}

/** Two maps side by side under the names of the schema. */
export function presentComparison(comparison: StreamComparison) {
  return {
    ...comparison,
    steps: comparison.steps.map(({ step, ...rest }) => ({ key: step, ...rest })),
    stepCounts: countsOf(comparison.stepCounts),
    placeCounts: countsOf(comparison.placeCounts),
  };
}

function countsOf({ KEPT, CHANGED, NEW, GONE }: FateCounts) {
  return { kept: KEPT, changed: CHANGED, new: NEW, gone: GONE };
}

/** Two texts side by side, with what is wrong with them. */
export function presentNapkins({ before, after, comparison }: ComparedNapkins) {
  return {
    problemsBefore: before.problems,
    problemsAfter: after.problems,
    comparison: comparison && presentComparison(comparison),
  };
}
