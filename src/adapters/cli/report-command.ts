import { Command, Option } from 'commander';
import {
  reportPictures,
  SHEET_PIXELS,
  THEMES,
  writtenReport,
  type PictureLook,
  type ReportFile,
} from '../../application/index.js';
import { orgChartOf, writeRaciReport, type Plan } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';
import { dayOf } from './day-of.js';
import { deliverReport } from './deliver-report.js';
import { withOverrideOption, withOverridesSet, type OverrideOptions } from './override-options.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { withAcceptedWishes } from './plan-with-wishes.js';
import { differenceOf, type DifferenceOptions } from './report-difference.js';
import { anyFormatOf, orderOf, WRITTEN_KINDS, type ReportOrder } from './report-formats.js';
import type { Services } from './services.js';
import { EXIT, UsageFault } from './terminal.js';
import { wishesOf, withWishes, type WishOptions } from './wish-options.js';

const HELP = `
Kinds:
  raci            who does what: the matrix with the reason of every letter, the
                  roles, the findings, what was refused; as html with pictures,
                  as pdf the page to send: matrix, roles, open questions, map
  role-cards      a card for each role: steps, letters, hours, hand-offs, why
  team-charters   a charter for each team: purpose, roles, what it hands on
  justifications  every assignment with its chain: capability, step, flow line
  difference      what changed in structure and matrix since --before, and why
  org-chart       owner, teams and roles with their sizes, as svg or png

With --wish or --wishes the accepted wishes are part of a report; the refused
ones stand in the log of the raci report. With --override a refused one stands
until a day, marked and counted as an override.

Examples:
  headwater report kitchen.napkin > raci.md
  headwater report kitchen.napkin --format html --out raci.html
  headwater report kitchen.napkin --out raci.xlsx
  headwater report kitchen.napkin --kind role-cards --out cards.pdf
  headwater report kitchen.napkin --kind difference --before last-year.napkin
  headwater report kitchen.napkin --kind org-chart --out chart.svg
  headwater report kitchen.napkin --format csv --out reports/ --date 2026-01-31

Where no format is told, the ending of the file tells it. The date printed is
today, or --date, or the day of SOURCE_DATE_EPOCH.
Exit codes:
  0  written
  1  a napkin has errors
  2  wrong usage, or a file that cannot be read or written`;

interface ReportOptions extends WishOptions, OverrideOptions, DifferenceOptions {
  readonly kind: string;
  readonly format?: ReturnType<typeof anyFormatOf>;
  readonly theme: PictureLook['theme'];
  readonly out?: string;
  readonly date?: string;
}

/** headwater report FILE: a report of any kind in any of its formats. */
export function reportCommand(context: CommandContext): Command {
  const { terminal, finish } = context;
  const command = new Command('report')
    .description('write a report of a napkin: RACI, role cards, team charters, reasons, org chart')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .addOption(new Option('--kind <kind>', 'what it tells').choices(WRITTEN_KINDS).default('raci'))
    .option(
      '--format <format>',
      'markdown, csv, html, json, xlsx or pdf; of the org chart svg or png; markdown without it',
      anyFormatOf,
    )
    .option('--before <file>', 'the napkin that a difference begins with')
    .addOption(new Option('--theme <theme>', 'colours of the org chart').choices(THEMES).default('light'))
    .option('--out <path>', 'file or folder to write to; standard output without it')
    .option('--date <day>', 'the day to print, YYYY-MM-DD', dayOf)
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .addHelpText('after', HELP);
  return withOverrideOption(withWishes(command)).action(async (path: string, options: ReportOptions) => {
    const order = orderOf(options.kind, options.format, options.out);
    const file = await writtenFile(path, order, options, context);
    if (file === null) return finish(EXIT.found);
    await deliverReport(file, options.out, terminal);
    finish(EXIT.fine);
  });
}

type Delivered = Pick<ReportFile, 'content' | 'filename'>;

/** null where a napkin has errors, which are told. */
async function writtenFile(
  path: string,
  order: ReportOrder,
  options: ReportOptions,
  context: CommandContext,
): Promise<Delivered | null> {
  const { services, terminal } = context;
  const date = options.date ?? terminal.today();
  if (options.before !== undefined && order.kind !== 'DIFFERENCE')
    throw new UsageFault('--before is of a difference: add --kind difference.');
  if (order.kind === 'DIFFERENCE') {
    const difference = await differenceOf(path, options, date, context);
    return difference && services.printReportFile(difference, order.format);
  }
  const wishes = await wishesOf(options, terminal);
  const file = await plannedFile(path, {}, services, terminal);
  if (file.plans.length === 0) {
    complain(file, 'no report was written.', terminal);
    return null;
  }
  const accepted = withAcceptedWishes(chosenPlan(file, options.stream), wishes);
  const { refused } = accepted;
  const plan = withOverridesSet(accepted.plan, options, date, terminal);
  if (order.kind === 'org-chart') return chartFile(plan, order.format, options.theme, services);
  const { kind, format } = order;
  const ground = { plan, revision: null, date };
  const drawn = kind === 'RACI' && (format === 'HTML' || format === 'PDF');
  const pictures = drawn ? reportPictures(await services.loadPictures(), plan.stream, plan.metrics) : [];
  const raci = () => writeRaciReport({ ...ground, refusals: refused });
  return services.printReportFile(writtenReport(kind, ground, raci, pictures), format);
}

async function chartFile(
  plan: Plan,
  format: 'SVG' | 'PNG',
  theme: ReportOptions['theme'],
  services: Services,
): Promise<Delivered> {
  const { drawOrgChart, toPng } = await services.loadPictures();
  const svg = drawOrgChart(orgChartOf(plan), { theme, paper: 'A3' });
  const stem = `org-chart-${plan.stream.key.replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-') || 'stream'}`;
  if (format === 'SVG') return { filename: `${stem}.svg`, content: svg };
  try {
    return { filename: `${stem}.png`, content: await toPng(svg, SHEET_PIXELS.A3) };
  } catch (error) {
    if (error instanceof Error && error.name === 'NoFontFault') throw new UsageFault(error.message);
    throw error;
  }
}
