import { Fault } from '../ports/index.js';

/** Streams of one company: as many as are read within one unit of work without holding up others for long. */
const MOST_STREAMS = 1_000;

/** The keys of the streams of a company, each once and in their order; a Fault BAD_INPUT where they are too many. */
export function streamsOfCompany(keys: readonly string[]): readonly string[] {
  const streams = [...new Set(keys)].sort();
  if (streams.length <= MOST_STREAMS) return streams;
  throw new Fault(
    'BAD_INPUT',
    `At most ${MOST_STREAMS} streams are taken together, not ${streams.length}. Leave some of them out.`,
  );
}
