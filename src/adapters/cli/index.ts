export { printPlan, type PrintOptions } from './print-plan.js';
export { processTerminal } from './process-terminal.js';
export { runCommandLine } from './run-command-line.js';
export type { OpenOperator, ReadKept, ServeOptions, Services, StreamTables } from './services.js';
export type { ExitCode, Terminal } from './terminal.js';
