import type { Role } from '../../structure/index.js';
import type { Duty } from '../apart-book.js';
import { apartConflicts, type Conflicts } from '../conflict-reasons.js';
import type { Gate } from '../gate.js';
import type { Holder } from '../holder.js';
import type { Ledger } from '../ledger.js';

/** What a person takes over with a role, as far as it may have to stay apart from something: the R of its steps, and the A where the matrix gives it the A. */
function dutiesOf(gate: Gate, role: Role): Duty[] {
  if (gate.apart.size === 0) return [];
  const does = role.steps.flatMap((key): Duty[] => {
    const step = gate.apart.has(key) ? gate.book.steps.get(key) : undefined;
    return step ? [{ step, letter: 'R' }] : [];
  });
  const answers = (gate.accountableSteps.get(role.key) ?? [])
    .filter(({ key }) => gate.apart.has(key))
    .map((step): Duty => ({ step, letter: 'A' }));
  return [...does, ...answers];
}

/** Enters the duties of a role as those of a person. */
export function enterDuties(gate: Gate, ledger: Ledger, holder: Holder, role: Role): void {
  for (const { step, letter } of dutiesOf(gate, role)) ledger.enter(holder, step, letter);
}

/** Which duties of a role must stay apart from what the person has already, and which are only told. */
export function roleConflicts(gate: Gate, ledger: Ledger, holder: Holder, role: Role): Conflicts {
  const each = dutiesOf(gate, role).map((duty) =>
    apartConflicts(gate, holder, duty, ledger.clashes(holder, duty)),
  );
  return {
    reasons: each.flatMap(({ reasons }) => reasons),
    warnings: [...new Set(each.flatMap(({ warnings }) => warnings))],
  };
}
