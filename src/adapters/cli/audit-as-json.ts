import { cellName, type ChartAudit, type ChartComparison } from '../../domain/chart/index.js';
import type { Plan } from '../../domain/index.js';

/** An audit as plain data: activities, roles, letters and findings; with a stream also how each letter compares. */
export function auditAsJson(
  { activities, roles, letters, findings }: ChartAudit,
  compared: { readonly plan: Plan; readonly comparison: ChartComparison } | null,
): unknown {
  const audit = { activities, roles, letters, findings };
  if (compared === null) return audit;
  const { plan, comparison } = compared;
  return {
    ...audit,
    stream: plan.stream.key,
    matches: {
      activities: comparison.activities.map(({ activity, at, step, by, score, candidates }) => ({
        activity,
        cell: cellName(at),
        step: step?.key ?? null,
        by,
        score,
        candidates,
      })),
      roles: comparison.roles.map(({ role, at, holder, by, score, candidates }) => ({
        role,
        cell: cellName(at),
        holder,
        by,
        score,
        candidates,
      })),
    },
    questions: comparison.questions.map(({ at, ...question }) => ({ ...question, cell: cellName(at) })),
    counts: comparison.counts,
    cells: comparison.letters.map(({ at, ...letter }) => ({ ...letter, cell: cellName(at) })),
    nobodyCarries: comparison.nobodyCarries,
    carriesNothing: comparison.carriesNothing,
  };
}
