import { adoptStructure } from './adopt-structure.js';
import { answerOnce } from './answer-once.js';
import { auditChart } from './audit-chart.js';
import { compareNapkins } from './compare-napkins.js';
import { compareRevisions } from './compare-revisions.js';
import { confirmCapabilities } from './confirm-capabilities.js';
import { drawStream } from './draw-stream.js';
import { loadSamples } from './load-samples.js';
import { napkinFromTable } from './napkin-from-table.js';
import { pictureOfStream } from './picture-of-stream.js';
import { planFile } from './plan-file.js';
import { createPlanner } from './planned-stream.js';
import type { Ports } from './ports/index.js';
import { judgeAssignments, proposeAssignments } from './propose-assignments.js';
import { raciReport } from './raci-report.js';
import { readCatalogue } from './read-catalogue.js';
import { readNapkinText } from './read-napkin-text.js';
import { readOneStream, readStreams } from './read-streams.js';
import { streamDownloads } from './stream-downloads.js';
import { suggestStructure } from './suggest-structure.js';
import { walkSheet } from './walk-sheet.js';

export * from './ports/index.js';
export { compareNapkins, type ComparedChoice, type ComparedNapkins } from './compare-napkins.js';
export { planFile, type PlannedFile } from './plan-file.js';
export { readDrafts, readNapkinText, type NapkinReading } from './read-napkin-text.js';
export type { AdoptInput } from './adopt-structure.js';
export type { AuditChartInput, AuditedChart } from './audit-chart.js';
export type { ConfirmInput } from './confirm-capabilities.js';
export type { DrawInput } from './draw-stream.js';
export type { TableAsNapkin, TableProblem } from './napkin-from-table.js';
export type { ProposeInput } from './propose-assignments.js';
export type { DrawnPicture } from './picture-of-stream.js';
export type { PlannedStream } from './planned-stream.js';
export { BALANCE_BY, carriersBy, loadGroup, type BalanceBy, type BalanceGround } from './load-groups.js';
export { reportPictures } from './report-pictures.js';
export { downloadName, type Download } from './stream-downloads.js';

/** Everything that a user can do, whichever door they come through. */
export type UseCases = ReturnType<typeof createUseCases>;

/** The use cases over these ports; all of them share what was planned before. */
export function createUseCases(ports: Ports) {
  const parts = { ...ports, planner: createPlanner(ports.catalogue, ports.solving) };
  const suggest = suggestStructure(ports.solving);
  const one = readOneStream(parts);
  const report = raciReport(parts);
  const walk = walkSheet(parts);
  return {
    readNapkin: readNapkinText,
    compareNapkins,
    compareRevisions: compareRevisions(parts),
    planFile: planFile(parts),
    drawStream: drawStream(parts),
    stream: one.byKey,
    streamById: one.byId,
    streamOfAssignment: one.byAssignment,
    streams: readStreams(parts),
    suggestStructure: suggest,
    adoptStructure: adoptStructure(parts, suggest),
    judgeAssignments: judgeAssignments(parts),
    proposeAssignments: proposeAssignments(parts),
    confirmCapabilities: confirmCapabilities(parts),
    raciReport: report,
    walkSheet: walk,
    picture: pictureOfStream(parts),
    downloads: streamDownloads({ ...parts, raciReport: report, walkSheet: walk }),
    auditChart: auditChart(parts),
    napkinFromTable: napkinFromTable(parts),
    answerOnce: answerOnce(parts),
    catalogue: readCatalogue(parts),
    loadSamples: loadSamples(parts),
  };
}
