import type { MapLine } from '../../support/map-lines.js';
import type { Ground, Mistake } from './mistakes.js';

/** A problem as these laws compare it. */
export interface Told {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A text with one mistake, and all that has to be told of it. */
export interface Planted {
  readonly text: string;
  readonly expected: readonly Told[];
}

/** A place between two lines of a map. */
interface Slot {
  readonly at: number;
  readonly before: MapLine | undefined;
  readonly behind: MapLine | undefined;
  readonly depth: number;
  readonly inside: MapLine['inside'];
  /** Something that units pass stands above. */
  readonly flows: boolean;
}

const FLOWS: readonly MapLine['role'][] = ['step', 'open', 'end'];

function slotsOf(lines: readonly MapLine[]): readonly Slot[] {
  let flows = false;
  return [...lines, undefined].flatMap((behind, at): Slot[] => {
    const before = lines[at - 1];
    if (before !== undefined && (FLOWS.includes(before.role) || /^(?:wait|stock)/.test(before.text)))
      flows = true;
    if (before?.role === 'ahead') return [];
    const opened = before?.role === 'open';
    const depth = opened ? before.depth + 1 : (before?.depth ?? 0);
    const inside = opened
      ? before.text.endsWith('either')
        ? 'either'
        : 'meanwhile'
      : (before?.inside ?? null);
    return [{ at, before, behind, depth, inside, flows }];
  });
}

function isGround(ground: Ground, { before, behind, depth, inside, flows }: Slot): boolean {
  switch (ground) {
    case 'ANYWHERE':
      return true;
    case 'BELOW_A_LINE':
      return flows && before?.role !== 'open';
    case 'BETWEEN_STEPS':
      return behind?.role !== 'below';
    case 'FIRST':
      return !flows;
    case 'HEAD_OF_BLOCK':
      return before?.role === 'open';
    case 'LAST':
      return behind === undefined || behind.role === 'end';
    case 'OUTSIDE_BLOCKS':
      return depth === 0;
    case 'OUTSIDE_EITHER':
      return inside !== 'either';
    case 'END_OF_TEXT':
      return behind === undefined;
  }
}

/** Told of the whole line, `then` included. */
const WHOLE_LINE = [
  'ONE_BRANCH',
  'SHARES_DO_NOT_ADD_UP',
  'UNCLOSED_BLOCK',
  'AFTER_WITHOUT_STEP',
  'NEARLY_A_BLOCK',
  'NEARLY_A_LINE',
];

/** Plants a mistake in a map, at the place and with the step that the two numbers choose; null where there is none for it. */
export function plantIn(
  lines: readonly MapLine[],
  mistake: Mistake,
  place: number,
  step: number,
): Planted | null {
  const slots = slotsOf(lines).filter((slot) => isGround(mistake.ground, slot) && !takesShare(mistake, slot));
  const slot = slots[place % Math.max(1, slots.length)];
  const names = lines.flatMap(({ name }) => (name === null ? [] : [name]));
  if (slot === undefined) return null;
  const name = names[step % names.length] ?? '';
  const marked = mistake.lines.map((text, nth) => {
    const then = nth === 0 && mistake.begins && goesOn(slot, step) ? withThen(mistake.code, text) : text;
    return `${'  '.repeat(slot.depth)}${then.replace('$step', name)}`;
  });
  const written = lines.map(({ text, depth }) => `${'  '.repeat(depth)}${text}`);
  const clean = marked.map((text) => text.replace(SIGN, ''));
  const all = [...written.slice(0, slot.at), ...clean, ...written.slice(slot.at)];
  return { text: `stream Try\n${all.join('\n')}\n`, expected: expectedOf(mistake, marked, slot.at + 2) };
}

/** The first branch of an `either` would be one without a share. */
function takesShare({ begins }: Mistake, { before, inside }: Slot): boolean {
  return begins && before?.role === 'open' && inside === 'either';
}

function goesOn({ before, inside }: Slot, chance: number): boolean {
  return before?.role !== 'open' && (inside === 'either' || (inside === 'meanwhile' && chance % 2 === 0));
}

function withThen(code: string, text: string): string {
  return WHOLE_LINE.includes(code) && text.startsWith('⟦') ? `⟦then ${text.slice(1)}` : `then ${text}`;
}

const SIGN = /[⟦⟧⟪⟫]/g;

/** The messages that the signs in these lines stand for. */
function expectedOf({ code, brings }: Mistake, marked: readonly string[], first: number): readonly Told[] {
  const following = [...brings];
  return marked.flatMap((text, nth) => {
    const told: Told[] = [];
    const open: { readonly code: string; readonly column: number }[] = [];
    let column = 1;
    for (const sign of text.split('')) {
      if (sign === '⟦') open.push({ code, column });
      else if (sign === '⟪') open.push({ code: following.shift() ?? '', column });
      else if (sign === '⟧' || sign === '⟫') {
        const begun = open.pop();
        if (begun) told.push({ ...begun, line: first + nth, length: column - begun.column });
      } else column += 1;
    }
    return told;
  });
}
