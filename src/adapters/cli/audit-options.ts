import { InvalidArgumentError, type Command } from 'commander';
import {
  DEFAULT_AUDIT_SETTINGS,
  type AuditSettings,
  type SettledMatch,
  type SettledMatches,
  type TableReadingOptions,
  type UnknownMatch,
} from '../../domain/chart/index.js';
import { wholeNumber } from './limit-options.js';
import { UsageFault } from './terminal.js';

/** What commander hands over to an audit. */
export interface AuditOptions {
  readonly stream?: string;
  readonly valueStream?: string;
  readonly match?: readonly SettledMatch[];
  readonly matchRole?: readonly SettledMatch[];
  readonly scheme?: string;
  readonly sheet?: string;
  readonly roles?: 'COLUMNS' | 'ROWS';
  readonly maxResponsible?: number;
  readonly maxConsulted?: number;
  readonly maxInformed?: number;
  readonly accountableIsResponsible?: boolean;
  readonly json?: boolean;
}

/** Adds the options of an audit; thresholds have the defaults of their rules. */
export function withAuditOptions(command: Command): Command {
  return command
    .option('--stream <napkin>', 'hold the chart against the value stream of this napkin')
    .option('--value-stream <key>', 'which stream of that napkin is meant, by key or name')
    .option(
      '--match <activity=step>',
      'which step an activity means ("Activity=" for none); may be given again',
      settled,
    )
    .option(
      '--match-role <column=role>',
      'which role or person a column means ("Column=" for none); may be given again',
      settled,
    )
    .option(
      '--scheme <name>',
      'hold it to raci, rasci, daci, rapid, or a scheme of your own (.json), and to that alone',
    )
    .option('--sheet <name>', 'the sheet of a workbook, by name or number (the first that is not empty)')
    .option('--roles <where>', 'where the roles stand: columns or rows (what the chart says)', where)
    .option(
      '--max-responsible <n>',
      `more R in one activity are too many (${DEFAULT_AUDIT_SETTINGS.maxResponsible})`,
      wholeNumber,
    )
    .option(
      '--max-consulted <n>',
      `more C in one activity are too many (${DEFAULT_AUDIT_SETTINGS.maxConsulted})`,
      wholeNumber,
    )
    .option(
      '--max-informed <n>',
      `more I in one activity are too many (${DEFAULT_AUDIT_SETTINGS.maxInformed})`,
      wholeNumber,
    )
    .option('--accountable-is-responsible', 'an A without an R counts as both')
    .option('--json', 'the same as data on standard output');
}

/** The thresholds that were set; what was not stays with its default. */
export function settingsOf(options: AuditOptions): AuditSettings {
  return {
    ...DEFAULT_AUDIT_SETTINGS,
    maxResponsible: options.maxResponsible ?? DEFAULT_AUDIT_SETTINGS.maxResponsible,
    maxConsulted: options.maxConsulted ?? DEFAULT_AUDIT_SETTINGS.maxConsulted,
    maxInformed: options.maxInformed ?? DEFAULT_AUDIT_SETTINGS.maxInformed,
    accountableImpliesResponsible: options.accountableIsResponsible ?? false,
  };
}

/** What was said about the reading of the file. */
export function readingOptionsOf({ sheet, roles }: AuditOptions): TableReadingOptions {
  return { sheet: sheet ?? null, roles: roles ?? null };
}

/** What was settled about names; an UsageFault where nothing is there to settle it against. */
export function settledOf({ match, matchRole, stream }: AuditOptions): SettledMatches {
  if (stream === undefined && (match !== undefined || matchRole !== undefined)) {
    throw new UsageFault(
      '--match and --match-role settle names against a stream: name its napkin with --stream.',
    );
  }
  return { activities: match ?? [], roles: matchRole ?? [] };
}

/** An UsageFault where a settled match names what is not there. */
export function refuseUnknown(unknown: readonly UnknownMatch[]): void {
  if (unknown.length === 0) return;
  const where = {
    ACTIVITY: 'The chart has no activity',
    STEP: 'The stream has no step',
    ROLE: 'The chart has no role',
    HOLDER: 'The stream has no role or person',
  };
  const lines = unknown.map(
    ({ of, name, nearest }) =>
      `${where[of]} "${name}"${nearest === null ? '.' : `; did you mean "${nearest}"?`}`,
  );
  throw new UsageFault(lines.join('\n'));
}

function settled(text: string, before: readonly SettledMatch[] = []): readonly SettledMatch[] {
  const at = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(0, at)).trim();
  if (name === '') throw new InvalidArgumentError('NAME=NAME was expected, such as "Quote=Price the job".');
  const to = text.slice(at + 1).trim();
  return [...before, { name, to: to === '' ? null : to }];
}

function where(text: string): 'COLUMNS' | 'ROWS' {
  const upper = text.toUpperCase();
  if (upper === 'COLUMNS' || upper === 'ROWS') return upper;
  throw new InvalidArgumentError('columns or rows was expected.');
}
