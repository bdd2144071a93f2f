import type { Parts } from './parts.js';
import { actsMadeOnce, designsMadeOnce } from './acts-made-once.js';
import { adoptStructure } from './adopt-structure.js';
import { answerOnce } from './answer-once.js';
import { assessPeople, judgePeople } from './assess-people.js';
import { auditChartByScheme, auditReportByScheme } from './audit-by-scheme.js';
import { auditChart } from './audit-chart.js';
import { auditReport } from './audit-report.js';
import { compareNapkins } from './compare-napkins.js';
import { compareRevisions } from './compare-revisions.js';
import { confirmCapabilities } from './confirm-capabilities.js';
import { companyBefore } from './design/company-before.js';
import { designersHere } from './design/design-here.js';
import { longWork } from './design/long-work.js';
import { announcedUnitOfWork } from './events/announced-unit-of-work.js';
import { inProcessEvents } from './events/in-process-events.js';
import { designCompany } from './design-company.js';
import { judgeWishTable } from './judge-wish-table.js';
import { knowServed } from './know-served.js';
import { loadSamples } from './load-samples.js';
import { napkinFromModel } from './napkin-from-model.js';
import { napkinFromTable } from './napkin-from-table.js';
import { orgChartOfStream } from './org-chart-of-stream.js';
import { overrideActs } from './override-acts.js';
import { createOverridesToday } from './overrides-today.js';
import { pictureOfStream } from './picture-of-stream.js';
import { planFile } from './plan-file.js';
import { createPlanner, type Planner } from './planned-stream.js';
import type { Events, Ports } from './ports/index.js';
import { judgeAssignments } from './propose-assignments.js';
import { withdrawStaffing } from './propose-staffing.js';
import { raciReport } from './raci-report.js';
import { readCatalogue } from './read-catalogue.js';
import { readNapkinText } from './read-napkin-text.js';
import { readOneStream, readStreams, readStreamsOf } from './read-streams.js';
import { refusalLog, refusalLogs, staffingRefusalLog, staffingRefusalLogs } from './refusal-log.js';
import { removeStreams } from './remove-stream.js';
import { standingLog, standingLogs } from './standing-log.js';
import { streamDownloads } from './stream-downloads.js';
import { streamReport } from './stream-report.js';
import { structureOutlook } from './structure-outlook.js';
import { walkSheet } from './walk-sheet.js';
import { withdrawAssignment } from './withdraw-assignment.js';

export * from './ports/index.js';
export { compareNapkins, type ComparedChoice, type ComparedNapkins } from './compare-napkins.js';
export { planFile, planQuestions, toldIn, type PlannedFile } from './plan-file.js';
export { readDrafts, readNapkinText, type NapkinReading } from './read-napkin-text.js';
export type { AdoptInput } from './adopt-structure.js';
export type { AssessedPeople, JudgedStaffing, PeopleGiven } from './assess-people.js';
export type { AuditBySchemeInput, SchemeReportInput } from './audit-by-scheme.js';
export { chosenScheme } from './chosen-scheme.js';
export type { AuditChartInput, AuditedChart } from './audit-chart.js';
export type { AuditReportInput } from './audit-report.js';
export type { ConfirmInput } from './confirm-capabilities.js';
export type { DesignedCompany } from './design-company.js';
export type { DrawInput } from './draw-stream.js';
export { MOST_SEARCH_WORDS, plainLetters, searchWords, wordsOfRevision } from './search-words.js';
export type { JudgedTable, WishTableInput } from './judge-wish-table.js';
export type { ModelAsNapkin, ModelProblem } from './napkin-from-model.js';
export type { TableAsNapkin, TableProblem } from './napkin-from-table.js';
export {
  PROPOSING_MODES,
  type ProposedAssignments,
  type ProposeInput,
  type ProposingMode,
} from './propose-assignments.js';
export type {
  ProposedStaffing,
  ProposeStaffingInput,
  WithdrawnStaffing,
  WithdrawStaffingInput,
} from './propose-staffing.js';
export type { RemoveStreamInput } from './remove-stream.js';
export type { WithdrawInput } from './withdraw-assignment.js';
export type { EndOverrideInput } from './end-override.js';
export type { OverrideInput, OverrideResult } from './override-refusal.js';
export type { OverrideStatus, ToldOverride } from './overrides-today.js';
export type { DrawnPicture } from './picture-of-stream.js';
export { keptStream, type KeptStream } from './kept-stream.js';
export type { PlannedStream } from './planned-stream.js';
export { BALANCE_BY, carriersBy, loadGroup, type BalanceBy, type BalanceGround } from './load-groups.js';
export { reportPictures } from './report-pictures.js';
export { writtenReport, type ReportChoice } from './stream-report.js';
export type { CompanyInput, DesignJob, FoundDesign, JobInput } from './design/design-job.js';
export { designsInHand, type DesignsInHand } from './design/designs-in-hand.js';
export { oneLookAtATime } from './design/one-look-at-a-time.js';
export { tableQueue } from './design/table-queue.js';
export type { ToldVerdicts } from './events/watch-stream.js';
export { answerDesign } from './design/answer-design.js';
export { designHere } from './design/design-here.js';
export { designerBySize } from './design/designer-by-size.js';
export { tracedDesigner } from './design/traced-designer.js';
export { downloadName, type Download } from './stream-downloads.js';

