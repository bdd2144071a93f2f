import { Command, InvalidArgumentError } from 'commander';
import { MOST_POINTS, MOST_TIMES, type Growth, type Plan } from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { designing } from './designing.js';
import { withGoals } from './goal-options.js';
import { withLimits } from './limit-options.js';
import { printGrowth } from './print-growth.js';
import { proposedPlan, type ProposedOptions } from './proposed-plan.js';
import { EXIT } from './terminal.js';

const HELP = `
Who is hired next if the roles stay as they are, exactly where their work
passes what their people can do; and which roles the same stream would ask for
at some multiples of its demand, designed anew.

Examples:
  headwater grow kitchen.napkin
  headwater grow kitchen.napkin --times 1,1.5,3
  headwater grow kitchen.napkin --max-positions 4
  headwater grow kitchen.napkin --json | jq '.hires[0]'

Exit codes:
  0  told
  1  the napkin has errors, says no demand, is not connected yet, or its
     limits contradict each other
  2  wrong usage, or a file that cannot be read
  130  interrupted (Ctrl+C): the best so far was printed`;

interface GrowOptions extends ProposedOptions {
  readonly times?: readonly number[];
}

/** headwater grow FILE: who is hired next, and when a role splits, as demand grows. */
export function growCommand(context: CommandContext): Command {
  const command = new Command('grow')
    .description('tell who is hired next and when a role splits, as demand grows')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--times <list>', 'multiples of the demand of today (default: 1,2,5,10)', timesIn)
    .option('--stream <key>', 'which stream is meant, by key or name')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP);
  return withGoals(withLimits(command)).action((path: string, options: GrowOptions) =>
    run(path, options, context),
  );
}

async function run(path: string, options: GrowOptions, context: CommandContext): Promise<void> {
  const proposed = await proposedPlan(path, options, context, 'WHO IS HIRED NEXT');
  if (!proposed) return;
  const { plan, kept, about, page } = proposed;
  const { services, terminal, finish } = context;
  const growth = await designing<'GROWTH'>(
    `growing ${plan.stream.name}`,
    { kind: 'GROWTH', ...about, kept, times: options.times ?? null },
    { services, terminal },
  );
  terminal.out(
    options.json ? jsonText(growthAsJson(growth, plan)) : `${printGrowth(growth, plan, page).join('\n')}\n`,
  );
  finish(growth.kind === 'Growth' ? EXIT.fine : EXIT.found);
}

function growthAsJson(growth: Growth | { readonly kind: 'GrowthNotPossible' }, { stream }: Plan) {
  const { kind, ...told } = growth;
  return { stream: stream.key, kind, ...told };
}

function timesIn(text: string): readonly number[] {
  const parts = text.split(/[,;\s]+/).filter(Boolean);
  const times = parts.map((part) =>
    /^\d{1,4}(?:\.\d{1,3})?[x×]?$/i.test(part) ? parseFloat(part) : Number.NaN,
  );
  const legal = times.every((one) => one >= 1 && one <= MOST_TIMES);
  if (times.length === 0 || times.length > MOST_POINTS || !legal)
    throw new InvalidArgumentError(
      `One to ${MOST_POINTS} numbers from 1 to ${MOST_TIMES} were expected, such as 1,2,5,10.`,
    );
  return times;
}
