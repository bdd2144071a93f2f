import type { StepKey } from '../../shared/index.js';
import { findHolder } from '../find-cited.js';
import type { GateContext } from '../gate-context.js';
import { gateOf } from '../gate.js';
import { judgeOneByOne } from '../judge.js';
import type { OverriddenLetter, ResponsibilityMatrix } from '../responsibility-matrix.js';
import { listNames } from '../sentence.js';
import { gatherBy } from '../step-book.js';
import type { Override, SettledOverride } from './override.js';

/** Each override with what the gate says against it as the stream stands now, in the order given. An override gives no reason to anything and takes none from anything. */
export function settleOverrides<O extends Override>(
  context: GateContext,
  overrides: readonly O[],
): readonly SettledOverride<O>[] {
  const gate = gateOf(context);
  const wishes = overrides.map(({ holder, step, letter }) => ({
    ...{ holder, letter, step: step.key, reason: null },
  }));
  const verdicts = judgeOneByOne(context, wishes);
  return overrides.map((override, nth) => {
    const verdict = verdicts[nth];
    const holder = findHolder(gate, override.holder).found;
    return {
      override,
      role: holder?.role?.key ?? null,
      hasPlace: holder !== null && gate.book.steps.has(override.step.key),
      against: verdict?.kind === 'RefusedWish' ? verdict.reasons : [],
    };
  });
}

/** The overrides of those given that stand on a day: not those that expired before it. */
export function standingOn<O extends Pick<Override, 'until'>>(
  overrides: readonly O[],
  today: string,
): readonly O[] {
  return overrides.filter(({ until }) => until >= today);
}

/** The matrix with its overrides beside the cells, each told in a note; no cell is changed. */
export function withOverrides(
  matrix: ResponsibilityMatrix,
  settled: readonly SettledOverride[],
): ResponsibilityMatrix {
  const byStep = gatherBy(
    settled.filter(({ hasPlace }) => hasPlace),
    ({ override }) => override.step.key,
  );
  if (byStep.size === 0) return matrix;
  return { ...matrix, rows: matrix.rows.map((row) => ({ ...row, ...laid(row, byStep) })) };
}

type Row = ResponsibilityMatrix['rows'][number];

function laid(
  row: Row,
  byStep: ReadonlyMap<StepKey, readonly SettledOverride[]>,
): Pick<Row, 'overrides' | 'notes'> {
  const here = byStep.get(row.step) ?? [];
  const overrides = here.map(({ override, role }): OverriddenLetter => {
    const { holder, letter, by, why, until } = override;
    return { holder, role, letter, by, why, until };
  });
  return { overrides, notes: [...row.notes, ...here.map(sayOverride)] };
}

/** `Override: Lena has the R here until 2026-12-31, set by Mara ("Tomas is ill"); the gate refuses it (HOLDER_LACKS_CAPABILITY).` */
export function sayOverride({ override, against }: SettledOverride): string {
  const { holder, letter, by, why, until } = override;
  const codes = [...new Set(against.map(({ code }) => code))].filter(
    (code) => code !== 'PREFERENCE_IS_NO_REASON',
  );
  const gate =
    codes.length === 0
      ? 'the stream justifies it by now: propose it, and end the override'
      : `the gate refuses it (${listNames(codes)})`;
  return `Override: ${holder} has the ${letter} here until ${until}, set by ${by} ("${why}"); ${gate}.`;
}
