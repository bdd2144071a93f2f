export type { NumberTrial, RoleStability, Sensitivity, TrialOutcome } from './sensitivity.js';
export { bestForGuesses } from './guessed-numbers.js';
export { structureSensitivity, type SensitivityAsked } from './structure-sensitivity.js';
