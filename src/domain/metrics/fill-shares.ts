/** A way that units can take: between which shares, and what one unit that takes it still adds to a sum. */
export interface OpenShare {
  readonly low: number;
  readonly high: number;
  readonly worth: number;
}

/**
 * The shares within their ranges that together are `whole` and make the sum least (sign −1) or most (sign 1): all at
 * their low end, and what is left to the best, then to the next best.
 */
export function fillShares(ways: readonly OpenShare[], whole: number, sign: -1 | 1): readonly number[] {
  const shares = ways.map(({ low }) => low);
  let left = whole - shares.reduce((sum, share) => sum + share, 0);
  const ranked = ways.map((way, at) => ({ ...way, at })).sort((a, b) => sign * (b.worth - a.worth) || 0);
  for (const { low, high, at } of ranked) {
    if (!(left > 0)) break;
    const more = Math.min(left, high - low);
    shares[at] = low + more;
    left -= more;
  }
  return shares;
}
