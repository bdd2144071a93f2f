export * from './letter-scheme.js';
export { SCHEMES } from './built-in-schemes.js';
export { readScheme } from './read-scheme.js';
export { auditByScheme, type SchemeAudit } from './audit-by-scheme.js';
