import type { Services } from './services.js';
import type { ExitCode, Terminal } from './terminal.js';

/** What every command works with; finish sets the exit code of the run. */
export interface CommandContext {
  readonly services: Services;
  readonly terminal: Terminal;
  readonly finish: (code: ExitCode) => void;
}

/** Data as JSON for people and programs, with a line end behind it. */
export function jsonText(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
