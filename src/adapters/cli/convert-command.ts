import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { NapkinReading, StreamTableFormat } from '../../application/index.js';
import { printNapkin, type StreamDraft } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';
import { complain } from './planned-file.js';
import { count } from './page.js';
import { readingOf, readSource, unreadable, type Source } from './read-source.js';
import type { Services } from './services.js';
import { EXIT, UsageFault, type Terminal } from './terminal.js';

const HELP = `
The table has one row for each step, and a column for each thing that a napkin can
say of one; what stands between the steps has the words of the napkin in a column
Flow. Nothing is lost on the way there or back. A workbook has two sheets for each
stream of the file; a CSV file holds them one below the other.

Examples:
  headwater convert kitchen.napkin --out kitchen.xlsx
  headwater convert steps.csv --out kitchen.napkin
  headwater convert steps.csv --to napkin | headwater plan -
  headwater convert streams.napkin --stream kitchen --out kitchen.csv

Exit codes:
  0  written
  1  the file has errors (what was understood is written)
  2  wrong usage, or a file that cannot be read or written`;

const TARGETS = ['napkin', 'csv', 'xlsx'] as const;
type Target = (typeof TARGETS)[number];

interface ConvertOptions {
  readonly out?: string;
  readonly to?: Target;
  readonly stream?: string;
}

/** headwater convert FILE: a napkin as a table, or a table as a napkin. */
export function convertCommand({ services, terminal, finish }: CommandContext): Command {
  return new Command('convert')
    .description('turn a napkin into a table of steps (.csv, .xlsx), or such a table into a napkin')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--out <path>', 'the file to write, .napkin, .csv or .xlsx; standard output without it')
    .addOption(new Option('--to <kind>', 'what to write, where no name of a file says it').choices(TARGETS))
    .option('--stream <key>', 'only this stream of the file, by key or name')
    .addHelpText('after', HELP)
    .action(async (path: string, options: ConvertOptions) => {
      const target = targetOf(path, options);
      const source = await readSource(path, terminal, services);
      const reading = readingOf(source);
      const errors = reading.problems.some(({ severity }) => severity === 'ERROR');
      const told = reading.problems.some(({ severity }) => severity !== 'INFO');
      if (told) complain({ source, reading }, 'it is converted as it was understood.', terminal);
      const drafts = chosenDrafts(source, reading, options.stream);
      await deliver(drafts, target, options.out ?? '-', services, terminal);
      finish(errors ? EXIT.found : EXIT.fine);
    });
}

function targetOf(path: string, { out, to }: ConvertOptions): Target {
  const toStandardOutput = out === undefined || out === '-';
  const ending = toStandardOutput ? '' : extname(out).slice(1).toLowerCase();
  const target = to ?? (toStandardOutput ? 'napkin' : TARGETS.find((each) => each === ending));
  if (target === undefined) {
    throw new UsageFault(`${out}: end the name with .napkin, .csv or .xlsx, or say it with --to.`);
  }
  if (toStandardOutput && target === 'xlsx') {
    throw new UsageFault('A workbook is no text for standard output: name a file with --out steps.xlsx.');
  }
  if (!toStandardOutput && resolve(out) === resolve(path)) {
    throw new UsageFault(`${out}: this is the file that is read; name another one with --out.`);
  }
  return target;
}

function chosenDrafts(
  { name }: Source,
  { drafts, streams }: NapkinReading,
  wanted: string | undefined,
): readonly StreamDraft[] {
  if (drafts.length === 0) throw new UsageFault(`${name}: there is no stream in it to convert.`);
  if (wanted === undefined) return drafts;
  const at = streams.findIndex((stream) => stream.key === wanted || stream.name === wanted);
  const draft = drafts[at];
  if (draft) return [draft];
  const keys = streams.map(({ key }) => key).join(', ');
  throw new UsageFault(`${name} holds no stream "${wanted}"; it holds ${keys}.`);
}

async function deliver(
  drafts: readonly StreamDraft[],
  target: Target,
  out: string,
  services: Services,
  terminal: Terminal,
): Promise<void> {
  const content = target === 'napkin' ? printNapkin(drafts) : await tableOf(drafts, target, services);
  if (out === '-')
    return terminal.out(typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));
  try {
    await writeFile(out, content);
  } catch (error) {
    throw new UsageFault(`${out}: ${unreadable(error)}`);
  }
  terminal.err(`wrote ${out} (${count(drafts.length, 'stream')})\n`);
}

async function tableOf(
  drafts: readonly StreamDraft[],
  target: 'csv' | 'xlsx',
  { loadStreamTables }: Services,
): Promise<Uint8Array> {
  const format: StreamTableFormat = target === 'csv' ? 'CSV' : 'XLSX';
  return (await loadStreamTables()).printStreamTable(drafts, format);
}
