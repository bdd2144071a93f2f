import { Command, Option } from 'commander';
import { compareNapkins } from '../../application/index.js';
import { chosenStream } from './chosen-stream.js';
import type { CommandContext } from './command-context.js';
import { deliverReport } from './deliver-report.js';
import { paintWith } from './paint.js';
import { complain } from './planned-file.js';
import { printStreamComparison } from './print-stream-comparison.js';
import { readingOf, readSource, type Source } from './read-source.js';
import { EXIT, UsageFault, type Terminal } from './terminal.js';

const HELP = `
A step is the same where its name is; a step that was renamed says so with
\`was: "Old name"\` in the napkin after.

Examples:
  headwater compare kitchen.napkin kitchen-future.napkin
  headwater compare kitchen.napkin future.napkin --format html --out change.html
  headwater compare both.napkin both.napkin --stream today --to tomorrow
  git show HEAD~1:kitchen.napkin | headwater compare - kitchen.napkin

Exit codes:
  0  compared
  1  one of the napkins has errors
  2  wrong usage, or a file that cannot be read or written`;

const FORMATS = ['text', 'markdown', 'html', 'json'] as const;
const REPORTS = { markdown: 'MARKDOWN', html: 'HTML', json: 'JSON' } as const;

interface CompareOptions {
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly all?: boolean;
  readonly out?: string;
  readonly stream?: string;
  readonly to?: string;
}

/** headwater compare BEFORE AFTER: two maps measure by measure and step by step. */
export function compareCommand(context: CommandContext): Command {
  return new Command('compare')
    .description(
      'set two napkins side by side: what became better or worse, what was kept, changed, new, gone',
    )
    .argument('<before>', 'a napkin, or - for standard input')
    .argument('<after>', 'another one')
    .addOption(new Option('--format <format>', 'how it is printed').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option('--all', 'in text, show every step that stayed as it was')
    .option('--out <path>', 'file or folder to write to; standard output without it')
    .option('--stream <key>', 'which stream is meant, by key or name')
    .option('--to <key>', 'which stream of the second file, where it is another one')
    .addHelpText('after', HELP)
    .action((before: string, after: string, options: CompareOptions) => run(before, after, options, context));
}

async function run(
  beforePath: string,
  afterPath: string,
  options: CompareOptions,
  { services, terminal, finish }: CommandContext,
): Promise<void> {
  if (beforePath === '-' && afterPath === '-')
    throw new UsageFault('Only one of the two napkins can come from standard input.');
  const sources = [
    await readSource(beforePath, terminal, services),
    await readSource(afterPath, terminal, services),
  ] as const;
  const wanted = [options.stream, options.to ?? options.stream] as const;
  const faulty = sources.filter((source) => hasErrors(source, terminal));
  if (faulty.length > 0) return finish(EXIT.found);
  const [was, is] = sources.map((source, side) => chosenStream(source, readingOf(source), wanted[side]));
  const choice = { before: was?.key ?? null, after: is?.key ?? null };
  const { comparison } = compareNapkins(sources[0].text, sources[1].text, choice);
  if (!comparison || !was || !is) return finish(EXIT.found);
  const format = options.json ? 'json' : options.format;
  const colour = terminal.colour && options.out === undefined;
  const page = { width: terminal.width, paint: paintWith(colour), all: options.all ?? false };
  const report =
    format === 'text'
      ? {
          filename: 'comparison.txt',
          content: printStreamComparison(comparison, { before: was.calendar, after: is.calendar }, page),
        }
      : services.printComparison(comparison, REPORTS[format]);
  await deliverReport(report, options.out, terminal);
  finish(EXIT.fine);
}

/** true where the text has errors, which are told. */
function hasErrors(source: Source, terminal: Terminal): boolean {
  const reading = readingOf(source);
  if (reading.problems.every(({ severity }) => severity !== 'ERROR')) return false;
  complain({ source, reading }, 'nothing was compared.', terminal);
  return true;
}
