export * from './responsibility-matrix.js';
export * from './verdict.js';
export * from './gate-context.js';
export { sayStage } from './holder.js';
export { deriveMatrix, ownersOf, type MatrixGround } from './derive-matrix.js';
export { judge } from './judge.js';
export { rejudge } from './rejudge.js';
export { inRevision, listNames, nameStep, sayDemand } from './sentence.js';
export { personFit, skillNames, skillsOf, type Fit, type Skill } from './skill.js';
export { letterOfWord } from './letter-of-word.js';
export type { LetterPassed } from './letters-passed.js';
export { withoutRole, type OpenDemand, type RoleGone, type StepLeft } from './without-role.js';
export * from './staffing/staffing-verdict.js';
export { judgeEachAlone, judgeStaffing } from './staffing/judge-staffing.js';
export {
  rejudgeStaffing,
  standingStaff,
  type JudgedStaffing,
  type StaffingAssignment,
} from './staffing/rejudge-staffing.js';
export { carriedBy, fitRole, type MissingSkill, type RoleFit } from './staffing/role-fit.js';
export { underRasci, type RasciCell, type RasciLetter, type RasciRow } from './under-rasci.js';
export { MATRIX_GRAINS, rollUp, type MatrixGrain, type RolledCell, type RolledRow } from './roll-up.js';
export * from './override/override.js';
export { setOverride, type OverrideGround } from './override/set-override.js';
export { sayOverride, settleOverrides, standingOn, withOverrides } from './override/settle-overrides.js';
