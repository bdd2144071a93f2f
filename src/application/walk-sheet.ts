import { writeWalkSheet } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { Ports, PrintedReport, ReportFormat } from './ports/index.js';

/** The questions of the next walk along a stream as it is kept; its lines are those of the canonical text. */
export function walkSheet({ printWalkSheet }: Pick<Ports, 'printWalkSheet'>) {
  return ({ stored, plan }: PlannedStream, format: ReportFormat): PrintedReport =>
    printWalkSheet(writeWalkSheet(plan, { revision: stored.revision, napkin: stored.napkin }), format);
}
