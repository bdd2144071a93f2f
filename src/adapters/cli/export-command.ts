import { Command, InvalidArgumentError, Option } from 'commander';
import { MODEL_FORMATS, MODEL_FRAMES, type ModelFormat, type ModelFrames } from '../../application/index.js';
import type { CommandContext } from './command-context.js';
import { deliverReport } from './deliver-report.js';
import { chosenPlan, complain, plannedFile } from './planned-file.js';
import { EXIT } from './terminal.js';

const HELP = `
  archimate       a model exchange file: the stream, its stages and steps,
                  capabilities, roles with letters and reasons, teams, people
  bpmn            BPMN 2.0 with a diagram: roles are lanes, waits are timers,
                  what is done outside is a pool of its own
  mermaid         the stream as a flowchart, a frame for each role or force
  mermaid-chart   the organisation: teams and their roles
  backstage       the organisation as groups of a Backstage catalogue (YAML)

Examples:
  headwater export kitchen.napkin --format bpmn --out kitchen.bpmn
  headwater export kitchen.napkin --format archimate --out models/
  headwater export kitchen.napkin --format mermaid --frames force

Exit codes:
  0  written
  1  the napkin has errors
  2  wrong usage, or a file that cannot be read or written`;

const ENDINGS: Readonly<Record<ModelFormat, string>> = {
  ARCHIMATE: 'archimate.xml',
  BPMN: 'bpmn',
  MERMAID: 'mmd',
  MERMAID_CHART: 'chart.mmd',
  BACKSTAGE: 'catalog-info.yaml',
};

interface ExportOptions {
  readonly format: ModelFormat;
  readonly frames: ModelFrames;
  readonly out?: string;
  readonly stream?: string;
}

/** headwater export FILE: the plan of a stream for other modelling tools. */
export function exportCommand({ services, terminal, finish }: CommandContext): Command {
  return new Command('export')
    .description('write the plan of a napkin for other tools: ArchiMate, BPMN, Mermaid, Backstage')
    .argument('<file>', 'a napkin, a table of steps (.csv, .xlsx), or - for standard input')
    .requiredOption('--format <format>', NAMES.join(', '), modelFormatOf)
    .addOption(
      new Option('--frames <what>', 'what a frame of the mermaid map stands for')
        .choices(MODEL_FRAMES)
        .default('role'),
    )
    .option('--out <path>', 'file or folder to write to; standard output without it')
    .option('--stream <key>', 'which stream of the file is meant, by key or name')
    .addHelpText('after', HELP)
    .action(async (path: string, options: ExportOptions) => {
      const file = await plannedFile(path, {}, services, terminal);
      if (file.plans.length === 0) {
        complain(file, 'nothing was exported.', terminal);
        return finish(EXIT.found);
      }
      const plan = chosenPlan(file, options.stream);
      const content = services.printModel(plan, options.format, options.frames);
      const filename = `${plan.stream.key}.${ENDINGS[options.format]}`;
      await deliverReport({ content, filename }, options.out, terminal);
      finish(EXIT.fine);
    });
}

const NAMES = MODEL_FORMATS.map((format) => format.toLowerCase().replace('_', '-'));

function modelFormatOf(text: string): ModelFormat {
  const format = MODEL_FORMATS[NAMES.indexOf(text.toLowerCase())];
  if (!format) throw new InvalidArgumentError(`The formats are ${NAMES.join(', ')}.`);
  return format;
}
