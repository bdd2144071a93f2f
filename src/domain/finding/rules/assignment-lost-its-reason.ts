import { inRevision, listNames } from '../../responsibility/index.js';
import type { JudgedAssignment } from '../../responsibility/index.js';
import type { FindingContext, FindingRule, Found } from '../finding-rule.js';

/** What was accepted is still demanded. */
export const assignmentLostItsReason: FindingRule = {
  code: 'ASSIGNMENT_LOST_ITS_REASON',
  severity: 'WARNING',
  norm: 'An accepted assignment is still justified by the stream as it stands.',
  check: (context) => {
    const present = new Set(context.stream.steps.map(({ key }) => key));
    return context.assignments
      .filter(({ stillJustified }) => !stillJustified)
      .map((judged) => lostReason(judged, present));
  },
};

type Present = ReadonlySet<FindingContext['stream']['steps'][number]['key']>;

function lostReason({ assignment, lost }: JudgedAssignment, present: Present): Found {
  const { holder, letter, step, because, revision } = assignment;
  const now = lost.map(({ message }) => message).join(' ');
  const remedy = lost[0]?.remedy ?? 'Propose it again where a step demands it.';
  const rested = listNames(because.map(({ text }) => text));
  return {
    message: `${holder} was given ${letter} for "${step.name}"${inRevision(revision)} because ${rested}. A later change of the stream took that reason: ${now} ${remedy}`,
    steps: present.has(step.key) ? [step.key] : [],
  };
}
