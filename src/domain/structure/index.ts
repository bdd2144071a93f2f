export * from './role.js';
export * from './structure-proposal.js';
export * from './adopted-structure.js';
export type { DesignGround, StructureGround } from './structure-ground.js';
export type {
  CompanyLimitsContradict,
  CompanyNotPossible,
  CompanyNotReady,
  CompanyRole,
  CompanyStep,
  CompanyStream,
  CompanyStructure,
  ServedStream,
  SuggestedCompany,
} from './company/index.js';
export { groundStream } from './ground-stream.js';
export { companyGround, companyPart, designCompany } from './company/index.js';
export { USUAL_GOALS, type Relaxed, type StructureGoal } from './structure-goals.js';
export { askedAgain, DEFAULT_LIMITS, impossibleLimits, type SettledLimits } from './settle-limits.js';
export { wrongDuties, type OwnDuties, type PinnedRole } from './own-duties.js';
export { limitsOn, readLimitsText, unknownStepsIn, type LimitsReading } from './limits-text/index.js';
export { proposeStructure } from './propose-structure.js';
export type {
  AlternativeCharacter,
  AlternativePlace,
  ChangedRole,
  ChangedRoles,
  ReassignedStep,
  RenamedRole,
  StructureAlternative,
  StructureFront,
} from './front/index.js';
export { alternativeBy, structureFront } from './front/index.js';
export type { Growth, GrowthAsked, GrowthNotPossible, GrowthPoint, Hire, Takeover } from './growth/index.js';
export { growStructure, MOST_POINTS, MOST_TIMES, sayTimes } from './growth/index.js';
export type {
  NumberTrial,
  RoleStability,
  Sensitivity,
  SensitivityAsked,
  TrialOutcome,
} from './sensitivity/index.js';
export { bestForGuesses, structureSensitivity } from './sensitivity/index.js';
export type { ClosestToToday, KeptPerformer, LeavingStep } from './today/index.js';
export { settleStructure } from './settle-structure.js';
export { roleCarriers } from './role-carriers.js';
export type { OwnerSpan, SpanScope, StructureSpans, TeamSpan } from './structure-spans.js';
export { spansAndLayers } from './spans-and-layers.js';
export type * from './solver/integer-solver.js';
export type { Solving } from './solver/solving.js';
export { tellSearch } from './solver/tell-search.js';
export { watched, type GoalSoFar, type SearchNews, type Watch } from './solver/watch.js';
export type {
  LineBalance,
  LineLimits,
  LineNotPossible,
  PacedLine,
  PacedStation,
  PacedStream,
  StreamNotPaced,
} from './paced-line/index.js';
export { balanceLine, paceRoles } from './paced-line/index.js';
