import { ownersOf, sayStage, type Ownership, type Plan, type ValueStream } from '../../domain/index.js';
import { labelled, type Page } from './page.js';

/** Who answers for the stream, its forces and its stages: the head of every matrix. */
export function printOwners({ stream }: Pick<Plan, 'stream'>, page: Page): string[] {
  const told = ownersOf(stream).map((one) => `${one.owner} answers for ${scopeOf(one, stream)}`);
  return labelled(page, '  ', told.length === 0 ? 'nobody answers for the stream yet' : told.join(' · '), 2);
}

function scopeOf({ scope, steps = [] }: Ownership, stream: ValueStream): string {
  switch (scope) {
    case 'STREAM':
      return 'the stream';
    case 'SALES':
      return 'sales';
    case 'FULFILMENT':
      return 'fulfilment';
    case 'STAGE':
      return sayStage({ steps }, stream);
  }
}
