import type { Catalogue, Plan, ValueStream } from '../../domain/index.js';
import type { StoredAssignment } from '../ports/index.js';

/** A plan that was made elsewhere, with the stream and the catalogue of this side, about which more is known than can be told. */
export function ownedBy(
  made: Plan<StoredAssignment>,
  stream: ValueStream,
  catalogue: Catalogue,
): Plan<StoredAssignment> {
  const own = { stream, catalogue };
  return {
    ...made,
    ...own,
    understanding: { ...made.understanding, ...own },
    gate: { ...made.gate, ...own },
  };
}
