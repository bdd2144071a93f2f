import { writeRaciReport } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { Ports, PrintedReport, ReportFormat } from './ports/index.js';
import { reportPictures } from './report-pictures.js';

/** The RACI report of a stream as it is kept; its date is the day on which the revision was drawn, so that it can be made again. */
export function raciReport({ printReport, pictures }: Pick<Ports, 'printReport' | 'pictures'>) {
  return ({ stored, plan }: PlannedStream, format: ReportFormat): PrintedReport =>
    printReport(
      writeRaciReport({
        plan,
        revision: stored.revision,
        date: stored.drawnAt.slice(0, 'YYYY-MM-DD'.length),
        refusals: stored.refusals,
        refusalCount: stored.refusalCount,
      }),
      format,
      format === 'HTML' ? reportPictures(pictures, plan.stream, plan.metrics) : [],
    );
}
