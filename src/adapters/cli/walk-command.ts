import { Command } from 'commander';
import type { ReportFormat } from '../../application/index.js';
import { writeWalkSheet } from '../../domain/index.js';
import type { CommandContext } from './command-context.js';
import { deliverReport, formatOf } from './deliver-report.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { EXIT } from './terminal.js';

const HELP = `
The questions of the next walk along the stream, one page for each person: what
nobody knows yet, and what is a guess or a range, with a blank to write into.
Whether work is complete and accurate is asked of those who receive it. What
nobody in particular can answer goes to the owner. A star: find it out first.
Under the questions of each step stand the lines of the napkin with a blank
where the answer is typed back.

Examples:
  headwater walk kitchen.napkin --format html --out walk.html
  headwater walk kitchen.napkin > walk.md
  headwater walk kitchen.napkin --format csv --out sheets/

Exit codes:
  0  written
  1  the napkin has errors
  2  wrong usage, or a file that cannot be read or written`;

interface WalkOptions {
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly stream?: string;
}

/** headwater walk FILE: the walk sheet in one of its formats. */
export function walkCommand({ services, terminal, finish }: CommandContext): Command {
  return new Command('walk')
    .description('write the walk sheet of a napkin: what to ask whom on a walk along the stream')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--format <format>', 'markdown, html, csv or json; markdown without it', formatOf)
    .option('--out <path>', 'file or folder to write to; standard output without it')
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .addHelpText('after', HELP)
    .action(async (path: string, options: WalkOptions) => {
      const file = await plannedFile(path, {}, services, terminal);
      if (file.plans.length === 0) {
        complain(file, 'no walk sheet was written.', terminal);
        return finish(EXIT.found);
      }
      const sheet = writeWalkSheet(chosenPlan(file, options.stream), {
        revision: null,
        napkin: file.source.table ? null : file.source.text,
      });
      const printed = services.printWalkSheet(sheet, options.format ?? 'MARKDOWN');
      await deliverReport(printed, options.out, terminal);
      finish(EXIT.fine);
    });
}
