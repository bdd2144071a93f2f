import type { NapkinReading } from '../../application/index.js';
import type { ValueStream } from '../../domain/index.js';
import type { Source } from './read-source.js';
import { UsageFault } from './terminal.js';

/** The stream of a file that is meant: the only one, or the one with that key or name; an UsageFault with the keys where it cannot be told. */
export function chosenStream(
  source: Source,
  { streams }: Pick<NapkinReading, 'streams'>,
  wanted: string | undefined,
): ValueStream {
  const keys = streams.map(({ key }) => key).join(', ');
  const [only, ...others] = streams;
  if (wanted === undefined) {
    if (only && others.length === 0) return only;
    throw new UsageFault(`${source.name} holds ${streams.length} streams: name one with --stream (${keys}).`);
  }
  const found = streams.find(({ key, name }) => key === wanted || name === wanted);
  if (!found) throw new UsageFault(`${source.name} holds no stream "${wanted}"; it holds ${keys}.`);
  return found;
}
