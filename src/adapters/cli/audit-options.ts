import { InvalidArgumentError, type Command } from 'commander';
import { sayUnknown } from '../../domain/index.js';
import {
  DEFAULT_AUDIT_SETTINGS,
  type AuditSettings,
  type SettledMatch,
  type SettledMatches,
  type TableReadingOptions,
  type UnknownMatch,
} from '../../domain/chart/index.js';
import { dayOf } from './day-of.js';
import { wholeNumber } from './limit-options.js';
import { anyFormatOf } from './report-formats.js';
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
  readonly format?: ReturnType<typeof anyFormatOf>;
  readonly out?: string;
  readonly date?: string;
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
      'which role or person a column means ("Column=" for none); once for each where it is two',
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
    .option('--json', 'the same as data on standard output')
    .option('--format <format>', 'the audit as a report: markdown, csv, html, json, xlsx or pdf', anyFormatOf)
    .option('--out <path>', 'file or folder to write the report to; its ending tells the format')
    .option('--date <day>', 'the day to print on the report, YYYY-MM-DD', dayOf);
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
  if (unknown.length > 0) throw new UsageFault(unknown.map(sayUnknown).join('\n'));
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
