import { writeRaciReport } from '../domain/index.js';
import { loggedOf } from './logged-of.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import type { PrintedReport, ReportFormat } from './ports/index.js';
import { reportPictures } from './report-pictures.js';

/** The RACI report of a stream as it is kept; its date is the day on which the revision was drawn, so that it can be made again. */
export function raciReport(parts: Pick<Parts, 'printReport' | 'pictures' | 'unitOfWork' | 'world'>) {
  return async ({ stored, plan }: PlannedStream, format: ReportFormat): Promise<PrintedReport> =>
    parts.printReport(
      writeRaciReport({
        plan,
        revision: stored.revision,
        date: stored.drawnAt.slice(0, 'YYYY-MM-DD'.length),
        ...(await loggedOf(parts, stored)),
      }),
      format,
      format === 'HTML' ? reportPictures(parts.pictures, plan.stream, plan.metrics) : [],
    );
}
