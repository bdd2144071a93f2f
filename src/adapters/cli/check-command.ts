import { Command } from 'commander';
import type { NapkinReading } from '../../application/index.js';
import { checkWithFixes } from './check-with-fixes.js';
import { jsonText, type CommandContext } from './command-context.js';
import { count } from './page.js';
import { paintWith } from './paint.js';
import { readingAsJson } from './plan-as-json.js';
import { printProblems, summaryOf } from './print-problems.js';
import { readingOf, readSource, requireNapkin, type Source } from './read-source.js';
import { EXIT, type Terminal } from './terminal.js';

const HELP = `
Every problem is one line: file:line:column severity code message. Under it stand
the line of the napkin with a mark under the place, and behind an arrow what would
put it right.

--fix makes the fixes that are known for errors and warnings, such as the nearest
name for one that nothing is called, and writes the file back: whole or not at
all, everything else in it as it was. It never takes a step away and never leaves
more errors than there were; hints are left to you. What was fixed is told with its place in the
file as it was, what is left with its place in the file as it is now.

Examples:
  headwater check kitchen.napkin
  headwater check - < kitchen.napkin
  headwater check steps.xlsx
  headwater check kitchen.napkin --fix
  headwater check - --fix < kitchen.napkin > fixed.napkin
  headwater check kitchen.napkin --json | jq '.problems[].message'

Exit codes:
  0  no errors (there may be warnings and hints)
  1  an error, with --fix one that is left
  2  wrong usage, or a file that cannot be read or written`;

interface CheckOptions {
  readonly json?: boolean;
  readonly fix?: boolean;
}

/** headwater check FILE: every problem of a napkin with its place. */
export function checkCommand({ services, terminal, finish }: CommandContext): Command {
  return new Command('check')
    .description('print every problem of a napkin with its place, and what would put it right')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--fix', 'put right what can be put right, and say what was fixed and what is left')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP)
    .action(async (path: string, options: CheckOptions) => {
      const source = await readSource(path, terminal, services);
      if (options.fix) requireNapkin(source, 'fixed');
      const { reading } = options.fix
        ? await checkWithFixes(path, source, options.json ?? false, terminal)
        : await checkOnly(source, options.json ?? false, terminal);
      finish(reading.problems.some(({ severity }) => severity === 'ERROR') ? EXIT.found : EXIT.fine);
    });
}

async function checkOnly(
  source: Source,
  asJson: boolean,
  terminal: Terminal,
): Promise<{ readonly reading: NapkinReading }> {
  const reading = await terminal.progress(`reading ${source.name}`, () => readingOf(source));
  if (asJson) {
    terminal.out(jsonText(readingAsJson(source, reading)));
  } else {
    const lines = printProblems(source, reading.problems, paintWith(terminal.colour));
    const size = `${count(reading.steps, 'step')} in ${count(reading.streams.length, 'stream')}`;
    lines.push(`${source.name}: ${summaryOf(reading.problems)} (${size})`);
    terminal.out(`${lines.join('\n')}\n`);
  }
  return { reading };
}
