import {
  foldName,
  shiftStructure,
  withoutRole,
  type JudgedAssignment,
  type Plan,
  type ValueStream,
} from '../../../domain/index.js';
import { presentReason } from './present-gate.js';
import { presentJustification } from './present-structure.js';
import type { StepBook } from './step-book.js';

/** What would be uncovered without a role, which is named or given by its key; null where there is no such role. */
export function presentWithoutRole(book: StepBook, plan: Plan, named: string) {
  const roles = plan.structure?.roles ?? [];
  const role =
    roles.find(({ key }) => key === named) ?? roles.find(({ name }) => foldName(name) === foldName(named));
  const gone = role && withoutRole(plan.gate, role.key);
  if (!gone) return null;
  return {
    role: gone.role.name,
    steps: gone.steps.map(({ step, open, others }) => ({
      step: book.step(step.key),
      open: open.map(({ demand, roles: also, people }) => ({
        capability: demand.capability,
        hoursPerWeek: demand.hoursPerWeek,
        roles: also.map(({ name }) => name),
        people,
      })),
      others,
    })),
    hoursPerWeek: gone.hoursPerWeek,
    letters: gone.letters.map(({ step, cell, then }) => ({
      step: book.step(step.key),
      letter: cell.letter,
      because: cell.because.map((reason) => presentJustification(book, reason)),
      then,
    })),
    lost: gone.lost.map((one) => presentLost(book, one)),
  };
}

/** Who would gain or lose what on a changed stream; null where there is no structure. */
export function presentShift(book: StepBook, plan: Plan, changed: ValueStream) {
  const shift = shiftStructure(plan, changed);
  if (shift === null) return null;
  const { sizes, roles, letters, findings, lost } = shift;
  return {
    sizes,
    rolesLost: roles.lost.map(({ role }) => role),
    rolesChanged: roles.changed,
    letters: letters.map(({ change, step, holder, letter, why }) => {
      return { gained: change === 'GAINED', step, holder, letter, why };
    }),
    findingsGained: findings.gained,
    findingsLost: findings.lost,
    lost: lost.map((one) => presentLost(book, one)),
  };
}

function presentLost(book: StepBook, { assignment, lost }: JudgedAssignment) {
  const { holder, letter, step } = assignment;
  return {
    holder,
    letter,
    step: { ...book.step(step.key), name: step.name },
    lostBecause: lost.map((reason) => presentReason(book, reason)),
  };
}
