import {
  planStream,
  understandStream,
  type Catalogue,
  type NapkinDrafts,
  type Plan,
  type Solving,
  type StructureLimits,
  type ValueStream,
} from '../domain/index.js';
import { hasErrors } from './problems.js';
import { readDrafts, readNapkinText, type NapkinReading } from './read-napkin-text.js';

/** A text and the plan of each of its streams; no plans where the text has errors. */
export interface PlannedFile {
  readonly reading: NapkinReading;
  readonly plans: readonly Plan[];
}

/** Limits for every stream of a file, or those of each. */
export type LimitsAsked = StructureLimits | ((stream: ValueStream) => StructureLimits);

/** Plans a text, or drafts that were read elsewhere, without storing anything: places are those of what was read. */
export function planFile({
  catalogue,
  solving,
}: {
  readonly catalogue: Catalogue;
  readonly solving?: Solving | undefined;
}) {
  return (written: string | NapkinDrafts, limits: LimitsAsked = {}): PlannedFile => {
    const reading = typeof written === 'string' ? readNapkinText(written) : readDrafts(written);
    if (hasErrors(reading.problems)) return { reading, plans: [] };
    const limitsOf = typeof limits === 'function' ? limits : () => limits;
    const planned = (stream: ValueStream) =>
      planStream(understandStream(stream, catalogue, limitsOf(stream), solving));
    return { reading, plans: reading.streams.map(planned) };
  };
}
