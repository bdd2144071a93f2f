import { derivedSource, exactly, type Quantity } from '../shared/index.js';

/** All of the units. */
export const ALL: Quantity = exactly(1, 'DERIVED');

/** What is left of all units after these shares, never below none. */
export function complementOf(shares: readonly Quantity[]): Quantity {
  if (shares.length === 0) return ALL;
  const left = (of: (share: Quantity) => number) => {
    const sum = shares.reduce((total, share) => total + of(share), 0);
    const rest = 1 - sum;
    return rest < 1e-12 ? 0 : rest;
  };
  return {
    low: left((share) => share.high),
    likely: left((share) => share.likely),
    high: left((share) => share.low),
    source: derivedSource(shares.map((share) => share.source)),
  };
}

/** The shares of the branches of an `either`; a single unknown one is what the others leave. */
export function inferShares(shares: readonly (Quantity | null)[]): readonly (Quantity | null)[] {
  const known = shares.filter((share) => share !== null);
  if (known.length !== shares.length - 1) return shares;
  const rest = complementOf(known);
  return shares.map((share) => share ?? rest);
}
