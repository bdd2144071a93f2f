import { deriveDemands, type Catalogue } from '../capability/index.js';
import { assessReadiness, measureStream } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';
import type { StructureGround } from './structure-ground.js';

/** What a structure follows from: the measures of a stream, how far it has climbed, and what its steps demand. */
export function groundStream(stream: ValueStream, catalogue: Catalogue): StructureGround {
  const metrics = measureStream(stream);
  const demands = deriveDemands(stream, metrics, catalogue);
  return { stream, metrics, readiness: assessReadiness(stream), demands, catalogue };
}
