import { Command } from 'commander';
import { jsonText, type CommandContext } from './command-context.js';
import { designing } from './designing.js';
import { withGoals } from './goal-options.js';
import { wholeNumber, withLimits } from './limit-options.js';
import { printSensitivity } from './print-sensitivity.js';
import { proposedPlan, type ProposedOptions } from './proposed-plan.js';
import { EXIT } from './terminal.js';

const HELP = `
Roles are the best for the numbers as they were told. Every guess (~30m) is
taken 30 % less and 30 % more, every range (20-40m) at its ends, one by one
and all together, and the roles are designed anew each time: what stays is
sure, and the number that would move most is the one to find out first.

Examples:
  headwater sure cleaning.napkin
  headwater sure cleaning.napkin --numbers 40
  headwater sure cleaning.napkin --json | jq '.numbers[0].name'

Exit codes:
  0  told, whatever moves
  1  the napkin has errors, is not connected yet, or its limits contradict
     each other
  2  wrong usage, or a file that cannot be read
  130  interrupted (Ctrl+C): the best so far was printed`;

interface SureOptions extends ProposedOptions {
  readonly numbers?: number;
}

/** headwater sure FILE: which roles stay the best where guessed numbers are off. */
export function sureCommand(context: CommandContext): Command {
  const command = new Command('sure')
    .description(
      'tell which roles stay the best where guessed numbers are 30 % off, and which number to find out',
    )
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option(
      '--numbers <n>',
      'how many guesses are tried, those with most work behind them first',
      wholeNumber,
    )
    .option('--stream <key>', 'which stream is meant, by key or name')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP);
  return withGoals(withLimits(command)).action((path: string, options: SureOptions) =>
    run(path, options, context),
  );
}

async function run(path: string, options: SureOptions, context: CommandContext): Promise<void> {
  const proposed = await proposedPlan(path, options, context, 'HOW SURE THE ROLES ARE');
  if (!proposed) return;
  const { plan, kept, about, page } = proposed;
  const { services, terminal, finish } = context;
  const told = await designing<'SENSITIVITY'>(
    `trying the guesses of ${plan.stream.name}`,
    { kind: 'SENSITIVITY', ...about, kept, most: options.numbers ?? null },
    { services, terminal },
  );
  const { kind: _, ...data } = told;
  terminal.out(
    options.json
      ? jsonText({ stream: plan.stream.key, ...data })
      : `${printSensitivity(told, plan, page).join('\n')}\n`,
  );
  finish(EXIT.fine);
}
