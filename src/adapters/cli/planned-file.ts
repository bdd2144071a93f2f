import { planQuestions, toldIn, type DesignQuestion, type PlannedFile } from '../../application/index.js';
import type { Catalogue, Plan, Solving, StructureLimits, ValueStream } from '../../domain/index.js';
import { designing } from './designing.js';
import { limitsFrom } from './limits-file.js';
import { paintWith } from './paint.js';
import { printProblems, summaryOf } from './print-problems.js';
import { readingOf, readSource, type Source } from './read-source.js';
import type { Services } from './services.js';
import { UsageFault, type Terminal } from './terminal.js';

/** A file, what the reader says of it, and the plan of each of its streams. */
export interface PlannedSource extends PlannedFile {
  readonly source: Source;
  /** What was asked of the structure of that stream, a limits file included. */
  readonly asked: (stream: Pick<ValueStream, 'steps'>) => StructureLimits;
}

/** Reads and plans a file; somebody who waits is told so. limitsFile: where limits are told beside those of the options. */
export async function plannedFile(
  path: string,
  limits: StructureLimits,
  services: Services,
  terminal: Terminal,
  effort: Solving['effort'] = 'QUICK',
  limitsFile?: string,
): Promise<PlannedSource> {
  const source = await readSource(path, terminal, services);
  const asked = await limitsFrom(limitsFile, limits, source, terminal);
  const reading = readingOf(source);
  const plans: Plan[] = [];
  for (const { question, own, stream } of planQuestions(reading, services.catalogue, effort, asked)) {
    const of = reading.streams.length > 1 ? `${stream.name} in ${source.name}` : source.name;
    plans.push(own(await designing(`planning ${of}`, question, { services, terminal })));
  }
  return { source, asked, reading, plans };
}

/** A question about the structure of one stream of a file, within what is asked of it. */
export function questionAbout(
  { reading, asked }: PlannedSource,
  { stream }: Pick<Plan, 'stream'>,
  catalogue: Catalogue,
  effort: Solving['effort'],
): Omit<DesignQuestion<'STRUCTURE'>, 'kind'> {
  const at = reading.streams.findIndex(({ key }) => key === stream.key);
  const told = toldIn(reading, at);
  if (!told) throw new Error(`${stream.key} is no stream of this file`);
  return { stream: told, catalogue, effort, limits: asked(stream) };
}

/** Tells on standard error why a file is not gone on with: every problem, and how many there are. */
export function complain(
  { source, reading }: Pick<PlannedSource, 'source' | 'reading'>,
  refused: string,
  terminal: Terminal,
): void {
  const paint = paintWith(terminal.colourOfErrors);
  const lines = printProblems(source, reading.problems, paint);
  terminal.err(`${[...lines, `${source.name}: ${summaryOf(reading.problems)}; ${refused}`].join('\n')}\n`);
}

/** The plan of the stream that is meant: the only one of the file, or the one with that key or name. */
export function chosenPlan({ source, plans }: PlannedSource, wanted: string | undefined): Plan {
  const keys = plans.map(({ stream }) => stream.key).join(', ');
  if (wanted === undefined) {
    const [only, ...others] = plans;
    if (only && others.length === 0) return only;
    throw new UsageFault(`${source.name} holds ${plans.length} streams: name one with --stream (${keys}).`);
  }
  const plan = plans.find(({ stream }) => stream.key === wanted || stream.name === wanted);
  if (plan === undefined)
    throw new UsageFault(`${source.name} holds no stream "${wanted}"; it holds ${keys}.`);
  return plan;
}
