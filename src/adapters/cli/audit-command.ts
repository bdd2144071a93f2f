import { basename } from 'node:path';
import { Command } from 'commander';
import {
  auditByScheme,
  auditTable,
  compareWithPlan,
  matchTable,
  schemeWords,
  writeAuditReport,
  writeSchemeReport,
  type AuditReport,
  type ChartComparison,
  type Plan,
  type RaciTable,
} from '../../domain/index.js';
import { auditAsJson } from './audit-as-json.js';
import {
  readingOptionsOf,
  refuseUnknown,
  settingsOf,
  settledOf,
  withAuditOptions,
  type AuditOptions,
} from './audit-options.js';
import { schemeLines, schemeNamed } from './audit-scheme.js';
import { jsonText, type CommandContext } from './command-context.js';
import { deliverReport } from './deliver-report.js';
import { withOverrideOption, withOverridesSet, type OverrideOptions } from './override-options.js';
import { paintWith } from './paint.js';
import { complain, plannedFile, type PlannedSource } from './planned-file.js';
import { printAudit } from './print-audit.js';
import { printAuditComparison } from './print-audit-comparison.js';
import { readBytes } from './read-bytes.js';
import { fileFormatOf } from './report-formats.js';
import { EXIT, UsageFault } from './terminal.js';

const HELP = `
A chart is a table in CSV or XLSX: roles in columns or rows, or a list of activity, role and letter. Without --stream it
is held to the rules that charts are held to; with it, every letter is also proposed at the gate of that value stream,
and each is the same as in the plan, allowed beside it, another letter, unjustified, or missing. What is in doubt is
asked, never assumed; --match and --match-role answer. --format or --out writes all of it as a report.

Examples:
  headwater audit raci.csv
  headwater audit raci.xlsx --sheet Fulfilment --max-consulted 3
  headwater audit raci.csv --stream kitchen.napkin --match "Quote=Price the kitchen" --match-role "PM=Estimator"
  headwater audit raci.xlsx --stream kitchen.napkin --format pdf --out audit.pdf
  headwater audit decisions.csv --scheme daci
  headwater audit raci.csv --json | jq '.findings[] | select(.severity == "ERROR")'

Exit codes: 0 no error in the chart, and no letter that the gate refuses; 1 there is one, or the napkin has errors;
2 wrong usage, or a file that cannot be read.`;

/** headwater audit TABLE: a chart that exists already, held to the rules of charts and to a value stream. */
export function auditCommand(context: CommandContext): Command {
  const command = new Command('audit')
    .description('hold an existing RACI chart to the rules of charts, and to a value stream')
    .argument('<table>', 'a chart in CSV or XLSX, or - for standard input')
    .addHelpText('after', HELP);
  return withOverrideOption(withAuditOptions(command)).action(
    async (path: string, options: AuditOptions & OverrideOptions) => {
      const settled = settledOf(options);
      if (options.scheme !== undefined && options.stream !== undefined)
        throw new UsageFault(
          '--scheme holds a chart to a scheme by itself; a stream gives R, A, C and I: leave one of the two out.',
        );
      if (options.override !== undefined && options.stream === undefined)
        throw new UsageFault('An override is of a value stream: name its napkin with --stream.');
      if (path === '-' && options.stream === '-')
        throw new UsageFault('Standard input can be the chart or the napkin, not both.');
      if (options.scheme !== undefined) return auditScheme(context, options.scheme, options, path);
      const table = await readTable(path, options, context);
      if (options.stream === undefined) {
        const found = await tellAudit(context, options, path, table, null);
        return context.finish(found ? EXIT.found : EXIT.fine);
      }
      const file = await plannedFile(options.stream, {}, context.services, context.terminal);
      if (file.plans.length === 0) {
        complain(file, 'the chart was not held against it.', context.terminal);
        await tellAudit(context, options, path, table, null);
        return context.finish(EXIT.found);
      }
      const { terminal } = context;
      const plan = withOverridesSet(planOf(file, options.valueStream), options, terminal.today(), terminal);
      const match = matchTable(table, plan.gate, settled);
      refuseUnknown(match.unknown);
      const compared = { plan, comparison: compareWithPlan(table, plan.gate, match, plan.overrides) };
      const found = await tellAudit(context, options, path, table, compared);
      context.finish(found ? EXIT.found : EXIT.fine);
    },
  );
}

