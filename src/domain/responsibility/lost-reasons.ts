import { listNames, nameStep } from './sentence.js';
import type { Examined } from './examine.js';
import type { Gate } from './gate.js';
import { ownsStep, sayOwned } from './holder.js';
import type { Assignment, RefusalReason } from './verdict.js';

const BESIDE_THE_POINT: ReadonlySet<string> = new Set([
  'CAPABILITY_UNKNOWN',
  'UNKNOWN_HOLDER',
  'SECOND_ACCOUNTABLE',
]);

/** Why a kept assignment stands no longer, the true cause first: an owner's accountability goes with what they own. */
export function lostReasons(gate: Gate, assignment: Assignment, exam: Examined): readonly RefusalReason[] {
  const { holder, step, reasons } = exam;
  const asOwner = assignment.letter === 'A' && assignment.because.some(({ rule }) => rule === 'OWNS');
  if (!asOwner || !step || (holder && ownsStep(holder, step))) return reasons;
  const { stream } = gate.book;
  const scopes = ['STREAM' as const, ...(step.force === null ? [] : [step.force])];
  const owned = listNames(
    scopes.map((scope) => sayOwned(scope, stream)),
    'or',
  );
  const role = gate.accountable.get(step.key)?.name ?? null;
  const back = role === null ? '' : ` The accountability rests with ${role} again.`;
  return [
    {
      code: role === null ? 'CAPABILITY_NOT_DEMANDED' : 'SECOND_ACCOUNTABLE',
      message: `The accountability of ${nameStep(step)} was taken by ${assignment.holder} as an owner, and nobody names ${assignment.holder} as the owner of ${owned} now.${back}`,
      missingLink: `assignment → step: ${assignment.holder} is not the owner of what ${nameStep(step)} belongs to`,
      remedy: `If that is not so, write owner: ${assignment.holder} below the stream line, or below the line of the force, or owner of ${step.name}: ${assignment.holder}; else take the assignment back.`,
      nearestStep: null,
    },
    ...reasons.filter(({ code }) => !BESIDE_THE_POINT.has(code)),
  ];
}
