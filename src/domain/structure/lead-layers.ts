/**
 * How many people one person leads directly at most: a convention of this program, the usual size of a team here. That
 * there is such a limit is old: L. F. Urwick, The Manager's Span of Control, Harvard Business Review 34(3), 1956, 39–47,
 * who set it lower still (five or six) where the work of those led interlocks.
 */
export const MOST_PER_LEAD = 9;

/** The leads that a number of people in groups calls for. */
export interface LeadLayers {
  /** Leads of each layer, from those who lead the people up; empty where all can be led directly. */
  readonly layers: readonly number[];
  /** For each group the leads within it, layer by layer; a group of one shares its lead and has none of its own. */
  readonly within: readonly (readonly number[])[];
  /** Who is left to be led from above: people or leads, and those beside. */
  readonly direct: number;
}

/**
 * The fewest layers of leads by which nobody leads more than so many directly: a first lead leads people of one group
 * (people who are alone in theirs share leads), and groups stay apart further up as long as that costs no layer.
 * beside: those who are led from above already, and stay so; fewer than most, which is at least 2.
 */
export function leadLayers(groups: readonly number[], beside = 0, most = MOST_PER_LEAD): LeadLayers {
  const room = most - beside;
  const people = sum(groups);
  if (people <= room) return { layers: [], within: groups.map(() => []), direct: people + beside };
  let best = climb(groups, 1, room, most);
  for (let apart = 2; apart <= best.layers.length; apart += 1) {
    const next = climb(groups, apart, room, most);
    if (next.layers.length > best.layers.length) break;
    best = next;
  }
  return { ...best, direct: best.direct + beside };
}

/** Leads of each group in the first so many layers, over all groups above. */
function climb(groups: readonly number[], apart: number, room: number, most: number): LeadLayers {
  const alone = groups.filter((size) => size === 1).length;
  const within = groups.map((): number[] => []);
  const layers: number[] = [];
  let nodes = groups.map((size) => (size === 1 ? 0 : size));
  let shared = alone;
  for (let layer = 0; layer < apart && sum(nodes) + shared > room; layer += 1) {
    const above = nodes.map((size) => Math.ceil(size / most));
    const led = nodes.map((size, at) => (size > 1 ? (above[at] ?? 0) : 0));
    const sharing = shared > 1 ? Math.ceil(shared / most) : 0;
    if (sum(led) + sharing === 0) break;
    led.forEach((leads, at) => leads > 0 && within[at]?.push(leads));
    layers.push(sum(led) + sharing);
    nodes = above;
    shared = Math.ceil(shared / most);
  }
  let left = sum(nodes) + shared;
  while (left > room) {
    left = Math.ceil(left / most);
    layers.push(left);
  }
  return { layers, within, direct: left };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
