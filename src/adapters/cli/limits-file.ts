import {
  limitsOn,
  readLimitsText,
  unknownStepsIn,
  type StructureLimits,
  type ValueStream,
} from '../../domain/index.js';
import { paintWith } from './paint.js';
import { printProblems, summaryOf } from './print-problems.js';
import { readingOf, readSource, type Source } from './read-source.js';
import { UsageFault, type Terminal } from './terminal.js';

type LimitsOfStream = (stream: Pick<ValueStream, 'steps'>) => StructureLimits;

/**
 * The limits of each stream: those of the file, options of the command line before them. Where the file has errors, or
 * names steps that no stream of the source has, all of them are told and an UsageFault follows.
 */
export async function limitsFrom(
  path: string | undefined,
  options: StructureLimits,
  streams: Source,
  terminal: Terminal,
): Promise<LimitsOfStream> {
  return limitsOver(path, options, () => readingOf(streams).streams, terminal);
}

/** The same over streams from wherever. */
export async function limitsOver(
  path: string | undefined,
  options: StructureLimits,
  streams: () => readonly Pick<ValueStream, 'steps'>[],
  terminal: Terminal,
): Promise<LimitsOfStream> {
  if (path === undefined) return () => options;
  const file = await readSource(path, terminal);
  const reading = readLimitsText(file.text);
  const problems = [...reading.problems, ...unknownStepsIn(reading, streams())];
  if (problems.length > 0) {
    const inOrder = [...problems].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
    terminal.err(`${printProblems(file, inOrder, paintWith(terminal.colourOfErrors)).join('\n')}\n`);
    throw new UsageFault(`${file.name}: ${summaryOf(problems)}; nothing is planned.`);
  }
  const set = Object.fromEntries(Object.entries(options).filter(([, value]) => value != null));
  return (stream) => ({ ...limitsOn(stream, reading.limits), ...set });
}
