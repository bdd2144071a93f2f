import { ownersOf, sayStage, type Ownership } from '../responsibility/index.js';
import type { ValueStream } from '../stream/index.js';

const SCOPES = { STREAM: 'the stream', SALES: 'sales and marketing', FULFILMENT: 'process and fulfilment' };

/** Who answers for what, as the head of every report names it: the stream, then its forces, then stages. */
export function ownersInWords(
  stream: ValueStream,
): readonly { readonly scope: string; readonly owner: string }[] {
  return ownersOf(stream).map((one) => ({ scope: scopeInWords(one, stream), owner: one.owner }));
}

function scopeInWords({ scope, steps = [] }: Ownership, stream: ValueStream): string {
  return scope === 'STAGE' ? sayStage({ steps }, stream) : SCOPES[scope];
}
