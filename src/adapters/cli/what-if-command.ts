import { Command, InvalidArgumentError } from 'commander';
import {
  measureStream,
  rankChanges,
  whatIf,
  type ChangeRanking,
  type ChangeWording,
  type ValueStream,
  type WhatIf,
} from '../../domain/index.js';
import { chosenStream } from './chosen-stream.js';
import { jsonText, type CommandContext } from './command-context.js';
import { paintWith } from './paint.js';
import { complain } from './planned-file.js';
import { printRanking, printWhatIf } from './print-what-if.js';
import { readingOf, readSource } from './read-source.js';
import { EXIT, UsageFault } from './terminal.js';
import { whatIfRoles } from './what-if-roles.js';

const HELP = `
Without changes it ranks what would save most, each change reckoned alone.
With changes it makes them one after the other, in the words of the notation,
and shows every measure before and after. Nothing is written.

  --set "Design the kitchen 4h 90%"         numbers of a step, as on its line
  --set "Design the kitchen @Lena"          who does it
  --set "wait before Agree the order 1d"    a wait (or: after), there or new
  --set "new wait before Price it 1d"       one more wait, beside what is there
  --set "stock before Assemble 40"          a stock, in units
  --set "fifo before Assemble 5"            the places of a FIFO lane
  --set "back to Design the kitchen 10%"    the share of a return
  --set "lost after Agree the order 20%"    the share that goes no further
  --set "30%: Rent a lift"                  the share of a branch
  --set "person Lena 24h"                   the hours that a person has a week
  --set "day: 7h" --set "week: 4d"          the calendar (or: month, year, people)
  --set "line 21 4h"                        what stands on that line
  --without "wait before Agree the order"   a wait taken out
  --without "back to Design the kitchen"    a loop
  --without "hand-off Price it to Sell it"  one performer for both, and no wait
  --without "Price it"                      a step
  --demand 20/month
  --roles                                   also who would gain or lose what
  --without-role Estimator                  what nobody would do without a role

Examples:
  headwater what-if kitchen.napkin
  headwater what-if kitchen.napkin --without "wait after Price the kitchen"
  headwater what-if kitchen.napkin --demand 20/month --set "Fit the kitchen x3 1d"
  headwater what-if kitchen.napkin --without "Chase the payment" --roles
  headwater what-if kitchen.napkin --without-role "Kitchen designer"

Exit codes:
  0  reckoned
  1  the napkin has errors, or a change was left out (it says why)
  2  wrong usage, or a file that cannot be read`;

interface WhatIfOptions {
  readonly set?: readonly string[];
  readonly without?: readonly string[];
  readonly demand?: string;
  readonly roles?: boolean;
  readonly withoutRole?: string;
  readonly first: number;
  readonly stream?: string;
  readonly json?: boolean;
}

/** headwater what-if FILE: what changes would do to every measure, or which single change would save most. */
export function whatIfCommand(context: CommandContext): Command {
  const each = (text: string, before: readonly string[] = []) => [...before, text];
  return new Command('what-if')
    .description('try changes on a napkin and see each measure move; without any, rank what would save most')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--set <words>', 'set numbers; may be given many times', each)
    .option('--without <words>', 'take something out; may be given many times', each)
    .option('--demand <number/period>', 'another demand, such as 20/month')
    .option('--roles', 'with changes: also which roles would gain or lose steps, letters, hours, positions')
    .option('--without-role <name>', 'what would be uncovered if this role went')
    .option('--first <number>', 'how many changes the ranking shows', numberOf, 12)
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP)
    .action((path: string, options: WhatIfOptions) => run(path, options, context));
}

async function run(path: string, options: WhatIfOptions, context: CommandContext): Promise<void> {
  const { terminal, finish } = context;
  const asked = askedFor(options);
  if (options.withoutRole !== undefined || (options.roles === true && asked.length > 0))
    return whatIfRoles(path, { ...options, asked }, context);
  if (options.roles === true)
    throw new UsageFault(
      '--roles tells what a change does to roles: give a change with it (--set, --without or --demand).',
    );
  const source = await readSource(path, terminal, context.services);
  const reading = readingOf(source);
  if (reading.problems.some(({ severity }) => severity === 'ERROR')) {
    complain({ source, reading }, 'nothing was reckoned.', terminal);
    return finish(EXIT.found);
  }
  const stream = chosenStream(source, reading, options.stream);
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  if (asked.length === 0) {
    const ranking = await terminal.progress(`weighing the changes of ${stream.name}`, () =>
      rankChanges(stream, measureStream(stream), options.first),
    );
    terminal.out(
      options.json ? jsonText(rankingAsJson(stream, ranking)) : printRanking(stream, ranking, path, page),
    );
    return finish(EXIT.fine);
  }
  const result = await terminal.progress(`measuring ${stream.name} again`, () => whatIf(stream, asked));
  terminal.out(options.json ? jsonText(resultAsJson(stream, result)) : printWhatIf(stream, result, page));
  finish(result.outcomes.every(({ applied }) => applied) ? EXIT.fine : EXIT.found);
}

/** Demand first, then what is set, then what is taken out, each in the order in which it was given. */
function askedFor({ set = [], without = [], demand }: WhatIfOptions): readonly ChangeWording[] {
  return [
    ...(demand === undefined ? [] : [{ kind: 'SET', text: `demand: ${demand}` } as const]),
    ...set.map((text) => ({ kind: 'SET', text }) as const),
    ...without.map((text) => ({ kind: 'WITHOUT', text }) as const),
  ];
}

function resultAsJson({ key, name }: ValueStream, { outcomes, measures }: WhatIf) {
  return { stream: { key, name }, changes: outcomes, measures };
}

function rankingAsJson({ key, name }: ValueStream, ranking: ChangeRanking) {
  const { changes, handOffs, ...rest } = ranking;
  return {
    stream: { key, name },
    ...rest,
    changes: changes.map(({ kind, text, wording, step, line, leadTime, work }) => {
      return { kind, text, wording, step, line, leadTime, work };
    }),
    handOffs: handOffs.map(({ text, wording, from, to, between, passes, leadTime }) => {
      return { text, wording, from, to, between, passes, leadTime };
    }),
  };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 1000)
    throw new InvalidArgumentError('A whole number from 1 to 1000 was expected.');
  return number;
}