async function auditScheme(
  context: CommandContext,
  named: string,
  options: AuditOptions,
  path: string,
): Promise<void> {
  const { terminal, finish } = context;
  const scheme = await schemeNamed(named);
  const table = await readTable(path, options, context, schemeWords(scheme));
  const audit = auditByScheme(table, scheme);
  const written = (date: string) => writeSchemeReport(audit, { table, name: nameOf(path), date });
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  await tell(context, options, {
    json: () => audit,
    written,
    lines: () => schemeLines(path, table, scheme, audit, page),
  });
  finish(audit.findings.some(({ severity }) => severity === 'ERROR') ? EXIT.found : EXIT.fine);
}

interface Compared {
  readonly plan: Plan;
  readonly comparison: ChartComparison;
}

async function tellAudit(
  context: CommandContext,
  options: AuditOptions,
  path: string,
  table: RaciTable,
  compared: Compared | null,
): Promise<boolean> {
  const { terminal } = context;
  const audit = auditTable(table, settingsOf(options));
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  const held = compared && { ...compared, revision: null, unknown: [] };
  const written = (date: string) => writeAuditReport(audit, { table, name: nameOf(path), date, held });
  await tell(context, options, {
    json: () => auditAsJson(audit, compared),
    written,
    lines: () => {
      const { stream, comparison } = written(terminal.today());
      const against = stream && comparison ? printAuditComparison(stream.name, comparison, page) : [];
      return [...printAudit(path, table, audit, page), ...against];
    },
  });
  const counts = compared?.comparison.counts;
  const refused = (counts?.UNJUSTIFIED ?? 0) + (counts?.OTHER_LETTER ?? 0) > 0;
  return refused || audit.findings.some(({ severity }) => severity === 'ERROR');
}

/** The ways in which an audit can be told. */
interface AuditTelling {
  readonly json: () => unknown;
  readonly written: (date: string) => AuditReport;
  readonly lines: () => readonly string[];
}

async function tell(
  { services, terminal }: CommandContext,
  { json, format: told, out, date }: AuditOptions,
  telling: AuditTelling,
): Promise<void> {
  const format = fileFormatOf('audit', told, out);
  if (json && format !== null)
    throw new UsageFault('--json is data on standard output; with --format or --out leave it out.');
  if (format !== null) {
    const report = telling.written(date ?? terminal.today());
    return deliverReport(await services.printReportFile(report, format), out, terminal);
  }
  terminal.out(json ? jsonText(telling.json()) : `${telling.lines().join('\n')}\n`);
}

/** What a chart is called on a report: its file, without the folders. */
function nameOf(path: string): string | null {
  return path === '-' ? null : basename(path);
}

async function readTable(
  path: string,
  options: AuditOptions,
  { services, terminal }: CommandContext,
  words: readonly string[] = [],
): Promise<RaciTable> {
  const { name, bytes } = await readBytes(path, terminal);
  const table = await terminal.progress(`reading ${name}`, () =>
    services.readTable(bytes, { ...readingOptionsOf(options), schemeWords: words }),
  );
  if (table.kind === 'TableUnreadable') throw new UsageFault(`${name}: ${table.message}`);
  return table;
}

function planOf({ source, plans }: PlannedSource, wanted: string | undefined): Plan {
  const keys = plans.map(({ stream }) => stream.key).join(', ');
  const [only, ...others] =
    wanted === undefined
      ? plans
      : plans.filter(({ stream }) => stream.key === wanted || stream.name === wanted);
  if (only && others.length === 0) return only;
  throw new UsageFault(
    wanted === undefined
      ? `${source.name} holds ${plans.length} streams: name one with --value-stream (${keys}).`
      : `${source.name} holds no stream "${wanted}"; it holds ${keys}.`,
  );
}
