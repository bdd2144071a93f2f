import type { Catalogue, ValueStream } from '../../domain/index.js';
import type { StoredPlan } from '../ports/index.js';

/** A plan that was made elsewhere, with the stream and the catalogue of this side, about which more is known than can be told. */
export function ownedBy(made: StoredPlan, stream: ValueStream, catalogue: Catalogue): StoredPlan {
  const own = { stream, catalogue };
  return {
    ...made,
    ...own,
    understanding: { ...made.understanding, ...own },
    gate: { ...made.gate, ...own },
  };
}
