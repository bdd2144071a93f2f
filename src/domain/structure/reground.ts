import { deriveDemands } from '../capability/index.js';
import { assessReadiness, measureStream } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';
import type { StructureGround } from './structure-ground.js';

/** The same ground under a stream in which numbers changed: measured again, with the same catalogue. */
export function reground(
  { catalogue }: Pick<StructureGround, 'catalogue'>,
  stream: ValueStream,
): StructureGround {
  const metrics = measureStream(stream);
  const demands = deriveDemands(stream, metrics, catalogue);
  return { stream, metrics, readiness: assessReadiness(stream), demands, catalogue };
}
