/** Numbers that look random and are the same in every run. */
export interface SeededNumbers {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number;
  /** From 0 to below 1. */
  readonly fraction: () => number;
  /** The numbers from 0 to below count, shuffled. */
  readonly order: (count: number) => Int32Array;
}

/** Marsaglia's xorshift on 32 bits (Journal of Statistical Software 8/14, 2003). */
export function seededNumbers(seed: number): SeededNumbers {
  let state = seed | 0 || 1;
  const fraction = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  const order = (count: number): Int32Array => {
    const numbers = Int32Array.from({ length: count }, (_, at) => at);
    for (let at = count - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
    }
    return numbers;
  };
  return { below, fraction, order };
}
