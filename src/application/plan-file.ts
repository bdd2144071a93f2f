import {
  planStream,
  understandStream,
  type Catalogue,
  type Plan,
  type StructureLimits,
  type ValueStream,
} from '../domain/index.js';
import { hasErrors } from './problems.js';
import { readNapkinText, type NapkinReading } from './read-napkin-text.js';

/** A text and the plan of each of its streams; no plans where the text has errors. */
export interface PlannedFile {
  readonly reading: NapkinReading;
  readonly plans: readonly Plan[];
}

/** Plans a text without storing anything: lines are those of the text as it is. */
export function planFile({ catalogue }: { readonly catalogue: Catalogue }) {
  return (text: string, limits: StructureLimits = {}): PlannedFile => {
    const reading = readNapkinText(text);
    if (hasErrors(reading.problems)) return { reading, plans: [] };
    const planned = (stream: ValueStream) => planStream(understandStream(stream, catalogue, limits));
    return { reading, plans: reading.streams.map(planned) };
  };
}
