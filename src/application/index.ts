import { adoptStructure } from './adopt-structure.js';
import { auditChart } from './audit-chart.js';
import { confirmCapabilities } from './confirm-capabilities.js';
import { drawStream } from './draw-stream.js';
import { loadSamples } from './load-samples.js';
import { planFile } from './plan-file.js';
import { createPlanner } from './planned-stream.js';
import type { Ports } from './ports/index.js';
import { judgeAssignments, proposeAssignments } from './propose-assignments.js';
import { raciReport } from './raci-report.js';
import { readCatalogue } from './read-catalogue.js';
import { readNapkinText } from './read-napkin-text.js';
import { readOneStream, readStreams } from './read-streams.js';
import { suggestStructure } from './suggest-structure.js';

export * from './ports/index.js';
export { planFile, type PlannedFile } from './plan-file.js';
export { readNapkinText, type NapkinReading } from './read-napkin-text.js';
export type { AdoptInput } from './adopt-structure.js';
export type { AuditChartInput, AuditedChart } from './audit-chart.js';
export type { ConfirmInput } from './confirm-capabilities.js';
export type { DrawInput } from './draw-stream.js';
export type { ProposeInput } from './propose-assignments.js';
export type { PlannedStream } from './planned-stream.js';

/** Everything that a user can do, whichever door they come through. */
export type UseCases = ReturnType<typeof createUseCases>;

/** The use cases over these ports; all of them share what was planned before. */
export function createUseCases(ports: Ports) {
  const parts = { ...ports, planner: createPlanner(ports.catalogue) };
  const suggest = suggestStructure();
  const one = readOneStream(parts);
  return {
    readNapkin: readNapkinText,
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
    raciReport: raciReport(parts),
    auditChart: auditChart(parts),
    catalogue: readCatalogue(parts),
    loadSamples: loadSamples(parts),
  };
}
