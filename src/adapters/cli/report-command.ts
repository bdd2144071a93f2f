import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { REPORT_FORMATS, type PrintedReport, type ReportFormat } from '../../application/index.js';
import { writeRaciReport, type Plan, type Wish } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { withAcceptedWishes } from './plan-with-wishes.js';
import { unreadable } from './read-source.js';
import { EXIT, UsageFault, type Terminal } from './terminal.js';
import { wishesOf, withWishes, type WishOptions } from './wish-options.js';

const HELP = `
The report holds the matrix with the reason of every letter, the roles, the
findings, and what was refused. With --wish or --wishes the accepted wishes are
part of it, and the refused ones stand in its log.

Examples:
  headwater report kitchen.napkin > raci.md
  headwater report kitchen.napkin --format html --out raci.html
  headwater report kitchen.napkin --format csv --out reports/ --date 2026-01-31
  headwater report kitchen.napkin --format json --wishes wishes.csv | jq .

The date printed is today, or --date, or the day of SOURCE_DATE_EPOCH.
Exit codes:
  0  written
  1  the napkin has errors
  2  wrong usage, or a file that cannot be read or written`;

interface ReportOptions extends WishOptions {
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly date?: string;
  readonly stream?: string;
}

/** headwater report FILE: the RACI report in one of its formats. */
export function reportCommand({ services, terminal, finish }: CommandContext): Command {
  const command = new Command('report')
    .description('write the RACI report of a napkin')
    .argument('<file>', 'a napkin, or - for standard input')
    .option('--format <format>', `${REPORT_FORMATS.join(', ').toLowerCase()}; markdown without it`, formatOf)
    .option('--out <path>', 'file or folder to write to; standard output without it')
    .option('--date <day>', 'the day to print, YYYY-MM-DD', dayOf)
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .addHelpText('after', HELP);
  return withWishes(command).action(async (path: string, options: ReportOptions) => {
    const date = options.date ?? terminal.today();
    const wishes = await wishesOf(options, terminal);
    const file = await plannedFile(path, {}, services, terminal);
    if (file.plans.length === 0) {
      complain(file, 'no report was written.', terminal);
      return finish(EXIT.found);
    }
    const report = reportOf(chosenPlan(file, options.stream), wishes, date);
    await deliver(services.printReport(report, options.format ?? 'MARKDOWN'), options.out, terminal);
    finish(EXIT.fine);
  });
}

function reportOf(plan: Plan, wishes: readonly Wish[], date: string) {
  const { plan: planned, refused } = withAcceptedWishes(plan, wishes);
  return writeRaciReport({ plan: planned, revision: null, date, refusals: refused });
}

async function deliver(report: PrintedReport, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out === undefined || out === '-') return terminal.out(report.content);
  const path = (await isFolder(out)) ? join(out, report.filename) : out;
  try {
    await writeFile(path, report.content);
  } catch (error) {
    throw new UsageFault(`${path}: ${unreadable(error)}`);
  }
  terminal.err(`wrote ${path}\n`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function formatOf(text: string): ReportFormat {
  const wanted = text.toUpperCase() === 'MD' ? 'MARKDOWN' : text.toUpperCase();
  const format = REPORT_FORMATS.find((each) => each === wanted);
  if (!format) throw new InvalidArgumentError(`The formats are ${REPORT_FORMATS.join(', ').toLowerCase()}.`);
  return format;
}

/** A day of the calendar as it was typed. */
function dayOf(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match ? new Date(`${text}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('A day was expected, such as 2026-01-31.');
  }
  return text;
}
