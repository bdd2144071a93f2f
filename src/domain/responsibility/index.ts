export * from './responsibility-matrix.js';
export * from './verdict.js';
export * from './gate-context.js';
export { deriveMatrix, ownersOf, type MatrixGround } from './derive-matrix.js';
export { judge } from './judge.js';
export { rejudge } from './rejudge.js';
export { inRevision, listNames, nameStep, sayDemand } from './sentence.js';
export { personFit, skillsOf, type Fit, type Skill } from './skill.js';
