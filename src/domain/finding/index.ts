export * from './finding.js';
export { collectFindings } from './collect-findings.js';
export type { FindingContext, FindingRule, Found } from './finding-rule.js';
export { RULES } from './rules/index.js';
