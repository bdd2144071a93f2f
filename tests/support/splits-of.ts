/** All ways to part so many things. */
export function splitsOf(count: number): number[][][] {
  if (count === 0) return [[]];
  return splitsOf(count - 1).flatMap((groups) => [
    ...groups.map((_, at) => groups.map((group, other) => (other === at ? [...group, count - 1] : group))),
    [...groups, [count - 1]],
  ]);
}
