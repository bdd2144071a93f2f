import { Command, Option } from 'commander';
import { sharePeople, type MatrixGrain } from '../../domain/index.js';
import { jsonText, type CommandContext } from './command-context.js';
import { withConventions, type ConventionOptions } from './convention-option.js';
import { effortOf, goalsOf, withGoals, type GoalOptions } from './goal-options.js';
import { limitsOf, withLimits, type LimitOptions } from './limit-options.js';
import { withOverrideOption, withOverridesInOnlyPlan, type OverrideOptions } from './override-options.js';
import { paintWith } from './paint.js';
import { fileAsJson } from './plan-as-json.js';
import { MATRIX_SCHEMES, type MatrixScheme } from './print-matrix.js';
import { complain, plannedFile, type PlannedSource } from './planned-file.js';
import { printMap } from './print-map.js';
import { printPlan, type PrintOptions } from './print-plan.js';
import { printSharedPeople } from './print-shared-people.js';
import { EXIT } from './terminal.js';

const HELP = `
Examples:
  headwater plan kitchen.napkin
  headwater plan kitchen.napkin --max-positions 2 --one-force
  headwater plan kitchen.napkin --limits limits.txt
  headwater plan kitchen.napkin --grain stage
  headwater plan kitchen.napkin --scheme rasci
  headwater plan kitchen.napkin --goal hand-offs --relax hand-offs=10%
  headwater plan kitchen.napkin --convention ladder-touch-time --convention lead-time-with-rework-once
  headwater plan kitchen.napkin --paths
  headwater plan kitchen.napkin \\
    --override "Lena R 'Price the kitchen' by Mara until 2026-01-31 because Jonas is ill"
  headwater plan kitchen.napkin --json | jq '.streams[0].suggestedStructure.roles'
  pbpaste | headwater plan -

Exit codes:
  0  planned, or told what is missing before it can be
  1  the napkin has errors, or the limits contradict each other
  2  wrong usage, or a file that cannot be read
  130  interrupted (Ctrl+C): the best so far was printed`;

interface PlanOptions extends LimitOptions, ConventionOptions, GoalOptions, OverrideOptions {
  readonly json?: boolean;
  readonly grain: 'step' | 'stage' | 'force';
  readonly paths?: boolean;
  readonly scheme: MatrixScheme;
}

const GRAINS: Readonly<Record<PlanOptions['grain'], MatrixGrain>> = {
  step: 'STEP',
  stage: 'STAGE',
  force: 'FORCE',
};

/** headwater plan FILE: roles, teams and responsibilities that follow from the steps. */
export function planCommand(context: CommandContext): Command {
  const { services, terminal, finish } = context;
  const command = new Command('plan')
    .description(
      'print the plan that follows from a napkin: readiness, measures, roles, responsibilities, findings',
    )
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .addOption(
      new Option(
        '--grain <grain>',
        'the matrix by step, by stage (steps for which one role answers) or by force',
      )
        .choices(['step', 'stage', 'force'])
        .default('step'),
    )
    .addOption(
      new Option(
        '--scheme <scheme>',
        'the letters of the matrix by step: rasci tells who leads a step from those who support',
      )
        .choices(MATRIX_SCHEMES)
        .default('raci'),
    )
    .option('--paths', 'tell the longest, likeliest and worst paths place by place')
    .option('--json', 'the same as data on standard output')
    .addHelpText('after', HELP);
  return withOverrideOption(withConventions(withGoals(withLimits(command)))).action(
    async (path: string, options: PlanOptions) => {
      const conventions = options.convention ?? [];
      const limits = { ...limitsOf(options), ...goalsOf(options) };
      const planned = await plannedFile(path, limits, services, terminal, effortOf(options), options.limits);
      const file = { ...planned, plans: withOverridesInOnlyPlan(planned.plans, options, terminal) };
      const errors = file.plans.length === 0;
      if (errors) complain(file, 'the map is shown as it was understood, and not planned.', terminal);
      terminal.out(
        options.json
          ? jsonText(fileAsJson(file.source, file.reading, file.plans, conventions))
          : printed(file, context, {
              conventions,
              placeByPlace: options.paths ?? false,
              grain: GRAINS[options.grain],
              scheme: options.scheme,
            }),
      );
      const contradicted = file.plans.some(({ suggested }) => suggested.kind === 'LimitsContradict');
      finish(errors || contradicted ? EXIT.found : EXIT.fine);
    },
  );
}

function printed(
  { reading, plans }: PlannedSource,
  { terminal }: CommandContext,
  asked: Omit<PrintOptions, 'colour' | 'width'>,
): string {
  const { colour, width } = terminal;
  const page = { width, paint: paintWith(colour) };
  if (plans.length > 0) {
    const shared = printSharedPeople(sharePeople(plans), page);
    const told = shared.length > 0 ? [`${shared.join('\n')}\n`] : [];
    return [...plans.map((plan) => printPlan(plan, { colour, width, ...asked })), ...told].join('\n\n');
  }
  const maps = reading.streams.filter((stream) => stream.steps.length > 0);
  return maps.map((stream) => `${printMap(stream, page).join('\n')}\n`).join('\n\n');
}
