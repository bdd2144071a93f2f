import { Command } from 'commander';
import { alternativesAsJson } from './alternatives-as-json.js';
import { jsonText, type CommandContext } from './command-context.js';
import { designing } from './designing.js';
import { effortOf, withThorough, type GoalOptions } from './goal-options.js';
import { limitsOf, withLimits, type LimitOptions } from './limit-options.js';
import { paintWith } from './paint.js';
import { chosenPlan, complain, plannedFile, questionAbout } from './planned-file.js';
import { printAlternatives } from './print-alternatives.js';
import { printNoAnswer } from './print-no-structure.js';
import { EXIT } from './terminal.js';

const HELP = `
Fewest people and fewest hand-offs are different organisations: full days ask
for work from many places, and unbroken work leaves some of the day empty.
Each alternative is one that no other beats in both. Beside them stand the
roles that leave most work with who does it today, and what that costs.

Examples:
  headwater alternatives kitchen.napkin
  headwater alternatives kitchen.napkin --max-capabilities 3
  headwater alternatives kitchen.napkin --json | jq '.alternatives[].text'

Exit codes:
  0  told
  1  the napkin has errors, is not connected yet, or its limits contradict
     each other
  2  wrong usage, or a file that cannot be read
  130  interrupted (Ctrl+C): the best so far was printed`;

interface AlternativesOptions extends LimitOptions, GoalOptions {
  readonly json?: boolean;
  readonly stream?: string;
}

/** headwater alternatives FILE: the choice between fewest people and fewest hand-offs. */
export function alternativesCommand(context: CommandContext): Command {
  const command = new Command('alternatives')
    .description('show the choice: roles from the fewest people to the fewest hand-offs, and what changes')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .option('--stream <key>', 'which stream is meant, by key or name')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP);
  return withThorough(withLimits(command)).action((path: string, options: AlternativesOptions) =>
    run(path, options, context),
  );
}

async function run(
  path: string,
  options: AlternativesOptions,
  { services, terminal, finish }: CommandContext,
): Promise<void> {
  const limits = limitsOf(options);
  const file = await plannedFile(path, limits, services, terminal, 'QUICK', options.limits);
  if (file.plans.length === 0) {
    complain(file, 'nothing is planned.', terminal);
    return finish(EXIT.found);
  }
  const plan = chosenPlan(file, options.stream);
  const question = questionAbout(file, plan, services.catalogue, effortOf(options));
  const front = await designing<'ALTERNATIVES'>(
    `weighing alternatives for ${plan.stream.name}`,
    { kind: 'ALTERNATIVES', ...question },
    { services, terminal },
  );
  const page = { width: terminal.width, paint: paintWith(terminal.colour) };
  if (front.kind !== 'StructureFront') {
    terminal.out(
      options.json ? jsonText(front) : `${printNoAnswer(front, plan, page, 'THE CHOICE').join('\n')}\n`,
    );
    return finish(EXIT.found);
  }
  terminal.out(
    options.json
      ? jsonText(alternativesAsJson(front, plan))
      : `${printAlternatives(front, plan, page).join('\n')}\n`,
  );
  finish(EXIT.fine);
}
