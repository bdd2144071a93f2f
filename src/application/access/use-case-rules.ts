import type { UseCases } from '../index.js';
import type { Rules } from './guarded.js';

/**
 * What each use case needs: viewers read and try, planners change, owners pass over the gate. A new use case has its row
 * here, or the program does not compile.
 */
export const USE_CASE_RULES: Rules<UseCases> = {
  readNapkin: 'VIEWER',
  compareNapkins: 'VIEWER',
  compareRevisions: 'VIEWER',
  planFile: 'VIEWER',
  drawStream: 'PLANNER',
  stream: 'VIEWER',
  streamById: 'VIEWER',
  streamOfAssignment: 'VIEWER',
  streamOfOverride: 'VIEWER',
  streamsOf: 'VIEWER',
  streams: 'VIEWER',
  suggestStructure: 'VIEWER',
  structureAlternatives: 'VIEWER',
  structureOutlook: 'VIEWER',
  designCompany: 'VIEWER',
  adoptStructure: 'PLANNER',
  startDesign: 'PLANNER',
  startCompanyDesign: 'PLANNER',
  design: 'VIEWER',
  designsByIds: 'VIEWER',
  designsFound: 'VIEWER',
  designsOfStream: 'VIEWER',
  designsOfStreams: 'VIEWER',
  cancelDesign: 'PLANNER',
  watchDesign: 'VIEWER',
  watchRevisions: 'VIEWER',
  watchVerdicts: 'VIEWER',
  judgeAssignments: 'VIEWER',
  proposeAssignments: 'PLANNER',
  judgeWishTable: (input) => (judgesOnly(input) ? 'VIEWER' : 'PLANNER'),
  withdrawAssignment: 'PLANNER',
  overrideRefusal: 'OWNER',
  endOverride: 'OWNER',
  overrides: 'VIEWER',
  refusalLog: 'VIEWER',
  refusalLogs: 'VIEWER',
  staffingRefusalLog: 'VIEWER',
  staffingRefusalLogs: 'VIEWER',
  standingLog: 'VIEWER',
  standingLogs: 'VIEWER',
  confirmCapabilities: 'PLANNER',
  raciReport: 'VIEWER',
  walkSheet: 'VIEWER',
  reportFile: 'VIEWER',
  picture: 'VIEWER',
  orgChart: 'VIEWER',
  downloads: 'VIEWER',
  auditChart: 'VIEWER',
  auditReport: 'VIEWER',
  auditChartByScheme: 'VIEWER',
  auditReportByScheme: 'VIEWER',
  assessPeople: 'VIEWER',
  judgePeople: 'VIEWER',
  proposeStaffing: 'PLANNER',
  withdrawStaffing: 'PLANNER',
  napkinFromTable: 'VIEWER',
  napkinFromModel: 'VIEWER',
  // What is done under the key is asked again for itself.
  answerOnce: 'VIEWER',
  catalogue: 'VIEWER',
  loadSamples: 'OWNER',
};

function judgesOnly(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'mode' in input && input.mode === null;
}
