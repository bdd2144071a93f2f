/** A flow as data, for a walker that knows nothing of graphs. */
export interface MadeStep {
  readonly kind: 'step';
  readonly name: string;
  readonly minutes: number;
  /** Of the units of the step: lost, and sent back to another step. */
  readonly lost: number;
  readonly back: { readonly to: string; readonly share: number } | null;
}

export interface MadeBlock {
  readonly kind: 'meanwhile' | 'either';
  readonly branches: readonly { readonly share: number; readonly items: readonly MadeItem[] }[];
}

export type MadeItem = MadeStep | MadeBlock;

/** Numbers from 0 up to 1, the same for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Making {
  readonly chance: () => number;
  count: number;
  /** Steps that work may be sent back to from here. */
  readonly open: string[];
}

/** Nested blocks, losses and overlapping returns; where plain, what runs side by side takes always the same time. */
export function makeFlow(seed: number, plain: boolean): readonly MadeItem[] {
  const making: Making = { chance: chanceFrom(seed), count: 0, open: [] };
  return makeItems(making, 3 + Math.floor(making.chance() * 4), 0, { plain, sure: false });
}

interface Room {
  readonly plain: boolean;
  /** Inside a branch beside others, whose time and outcome are always the same. */
  readonly sure: boolean;
}

function makeItems(making: Making, size: number, depth: number, room: Room): readonly MadeItem[] {
  const items: MadeItem[] = [];
  const before = making.open.length;
  for (let at = 0; at < size; at += 1) {
    const draw = making.chance();
    const block = depth < 3 && at > 0 && draw < 0.35 && making.count < 14;
    if (block) items.push(makeBlock(making, draw < 0.18 && !room.sure ? 'either' : 'meanwhile', depth, room));
    else items.push(makeStep(making, room));
  }
  if (depth > 0) making.open.length = before;
  return items;
}

function makeStep(making: Making, room: Room): MadeStep {
  const letter = (nth: number) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[nth % 26] ?? 'A';
  const name = `Part ${letter(Math.floor(making.count / 26))}${letter(making.count)}`;
  making.count += 1;
  making.open.push(name);
  const minutes = 1 + Math.floor(making.chance() * 90);
  const lost = !room.sure && making.chance() < 0.2 ? Math.floor(making.chance() * 30) / 100 : 0;
  const sent = !room.sure && making.chance() < 0.4;
  const to = making.open[Math.floor(making.chance() * making.open.length)] ?? name;
  const back = sent ? { to, share: (1 + Math.floor(making.chance() * 35)) / 100 } : null;
  return { kind: 'step', name, minutes, lost, back };
}

function makeBlock(making: Making, kind: MadeBlock['kind'], depth: number, room: Room): MadeBlock {
  const number = 2 + Math.floor(making.chance() * 2);
  const shares = number === 2 ? [30, 70] : [20, 30, 50];
  const outside = [...making.open];
  // Work in a branch goes back within the branch (how a whole block goes back has cases of its own).
  const branches = shares.map((share) => {
    const inner: Making = {
      chance: making.chance,
      count: making.count,
      open: kind === 'either' ? [...outside] : [],
    };
    const sure = room.sure || (room.plain && kind === 'meanwhile');
    const items = makeItems(inner, 1 + Math.floor(making.chance() * 3), depth + 1, { ...room, sure });
    making.count = inner.count;
    return { share: share / 100, items };
  });
  return { kind, branches };
}

/** The same flow as a napkin. */
export function writeFlow(items: readonly MadeItem[]): string {
  return `sales:\n${linesOf(items).join('\n')}`;
}

function linesOf(items: readonly MadeItem[], first = '', then = ''): string[] {
  return items.flatMap((item, at) => {
    const head = at === 0 ? first : then;
    if (item.kind === 'step') return stepLines(item, head);
    const branches = item.branches.flatMap(({ share, items: inner }) =>
      linesOf(inner, item.kind === 'either' ? `${Math.round(share * 100)}%: ` : '', 'then '),
    );
    return [`${head}${item.kind}`, ...branches, 'end'];
  });
}

function stepLines({ name, minutes, lost, back }: MadeStep, head: string): string[] {
  return [
    `${head}${name} ${minutes}m`,
    ...(lost > 0 ? [`lost ${Math.round(lost * 100)}%`] : []),
    ...(back ? [`back to "${back.to}" ${Math.round(back.share * 100)}%`] : []),
  ];
}

/** What units did that walked the flow one by one. */
export interface Walked {
  readonly visits: ReadonlyMap<string, Sample>;
  readonly minutes: Sample;
  readonly work: Sample;
}

/** A mean, and how far it may be from the true one by chance. */
export interface Sample {
  readonly mean: number;
  readonly error: number;
}

/** Sends units through a flow, each deciding by chance. */
export function walkFlow(items: readonly MadeItem[], units: number, seed: number): Walked {
  const chance = chanceFrom(seed);
  const passes = new Map<string, number[]>();
  const minutes: number[] = [];
  const work: number[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    const seen = new Map<string, number>();
    const walk: Walk = { chance, seen, work: 0 };
    minutes.push(walkItems(items, walk).minutes);
    work.push(walk.work);
    for (const [name, times] of seen) (passes.get(name) ?? passes.set(name, []).get(name) ?? []).push(times);
  }
  const visits = new Map([...passes].map(([name, times]) => [name, sampleOf(times, units)]));
  return { visits, minutes: sampleOf(minutes, units), work: sampleOf(work, units) };
}

interface Walk {
  readonly chance: () => number;
  readonly seen: Map<string, number>;
  work: number;
}

interface Outcome {
  readonly minutes: number;
  readonly lost: boolean;
  readonly back: string | null;
}

function walkItems(items: readonly MadeItem[], walk: Walk): Outcome {
  let minutes = 0;
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (!item) break;
    const outcome = item.kind === 'step' ? walkStep(item, walk) : walkBlock(item, walk);
    minutes += outcome.minutes;
    if (outcome.lost) return { minutes, lost: true, back: null };
    const to =
      outcome.back === null ? at + 1 : items.findIndex((one) => 'name' in one && one.name === outcome.back);
    if (to < 0) return { minutes, lost: false, back: outcome.back };
    at = to;
  }
  return { minutes, lost: false, back: null };
}

function walkStep({ name, minutes, lost, back }: MadeStep, walk: Walk): Outcome {
  walk.seen.set(name, (walk.seen.get(name) ?? 0) + 1);
  walk.work += minutes;
  const draw = walk.chance();
  if (draw < lost) return { minutes, lost: true, back: null };
  return { minutes, lost: false, back: back && draw < lost + back.share ? back.to : null };
}

function walkBlock({ kind, branches }: MadeBlock, walk: Walk): Outcome {
  if (kind === 'meanwhile') {
    const outcomes = branches.map(({ items }) => walkItems(items, walk));
    const longest = outcomes.reduce((most, one) => Math.max(most, one.minutes), 0);
    return { minutes: longest, lost: outcomes.some((one) => one.lost), back: null };
  }
  let draw = walk.chance();
  for (const { share, items } of branches) {
    if (draw < share) return walkItems(items, walk);
    draw -= share;
  }
  return { minutes: 0, lost: false, back: null };
}

/** Values that are left out are 0. */
function sampleOf(values: readonly number[], units: number): Sample {
  const mean = values.reduce((sum, value) => sum + value, 0) / units;
  const squares = values.reduce(
    (sum, value) => sum + (value - mean) ** 2,
    (units - values.length) * mean ** 2,
  );
  return { mean, error: Math.sqrt(squares / units / units) };
}
