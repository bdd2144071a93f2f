import type { LineBalance, PacedLine } from '../../src/domain/structure/index.js';

/** What a balance breaks or tells wrongly, in words; empty where all is well. Adds up task by task and knows nothing of the solver. */
export function lineFaultsOf({ cycle, times, arcs }: PacedLine, balance: LineBalance): string[] {
  const { stations, lowerBound, proven, gap } = balance;
  const faults: string[] = [];
  const order = stations.flat();
  const sorted = [...order].sort((a, b) => a - b);
  if (sorted.length !== times.length || sorted.some((task, at) => task !== at))
    faults.push('not every task is done exactly once');
  const place = new Map(order.map((task, at) => [task, at]));
  for (const [from, to] of arcs)
    if ((place.get(from) ?? 0) >= (place.get(to) ?? 0)) faults.push(`${to} is done before ${from}`);
  stations.forEach((tasks, nth) => {
    const load = tasks.reduce((sum, task) => sum + (times[task] ?? 0), 0);
    if (load > cycle) faults.push(`station ${nth} takes ${load} of ${cycle}`);
    if (tasks.length === 0) faults.push(`station ${nth} has nothing to do`);
  });
  const count = stations.length;
  const total = times.reduce((sum, time) => sum + time, 0);
  if (lowerBound > count) faults.push(`bound ${lowerBound} for ${count} stations`);
  if (lowerBound < Math.ceil(total / cycle)) faults.push(`bound ${lowerBound} below the work itself`);
  if (proven !== (lowerBound === count)) faults.push('proven, and bound and stations differ, or not');
  const wanted = count === 0 ? 0 : (count - lowerBound) / count;
  if (Math.abs(gap - wanted) > 1e-12) faults.push(`gap told as ${gap}`);
  return faults;
}

/** The fewest stations of a small line, by every set of tasks that can be finished first (Held, Karp and Shareshian). */
export function fewestStations({ cycle, times, arcs }: PacedLine): number {
  const sets = 2 ** times.length;
  const before = times.map((_, task) =>
    arcs.reduce((set, [from, to]) => (to === task ? set | (1 << from) : set), 0),
  );
  /** Stations before the open one × (cycle + 1) + what the open one takes. */
  const least = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  least[0] = 0;
  for (let set = 0; set < sets; set += 1) {
    const used = least[set] ?? 0;
    if (used === Number.POSITIVE_INFINITY) continue;
    const [full, load] = [Math.floor(used / (cycle + 1)), used % (cycle + 1)];
    times.forEach((time, task) => {
      const needs = before[task] ?? 0;
      if ((set & (1 << task)) !== 0 || (set & needs) !== needs) return;
      const next = load + time <= cycle ? used + time : (full + 1) * (cycle + 1) + time;
      const grown = set | (1 << task);
      least[grown] = Math.min(least[grown] ?? next, next);
    });
  }
  return times.length === 0 ? 0 : Math.floor((least[sets - 1] ?? 0) / (cycle + 1)) + 1;
}
