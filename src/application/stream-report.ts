import {
  comparePlans,
  writeJustificationReport,
  writeRaciReport,
  writeRoleCards,
  writeTeamCharters,
  type Plan,
  type RaciReport,
} from '../domain/index.js';
import { loggedOf } from './logged-of.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import {
  Fault,
  type FileFormat,
  type ReportFile,
  type ReportKind,
  type StoredRevision,
  type WrittenReport,
} from './ports/index.js';
import { reportPictures } from './report-pictures.js';

/** What a report is asked with; since: the revision that a difference begins with, the one before the latest where nothing is said. */
export interface ReportChoice {
  readonly since?: number | null;
}

type ReportParts = Pick<Parts, 'unitOfWork' | 'world' | 'printReportFile' | 'pictures' | 'planner'>;

/** A report of any kind on a stream as it is kept, in any format; its date is the day on which the revision was drawn. A Fault NOT_FOUND where a difference is asked to a revision that there is not. */
export function streamReport(parts: ReportParts) {
  return async (
    planned: PlannedStream,
    kind: ReportKind,
    format: FileFormat,
    { since = null }: ReportChoice = {},
  ): Promise<ReportFile> => {
    await planned.ready();
    const { stored, plan } = planned;
    const date = stored.drawnAt.slice(0, 'YYYY-MM-DD'.length);
    const ground = { plan, revision: stored.revision, date };
    if (kind !== 'DIFFERENCE') {
      const drawn = kind === 'RACI' && (format === 'HTML' || format === 'PDF');
      const pictures = drawn ? reportPictures(parts.pictures, plan.stream, plan.metrics) : [];
      const told = kind === 'RACI' ? await loggedOf(parts, stored) : null;
      const raci = (): RaciReport => writeRaciReport({ ...ground, refusals: [], ...told });
      return parts.printReportFile(writtenReport(kind, ground, raci, pictures), format);
    }
    const number = since ?? Math.max(1, stored.revision - 1);
    const before = await planOfRevision(parts, planned, number);
    const names = [`revision ${number}`, `revision ${stored.revision}`] as const;
    return parts.printReportFile(comparePlans({ before, names }, ground), format);
  };
}

/** A report about one plan as it is to be printed. */
export function writtenReport(
  kind: Exclude<ReportKind, 'DIFFERENCE'>,
  ground: { readonly plan: Plan; readonly revision: number | null; readonly date: string },
  raci: () => RaciReport,
  pictures: Extract<WrittenReport, { readonly kind: 'RACI' }>['pictures'],
): WrittenReport {
  switch (kind) {
    case 'RACI':
      return { kind, report: raci(), pictures, justifications: writeJustificationReport(ground) };
    case 'ROLE_CARDS':
      return writeRoleCards(ground);
    case 'TEAM_CHARTERS':
      return writeTeamCharters(ground);
    case 'JUSTIFICATIONS':
      return writeJustificationReport(ground);
  }
}

/** An earlier revision planned with what had been decided by then and is still kept. */
async function planOfRevision(
  { unitOfWork, planner }: ReportParts,
  { stored, plan }: PlannedStream,
  number: number,
): Promise<Plan> {
  if (number === stored.revision) return plan;
  const { revision, aliases } = await unitOfWork.read(async (store) => ({
    revision: await store.revisionOf(stored, number),
    aliases: await store.learnedAliases(),
  }));
  if (!revision) {
    throw new Fault(
      'NOT_FOUND',
      `The stream "${stored.key}" has no revision ${number}; its revisions are 1 to ${stored.revision}.`,
    );
  }
  return planner.planOf(revision, aliases, keptAt(stored, revision));
}

function keptAt({ adopted, assignments }: PlannedStream['stored'], { revision }: StoredRevision) {
  return {
    adopted: adopted && adopted.revision <= revision ? adopted : null,
    assignments: assignments.filter((one) => one.revision <= revision),
    formerSteps: [],
  };
}
