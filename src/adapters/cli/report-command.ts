import { Command, InvalidArgumentError } from 'commander';
import { REPORT_FORMATS, reportPictures, type ReportFormat } from '../../application/index.js';
import { writeRaciReport, type Plan, type Wish } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';
import { deliverReport, formatOf } from './deliver-report.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { withAcceptedWishes } from './plan-with-wishes.js';
import { EXIT } from './terminal.js';
import { wishesOf, withWishes, type WishOptions } from './wish-options.js';

const HELP = `
The report holds the matrix with the reason of every letter, the roles, the
findings, and what was refused; as html the pictures of the stream as well. With --wish or --wishes the accepted wishes are
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
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
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
    const plan = chosenPlan(file, options.stream);
    const format = options.format ?? 'MARKDOWN';
    const pictures =
      format === 'HTML' ? reportPictures(await services.loadPictures(), plan.stream, plan.metrics) : [];
    const report = services.printReport(reportOf(plan, wishes, date), format, pictures);
    await deliverReport(report, options.out, terminal);
    finish(EXIT.fine);
  });
}

function reportOf(plan: Plan, wishes: readonly Wish[], date: string) {
  const { plan: planned, refused } = withAcceptedWishes(plan, wishes);
  return writeRaciReport({ plan: planned, revision: null, date, refusals: refused });
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
