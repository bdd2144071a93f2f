import { planFile, type PlannedFile } from '../../application/index.js';
import type { Plan, Solving, StructureLimits, ValueStream } from '../../domain/index.js';
import { limitsFrom } from './limits-file.js';
import { paintWith } from './paint.js';
import { printProblems, summaryOf } from './print-problems.js';
import { readSource, type Source } from './read-source.js';
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
  const solving = await services.loadSolving?.();
  const planned = await terminal.progress(`planning ${source.name}`, () =>
    planFile({ ...services, solving: solving && { ...solving, effort } })(source.table ?? source.text, asked),
  );
  return { source, asked, ...planned };
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
