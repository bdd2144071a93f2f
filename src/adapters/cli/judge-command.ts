import { Command } from 'commander';
import { judge, type Plan, type Verdict } from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { withOverrideOption, withOverridesSet, type OverrideOptions } from './override-options.js';
import { paintWith } from './paint.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { printOverrides } from './print-overrides.js';
import { printVerdicts } from './print-verdicts.js';
import { EXIT, UsageFault } from './terminal.js';
import { wishesOf, withWishes, type WishOptions } from './wish-options.js';

const HELP = `
A wish is HOLDER LETTER STEP: who (a role or a person of the napkin), R, A, C or
I, and the step. Names of several words may stand in quotes; what follows the
word because is kept as the reason that was given, and justifies nothing.

Examples:
  headwater judge kitchen.napkin --wish "Jonas R 'Design the kitchen'"
  headwater judge kitchen.napkin \\
    --wish "Lena A 'Price the kitchen' because she has always done it"
  headwater judge kitchen.napkin --wishes wishes.csv --json
  headwater judge kitchen.napkin \\
    --override "Lena R 'Price the kitchen' by Mara until 2026-01-31 because Jonas is ill"
  headwater judge kitchen.napkin --wishes many.csv --lines > verdicts.ndjson

Exit codes:
  0  every wish was accepted
  1  one was refused, or the napkin has errors
  2  wrong usage, or a file that cannot be read`;

interface JudgeOptions extends WishOptions, OverrideOptions {
  readonly stream?: string;
  readonly json?: boolean;
  readonly lines?: boolean;
}

/** headwater judge FILE: proposed assignments at the gate; nothing is stored. */
export function judgeCommand({ services, terminal, finish }: CommandContext): Command {
  const command = new Command('judge')
    .description('judge proposed assignments: what justifies them, or every reason for refusing them')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .option('--json', 'the same as data on standard output')
    .option('--lines', 'one line of JSON for each verdict, in the order of the wishes')
    .addHelpText('after', HELP);
  return withOverrideOption(withWishes(command)).action(async (path: string, options: JudgeOptions) => {
    if (path === '-' && options.wishes === '-') {
      throw new UsageFault('Standard input can be the napkin or the wishes, not both.');
    }
    const wishes = await wishesOf(options, terminal);
    if (wishes.length === 0 && options.override === undefined)
      throw new UsageFault('Nothing to judge: give --wish, --wishes or --override.');
    const file = await plannedFile(path, {}, services, terminal);
    if (file.plans.length === 0) {
      complain(file, 'nothing was judged.', terminal);
      if (options.json) terminal.out(jsonText({ file: path, problems: file.reading.problems, verdicts: [] }));
      return finish(EXIT.found);
    }
    const plan = withOverridesSet(chosenPlan(file, options.stream), options, terminal.today(), terminal);
    const verdicts = judge(plan.gate, wishes);
    const page = { width: terminal.width, paint: paintWith(terminal.colour) };
    if (options.lines) for (const verdict of verdicts) terminal.out(`${JSON.stringify(verdict)}\n`);
    else if (options.json) terminal.out(jsonText(verdictsAsJson(plan, verdicts)));
    else
      terminal.out(`${[...printVerdicts(plan, verdicts, page), ...printOverrides(plan, page)].join('\n')}\n`);
    finish(verdicts.some(({ kind }) => kind === 'RefusedWish') ? EXIT.found : EXIT.fine);
  });
}

function verdictsAsJson({ stream, overrides }: Plan, verdicts: readonly Verdict[]): unknown {
  const refused = verdicts.filter(({ kind }) => kind === 'RefusedWish').length;
  return { stream: stream.key, verdicts, accepted: verdicts.length - refused, refused, overrides };
}
