import { Command } from 'commander';
import { toldIn, type ToldStream } from '../../application/index.js';
import {
  companyGround,
  groundStream,
  type StructureLimits,
  type SuggestedCompany,
  type ValueStream,
} from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { designing, type DesignSurroundings } from './designing.js';
import { effortOf, goalsOf, withGoals, type GoalOptions } from './goal-options.js';
import { limitsOf, withLimits, type LimitOptions } from './limit-options.js';
import { limitsOver } from './limits-file.js';
import { paintWith } from './paint.js';
import { complain } from './planned-file.js';
import { printCompany } from './print-company.js';
import { readingOf, readSource } from './read-source.js';
import { EXIT, UsageFault } from './terminal.js';

const HELP = `
One structure over all streams of these files: loads are added up, a role that
serves several streams is counted once and has one ceiling, and each stream is
told what it pays for. A name behind @ is the same person in every stream.
Steps of one name in two streams are told apart by the stream in brackets, in
a limits file as well: keep apart: "Invoice (Repairs)", "Pay the supplier".

Examples:
  headwater company kitchen.napkin repairs.napkin
  headwater company whole-firm.napkin --limits limits.txt
  headwater company *.napkin --goal hand-offs
  headwater company kitchen.napkin repairs.napkin --json | jq '.roles[0].serves'

Exit codes:
  0  designed
  1  a napkin has errors, a stream is not connected yet, two streams have one
     name, or the limits contradict each other
  2  wrong usage, or a file that cannot be read`;

interface CompanyOptions extends LimitOptions, GoalOptions {
  readonly json?: boolean;
}

/** headwater company FILE…: one structure over several streams. */
export function companyCommand(context: CommandContext): Command {
  const command = new Command('company')
    .description(
      'design roles over several streams at once: shared roles counted once, and who pays for them',
    )
    .argument('<files...>', 'napkins, tables of steps (.csv, .xlsx), or - for standard input')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP);
  return withGoals(withLimits(command)).action((paths: readonly string[], options: CompanyOptions) =>
    run(paths, options, context),
  );
}

async function run(
  paths: readonly string[],
  options: CompanyOptions,
  { services, terminal, finish }: CommandContext,
): Promise<void> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new UsageFault('Only one of the napkins can come from standard input.');
  const streams = await streamsOf(paths, { services, terminal });
  if (streams === null) return finish(EXIT.found);
  const [first, ...others] = streams;
  if (!first) throw new UsageFault('These files hold no stream.');
  const { catalogue } = services;
  const limits = await limitsOfAll(streams, options, { services, terminal });
  const told = { stream: first.told, others: others.map((one) => one.told) };
  const question = { kind: 'COMPANY', ...told, catalogue, effort: effortOf(options), limits } as const;
  const company = await designing<'COMPANY'>(`designing ${counted(streams.length)}`, question, {
    services,
    terminal,
  });
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  terminal.out(
    options.json ? jsonText(asJson(company)) : `${printCompany(company, page, question.effort).join('\n')}\n`,
  );
  finish(company.kind === 'CompanyStructure' ? EXIT.fine : EXIT.found);
}

/** A stream of a file, and as it is told to whoever designs. */
interface ReadStream {
  readonly stream: ValueStream;
  readonly told: ToldStream;
}

/** Every stream of the files; null where one of the files has errors, which are told. */
async function streamsOf(
  paths: readonly string[],
  { services, terminal }: DesignSurroundings,
): Promise<ReadStream[] | null> {
  const streams: ReadStream[] = [];
  let sound = true;
  for (const path of paths) {
    const source = await readSource(path, terminal, services);
    const reading = readingOf(source);
    if (reading.problems.some(({ severity }) => severity === 'ERROR')) {
      complain({ source, reading }, 'no company is designed.', terminal);
      sound = false;
    } else
      for (const [at, stream] of reading.streams.entries()) {
        const told = toldIn(reading, at);
        if (told) streams.push({ stream, told });
      }
  }
  return sound ? streams : null;
}

/** What is asked of the company; steps of a limits file are those of all streams, told apart by their stream. */
async function limitsOfAll(
  streams: readonly ReadStream[],
  options: CompanyOptions,
  { services: { catalogue }, terminal }: DesignSurroundings,
): Promise<StructureLimits> {
  const own = { ...limitsOf(options), ...goalsOf(options) };
  if (options.limits === undefined) return own;
  const all = companyGround(streams.map(({ stream }) => groundStream(stream, catalogue))).stream;
  const asked = await limitsOver(options.limits, own, () => [all], terminal);
  return asked(all);
}

function counted(streams: number): string {
  return streams === 1 ? 'one stream' : `${streams} streams together`;
}

/** The roles of the proposal stand once, with what they do for which stream. */
function asJson(company: SuggestedCompany): unknown {
  if (company.kind !== 'CompanyStructure') return company;
  const { proposal, ...told } = company;
  const { roles: _, notes: __, handOffsPerWeek: ___, restsOn: ____, kind: _____, ...rest } = proposal;
  return { ...told, ...rest };
}
