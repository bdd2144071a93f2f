import { Command } from 'commander';
import {
  measureStream,
  paceRoles,
  type PacedStream,
  type StreamNotPaced,
  type ValueStream,
} from '../../domain/index.js';
import { chosenStream } from './chosen-stream.js';
import { jsonText, type CommandContext } from './command-context.js';
import { paintWith } from './paint.js';
import { complain } from './planned-file.js';
import { printLine, printNoLine } from './print-line.js';
import { readingOf, readSource } from './read-source.js';
import { EXIT } from './terminal.js';

const HELP = `
Staffs a stream as a paced line: people stand in the order of the stream, and
each hands a unit on at every takt (available time / demand). It finds the
fewest people for that, and says whether fewer are possible. A step that takes
longer than takt, or several people at once, has as many people side by side.

The line asks how much work fits into a takt, not who can do it: for roles with
their skills see headwater plan.

Examples:
  headwater line kitchen.napkin
  headwater line kitchen.napkin --json > line.json

Exit codes:
  0  the line is printed
  1  the napkin has errors, or no line can be made of it (it says why)
  2  wrong usage, or a file that cannot be read`;

interface LineOptions {
  readonly stream?: string;
  readonly json?: boolean;
}

/** headwater line FILE: people in stream order, the work of each within takt. */
export function lineCommand(context: CommandContext): Command {
  return new Command('line')
    .description('staff a stream as a paced line: the fewest people in stream order, each within takt')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP)
    .action((path: string, options: LineOptions) => run(path, options, context));
}

async function run(path: string, options: LineOptions, context: CommandContext): Promise<void> {
  const { terminal, finish } = context;
  const source = await readSource(path, terminal, context.services);
  const reading = readingOf(source);
  if (reading.problems.some(({ severity }) => severity === 'ERROR')) {
    complain({ source, reading }, 'no line was made.', terminal);
    return finish(EXIT.found);
  }
  const stream = chosenStream(source, reading, options.stream);
  const line = await terminal.progress(`pacing ${stream.name}`, () =>
    paceRoles({ stream, metrics: measureStream(stream) }),
  );
  const made = line.kind === 'PacedStream';
  if (options.json) terminal.out(jsonText(lineAsJson(stream, line)));
  else if (made)
    terminal.out(printLine(stream, line, { width: terminal.width, paint: paintWith(terminal.colour) }));
  else
    terminal.err(
      printNoLine(source.name, line, {
        width: terminal.width,
        paint: paintWith(terminal.colourOfErrors),
      }),
    );
  finish(made ? EXIT.fine : EXIT.found);
}

function lineAsJson({ key, name, steps }: ValueStream, line: PacedStream | StreamNotPaced) {
  const stream = { key, name };
  if (line.kind === 'StreamNotPaced') return { stream, ...line };
  const names = new Map(steps.map((step) => [step.key, step.name]));
  return {
    stream,
    ...line,
    stations: line.stations.map(({ position, people, steps: placed, balance, idle }) => ({
      position,
      people,
      steps: placed.map(({ step, ...rest }) => ({ step, name: names.get(step) ?? step, ...rest })),
      work: balance.workContent,
      timeEach: balance.timeEach,
      againstTakt: balance.againstTakt,
      hoursPerWeek: balance.hoursPerWeek,
      idle,
    })),
  };
}
