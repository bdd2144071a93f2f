/** For each position the nearest place along pairs of positions; places stand at themselves, -1 where none is reached. */
function nearestAlong(
  isPlace: readonly boolean[],
  pairs: readonly (readonly [number, number])[],
): readonly number[] {
  const ways: number[][] = isPlace.map(() => []);
  for (const [from, to] of pairs) ways[from]?.push(to);
  const nearest = isPlace.map((place, index) => (place ? index : -1));
  const queue = nearest.filter((index) => index >= 0);
  for (let head = 0; head < queue.length; head++) {
    const from = queue[head] ?? -1;
    for (const to of ways[from] ?? []) {
      if (nearest[to] !== -1) continue;
      nearest[to] = nearest[from] ?? -1;
      queue.push(to);
    }
  }
  return nearest;
}

/** The nearest place before each node of a flow, else the nearest behind it; returns left out. */
export function nearestPlaces(
  isPlace: readonly boolean[],
  ways: readonly { readonly from: number; readonly to: number; readonly kind: string }[],
): readonly number[] {
  const next = ways.filter(({ kind }) => kind !== 'RETURN');
  const before = nearestAlong(
    isPlace,
    next.map(({ from, to }) => [from, to]),
  );
  const behind = nearestAlong(
    before.map((index) => index >= 0),
    next.map(({ from, to }) => [to, from]),
  );
  return behind.map((index) => before[index] ?? -1);
}
