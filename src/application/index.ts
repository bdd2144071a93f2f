import { adoptStructure } from './adopt-structure.js';
import { answerOnce } from './answer-once.js';
import { assessPeople, judgePeople } from './assess-people.js';
import { auditChartByScheme } from './audit-by-scheme.js';
import { auditChart } from './audit-chart.js';
import { compareNapkins } from './compare-napkins.js';
import { compareRevisions } from './compare-revisions.js';
import { confirmCapabilities } from './confirm-capabilities.js';
import { drawStream } from './draw-stream.js';
import { judgeWishTable } from './judge-wish-table.js';
import { loadSamples } from './load-samples.js';
import { napkinFromModel } from './napkin-from-model.js';
import { napkinFromTable } from './napkin-from-table.js';
import { orgChartOfStream } from './org-chart-of-stream.js';
import { pictureOfStream } from './picture-of-stream.js';
import { planFile } from './plan-file.js';
import { createPlanner } from './planned-stream.js';
import type { Ports } from './ports/index.js';
import { judgeAssignments, proposeAssignments } from './propose-assignments.js';
import { raciReport } from './raci-report.js';
import { readCatalogue } from './read-catalogue.js';
import { readNapkinText } from './read-napkin-text.js';
import { readOneStream, readStreams } from './read-streams.js';
import { standingLog } from './standing-log.js';
import { streamDownloads } from './stream-downloads.js';
import { streamReport } from './stream-report.js';
import { structureAlternatives } from './structure-alternatives.js';
import { structureOutlook } from './structure-outlook.js';
import { suggestStructure } from './suggest-structure.js';
import { walkSheet } from './walk-sheet.js';
import { withdrawAssignment } from './withdraw-assignment.js';

export * from './ports/index.js';
export { compareNapkins, type ComparedChoice, type ComparedNapkins } from './compare-napkins.js';
export { planFile, type PlannedFile } from './plan-file.js';
export { readDrafts, readNapkinText, type NapkinReading } from './read-napkin-text.js';
export type { AdoptInput } from './adopt-structure.js';
export type { AssessedPeople, JudgedStaffing, PeopleGiven } from './assess-people.js';
export type { AuditBySchemeInput } from './audit-by-scheme.js';
export type { AuditChartInput, AuditedChart } from './audit-chart.js';
export type { ConfirmInput } from './confirm-capabilities.js';
export type { DrawInput } from './draw-stream.js';
export type { JudgedTable, WishTableInput } from './judge-wish-table.js';
export type { ModelAsNapkin, ModelProblem } from './napkin-from-model.js';
export type { TableAsNapkin, TableProblem } from './napkin-from-table.js';
export {
  PROPOSING_MODES,
  type ProposedAssignments,
  type ProposeInput,
  type ProposingMode,
} from './propose-assignments.js';
export type { WithdrawInput } from './withdraw-assignment.js';
export type { DrawnPicture } from './picture-of-stream.js';
export type { PlannedStream } from './planned-stream.js';
export { BALANCE_BY, carriersBy, loadGroup, type BalanceBy, type BalanceGround } from './load-groups.js';
export { reportPictures } from './report-pictures.js';
export { writtenReport, type ReportChoice } from './stream-report.js';
export { downloadName, type Download } from './stream-downloads.js';

/** Everything that a user can do, whichever door they come through. */
export type UseCases = ReturnType<typeof createUseCases>;

/** The use cases over these ports; all of them share what was planned before. */
export function createUseCases(ports: Ports) {
  const parts = { ...ports, planner: createPlanner(ports.catalogue, ports.solving) };
  const suggest = suggestStructure(ports.solving);
  const alternatives = structureAlternatives(ports.solving);
  const one = readOneStream(parts);
  const report = raciReport(parts);
  const walk = walkSheet(parts);
  const reportFile = streamReport(parts);
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
    structureAlternatives: alternatives,
    structureOutlook: structureOutlook(suggest, ports.solving),
    adoptStructure: adoptStructure(parts, suggest, alternatives),
    judgeAssignments: judgeAssignments(parts),
    proposeAssignments: proposeAssignments(parts),
    judgeWishTable: judgeWishTable(parts),
    withdrawAssignment: withdrawAssignment(parts),
    standingLog: standingLog(parts),
    confirmCapabilities: confirmCapabilities(parts),
    raciReport: report,
    walkSheet: walk,
    reportFile,
    picture: pictureOfStream(parts),
    orgChart: orgChartOfStream(parts),
    downloads: streamDownloads({ ...parts, raciReport: report, walkSheet: walk, reportFile }),
    auditChart: auditChart(parts),
    auditChartByScheme: auditChartByScheme(parts),
    assessPeople: assessPeople(parts),
    judgePeople: judgePeople(parts),
    napkinFromTable: napkinFromTable(parts),
    napkinFromModel: napkinFromModel(parts),
    answerOnce: answerOnce(parts),
    catalogue: readCatalogue(parts),
    loadSamples: loadSamples(parts),
  };
}
