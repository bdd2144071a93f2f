/** A step as stations are cut: its work, and how many people have to stand at its station. */
export interface WideTask {
  readonly task: number;
  /** Whole units of time for one unit of work, of all of its people. */
  readonly work: number;
  readonly people: number;
}

/** Consecutive steps with one station for all of them, which is as wide as the widest of them asks for. */
export interface WideStation {
  readonly tasks: readonly number[];
  readonly people: number;
}

/** Steps of one station that are looked at, at most. */
const MOST_TASKS = 2_000;
const TOLERANCE = 1e-12;

/**
 * Cuts a row of steps into stations with the fewest people in all, and among those evenly; a station of n people takes
 * steps as long as their work is at most n × cycle. Best of all cuts of this row (shortest path over the cuts).
 */
export function shareStations(row: readonly WideTask[], cycle: number): readonly WideStation[] {
  const widest = row.reduce((most, { people }) => Math.max(most, people), 1);
  const people = new Float64Array(row.length + 1).fill(Number.POSITIVE_INFINITY);
  const unevenness = new Float64Array(row.length + 1);
  const from = new Int32Array(row.length + 1);
  people[0] = 0;
  for (let end = 1; end <= row.length; end += 1) {
    let [work, wide] = [0, 1];
    for (let begin = end - 1; begin >= Math.max(0, end - MOST_TASKS); begin -= 1) {
      work += row[begin]?.work ?? 0;
      wide = Math.max(wide, row[begin]?.people ?? 1);
      if (work > widest * cycle) break;
      if (work > wide * cycle) continue;
      const all = (people[begin] ?? 0) + wide;
      const uneven = (unevenness[begin] ?? 0) + (work / cycle) ** 2 / wide;
      const before = people[end] ?? 0;
      if (all > before || (all === before && uneven >= (unevenness[end] ?? 0) - TOLERANCE)) continue;
      people[end] = all;
      unevenness[end] = uneven;
      from[end] = begin;
    }
  }
  const stations: WideStation[] = [];
  for (let end = row.length; end > 0; end = from[end] ?? 0) {
    const cut = row.slice(from[end] ?? 0, end);
    const most = cut.reduce((wide, task) => Math.max(wide, task.people), 1);
    stations.push({ tasks: cut.map(({ task }) => task), people: most });
  }
  return stations.reverse();
}
