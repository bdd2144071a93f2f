import { Command } from 'commander';
import { readNapkinText } from '../../application/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { count } from './page.js';
import { paintWith } from './paint.js';
import { readingAsJson } from './plan-as-json.js';
import { printProblems, summaryOf } from './print-problems.js';
import { readSource } from './read-source.js';
import { EXIT } from './terminal.js';

const HELP = `
Every problem is one line: file:line:column severity code message. Under it stand
the line of the napkin with a mark under the place, and behind an arrow what would
put it right.

Examples:
  headwater check kitchen.napkin
  headwater check - < kitchen.napkin
  headwater check kitchen.napkin --json | jq '.problems[].message'

Exit codes:
  0  no errors (there may be warnings and hints)
  1  an error
  2  wrong usage, or a file that cannot be read`;

/** headwater check FILE: every problem of a napkin with its place. */
export function checkCommand({ terminal, finish }: CommandContext): Command {
  return new Command('check')
    .description('print every problem of a napkin with its place, and what would put it right')
    .argument('<file>', 'a napkin, or - for standard input')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP)
    .action(async (path: string, options: { readonly json?: boolean }) => {
      const source = await readSource(path, terminal);
      const reading = await terminal.progress(`reading ${source.name}`, () => readNapkinText(source.text));
      if (options.json) {
        terminal.out(jsonText(readingAsJson(source, reading)));
      } else {
        const lines = printProblems(source, reading.problems, paintWith(terminal.colour));
        const size = `${count(reading.steps, 'step')} in ${count(reading.streams.length, 'stream')}`;
        lines.push(`${source.name}: ${summaryOf(reading.problems)} (${size})`);
        terminal.out(`${lines.join('\n')}\n`);
      }
      finish(reading.problems.some(({ severity }) => severity === 'ERROR') ? EXIT.found : EXIT.fine);
    });
}