/** Everything that a user can do, whichever door they come through. */
export type UseCases = ReturnType<typeof createUseCases>;

/** What plans streams, of any workspace: their ids are told apart everywhere. */
export function plannerOf(ports: Omit<Ports, 'unitOfWork'>): Planner {
  const { catalogue, solving, designers = designersHere(solving?.solver ?? null) } = ports;
  return createPlanner(catalogue, createOverridesToday(ports), designers.atOnce, solving);
}

/** The use cases over these ports; all of them share what was planned before. */
export function createUseCases(ports: Ports, planner: Planner = plannerOf(ports)) {
  const { solving, designers = designersHere(solving?.solver ?? null) } = ports;
  const parts = { ...ports, planner, ...toldUnits(ports) };
  const { suggest, alternatives, jobs, ...told } = longWork(parts, designers);
  const company = designCompany(parts, designers.atOnce, companyBefore(parts));
  const one = readOneStream(parts);
  const report = raciReport(parts);
  const walk = walkSheet(parts);
  const reportFile = streamReport(parts);
  return {
    readNapkin: readNapkinText,
    compareNapkins,
    compareRevisions: compareRevisions(parts),
    planFile: planFile(parts),
    stream: one.byKey,
    streamById: one.byId,
    streamOfAssignment: one.byAssignment,
    streamsOf: readStreamsOf(parts),
    streamOfOverride: one.byOverride,
    streams: readStreams(parts),
    suggestStructure: suggest,
    structureAlternatives: alternatives,
    structureOutlook: structureOutlook(suggest, designers.atOnce),
    designCompany: company,
    adoptStructure: adoptStructure(parts, suggest, alternatives, jobs, company),
    ...told,
    ...designsMadeOnce(parts, told),
    judgeAssignments: judgeAssignments(parts),
    judgeWishTable: judgeWishTable(parts),
    withdrawAssignment: withdrawAssignment(parts),
    ...overrideActs(parts),
    ...removeStreams(parts),
    refusalLog: refusalLog(parts),
    refusalLogs: refusalLogs(parts),
    staffingRefusalLog: staffingRefusalLog(parts),
    staffingRefusalLogs: staffingRefusalLogs(parts),
    standingLog: standingLog(parts),
    standingLogs: standingLogs(parts),
    confirmCapabilities: confirmCapabilities(parts),
    raciReport: report,
    walkSheet: walk,
    reportFile,
    picture: pictureOfStream(parts),
    orgChart: orgChartOfStream(parts),
    downloads: streamDownloads({ ...parts, raciReport: report, walkSheet: walk, reportFile }),
    ...chartActs(parts),
    ...peopleActs(parts),
    ...actsMadeOnce(parts),
    napkinFromTable: napkinFromTable(parts),
    napkinFromModel: napkinFromModel(parts),
    answerOnce: answerOnce(parts),
    catalogue: readCatalogue(parts),
    loadSamples: loadSamples(parts),
  };
}

/** Units of work, and the events that tell what they keep. */
function toldUnits({ unitOfWork, events }: Ports): Pick<Ports, 'unitOfWork'> & { readonly events: Events } {
  const served = knowServed(unitOfWork);
  if (events) return { events, unitOfWork: served };
  const here = inProcessEvents();
  return { events: here, unitOfWork: announcedUnitOfWork(served, here) };
}

/** What is done with charts that exist already. */
function chartActs(parts: Parts) {
  return {
    auditChart: auditChart(parts),
    auditReport: auditReport(parts),
    auditChartByScheme: auditChartByScheme(parts),
    auditReportByScheme: auditReportByScheme(parts),
  };
}

/** What is done with people. */
function peopleActs(parts: Parts) {
  return {
    assessPeople: assessPeople(parts),
    judgePeople: judgePeople(parts),
    withdrawStaffing: withdrawStaffing(parts),
  };
}
