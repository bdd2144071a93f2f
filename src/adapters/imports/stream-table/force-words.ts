import type { Force } from '../../../domain/index.js';

const FORCES: ReadonlyMap<string, Force> = new Map([
  ...'sales|s|sales and marketing|sales & marketing|marketing|selling|commercial|front office|sales/marketing'
    .split('|')
    .map((word): [string, Force] => [word, 'SALES']),
  ...'fulfilment|fulfillment|f|process and fulfilment|process & fulfilment|process and fulfillment|process & fulfillment|process|operations|ops|delivery|production|back office'
    .split('|')
    .map((word): [string, Force] => [word, 'FULFILMENT']),
]);

/** The force that a word names; null where it names none. */
export function forceOf(text: string): Force | null {
  return FORCES.get(text.replace(/:$/, '').toLowerCase()) ?? null;
}
