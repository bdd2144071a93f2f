import { Command } from 'commander';
import { jsonText, type CommandContext } from './command-context.js';
import { limitsOf, withLimits, type LimitOptions } from './limit-options.js';
import { paintWith } from './paint.js';
import { fileAsJson } from './plan-as-json.js';
import { complain, plannedFile, type PlannedSource } from './planned-file.js';
import { printMap } from './print-map.js';
import { printPlan } from './print-plan.js';
import { EXIT } from './terminal.js';

const HELP = `
Examples:
  headwater plan kitchen.napkin
  headwater plan kitchen.napkin --max-positions 2 --one-force
  headwater plan kitchen.napkin --json | jq '.streams[0].suggestedStructure.roles'
  pbpaste | headwater plan -

Exit codes:
  0  planned, or told what is missing before it can be
  1  the napkin has errors, or the limits contradict each other
  2  wrong usage, or a file that cannot be read`;

/** headwater plan FILE: roles, teams and responsibilities that follow from the steps. */
export function planCommand(context: CommandContext): Command {
  const { services, terminal, finish } = context;
  const command = new Command('plan')
    .description(
      'print the plan that follows from a napkin: readiness, measures, roles, responsibilities, findings',
    )
    .argument('<file>', 'a napkin, or - for standard input')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP);
  return withLimits(command).action(
    async (path: string, options: LimitOptions & { readonly json?: boolean }) => {
      const file = await plannedFile(path, limitsOf(options), services, terminal);
      const errors = file.plans.length === 0;
      if (errors) complain(file, 'the map is shown as it was understood, and not planned.', terminal);
      terminal.out(
        options.json ? jsonText(fileAsJson(file.source, file.reading, file.plans)) : printed(file, context),
      );
      const contradicted = file.plans.some(({ suggested }) => suggested.kind === 'LimitsContradict');
      finish(errors || contradicted ? EXIT.found : EXIT.fine);
    },
  );
}

function printed({ reading, plans }: PlannedSource, { terminal }: CommandContext): string {
  const { colour, width } = terminal;
  if (plans.length > 0) return plans.map((plan) => printPlan(plan, { colour, width })).join('\n\n');
  const page = { width, paint: paintWith(colour) };
  const maps = reading.streams.filter((stream) => stream.steps.length > 0);
  return maps.map((stream) => `${printMap(stream, page).join('\n')}\n`).join('\n\n');
}
