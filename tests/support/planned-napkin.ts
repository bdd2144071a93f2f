import {
  acceptDraft,
  BUILT_IN_CATALOGUE,
  judge,
  planStream,
  readNapkin,
  understandStream,
  type AdoptedStructure,
  type Assignment,
  type KnownStep,
  type Plan,
  type RaciLetter,
  type StructureLimits,
  type Wish,
} from '../../src/domain/index.js';

/** What is kept beside a napkin, as a case needs it. */
export interface KeptBeside {
  readonly limits?: StructureLimits;
  readonly adopted?: Plan | null;
  readonly assignments?: readonly Assignment[];
  readonly known?: readonly KnownStep[];
}

/** The plan of the first stream of a napkin; a problem of severity ERROR is a fault of the case. */
export function planNapkin(text: string, kept: KeptBeside = {}): Plan {
  const { drafts, problems } = readNapkin(text);
  const [draft] = drafts;
  if (!draft) throw new Error('The napkin of the case holds no stream.');
  const accepted = acceptDraft(draft, { known: kept.known ?? [] });
  const errors = [...problems, ...accepted.problems].filter(({ severity }) => severity === 'ERROR');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const present = new Set(accepted.stream.steps.map(({ key }) => key));
  return planStream(understandStream(accepted.stream, BUILT_IN_CATALOGUE, kept.limits), {
    adopted: adoptedFrom(kept.adopted ?? null),
    assignments: kept.assignments ?? [],
    formerSteps: (kept.known ?? []).filter(({ key }) => !present.has(key)),
  });
}

/** The steps of a plan, as its next revision knows them. */
export function stepsOf(plan: Plan): readonly KnownStep[] {
  return plan.stream.steps.map(({ key, name }) => ({ key, name }));
}

/** A wish on one line: holder, letter, step, and what the asker writes. */
export function wish(
  holder: string,
  letter: RaciLetter,
  step: string | null,
  reason: string | null = null,
): Wish {
  return { holder, letter, step, reason };
}

/** What the gate accepts of these wishes, as it would be kept. */
export function acceptedIn(plan: Plan, wishes: readonly Wish[], revision = 1): readonly Assignment[] {
  const names = new Map(stepsOf(plan).map(({ key, name }) => [key, name]));
  return judge(plan.gate, wishes).flatMap((verdict) => {
    if (verdict.kind === 'RefusedWish' || verdict.inForce) return [];
    const { holder, letter, step, because } = verdict;
    return [{ holder, letter, because, revision, step: { key: step, name: names.get(step) ?? step } }];
  });
}

function adoptedFrom(plan: Plan | null): AdoptedStructure | null {
  if (!plan?.structure) return null;
  return { revision: 1, adoptedAt: '2025-05-01T09:00:00.000Z', proposal: plan.structure };
}
