import type { Mark, Point } from '../../../src/adapters/pictures/canvas/mark.js';
import { textBox } from '../../../src/adapters/pictures/canvas/print-svg.js';
import { inside, pairs, type Box } from './overlaps.js';

/** How far a line may reach into the room reckoned for words, whose letters do not fill it. */
const REACH = 1.2;

interface Stroke extends Box {
  readonly from: Point;
  readonly to: Point;
  readonly order: number;
  readonly border: boolean;
}

interface Words extends Box {
  readonly order: number;
  /** The last mark before the words that hides what lies under them; -1 where nothing does. */
  readonly ground: number;
}

/** Words that a line runs through: any line drawn over them, or under them with nothing between; a border touches no words at all. */
export function linesThroughWords(marks: readonly Mark[]): string[] {
  const strokes = marks.flatMap(strokesOf);
  return pairs(wordsOf(marks), strokes)
    .filter(([text, line]) => (line.border || line.order > text.ground) && crosses(line, text))
    .map(([text, line]) => `${line.name} runs through "${text.name}"`);
}

function wordsOf(marks: readonly Mark[]): Words[] {
  const grounds = marks.flatMap(groundOf);
  const words = marks.flatMap((mark, order) =>
    mark.kind === 'text'
      ? [{ ...textBox(mark), name: mark.text, order, ground: mark.halo ? order : -1 }]
      : [],
  );
  const hidden = new Map<number, number>();
  for (const [text, ground] of pairs(words, grounds))
    if (ground.order < text.order && inside(text, ground))
      hidden.set(text.order, Math.max(hidden.get(text.order) ?? -1, ground.order));
  return words.map((text) => ({ ...text, ground: Math.max(text.ground, hidden.get(text.order) ?? -1) }));
}

/** What hides what was drawn before it. */
function groundOf(mark: Mark, order: number): (Box & { readonly order: number })[] {
  if (mark.kind === 'text' || !mark.fill) return [];
  if (mark.kind === 'rect') return [{ ...mark, name: '', order }];
  if (mark.kind === 'circle') {
    const { x, y, radius } = mark;
    return [{ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, name: '', order }];
  }
  return [{ ...spanOf(mark.points), name: '', order }];
}

function strokesOf(mark: Mark, order: number): Stroke[] {
  if (mark.kind === 'text' || !mark.stroke) return [];
  const points = outlineOf(mark);
  const border = mark.kind === 'line' && mark.border === true;
  return points.slice(1).map((to, nth) => {
    const from = points[nth] ?? to;
    const name = `${border ? 'a border' : 'a line'} at ${Math.round(from[0])},${Math.round(from[1])}`;
    return { ...spanOf([from, to]), from, to, order, border, name };
  });
}

function outlineOf(mark: Exclude<Mark, { kind: 'text' }>): readonly Point[] {
  if (mark.kind === 'line') return mark.closed ? [...mark.points, ...mark.points.slice(0, 1)] : mark.points;
  const { x, y } = mark;
  if (mark.kind === 'circle')
    return Array.from({ length: 17 }, (_, nth): Point => {
      const angle = (Math.PI * nth) / 8;
      return [x + mark.radius * Math.cos(angle), y + mark.radius * Math.sin(angle)];
    });
  const [right, foot] = [x + mark.width, y + mark.height];
  return [
    [x, y],
    [right, y],
    [right, foot],
    [x, foot],
    [x, y],
  ];
}

/** The box around points; at least as thick as a line. */
function spanOf(points: readonly Point[]): Omit<Box, 'name'> {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    x: x - 1,
    y: y - 1,
    width: Math.max(...xs) - x + 2,
    height: Math.max(...ys) - y + 2,
  };
}

/** Whether a piece of the line lies inside the words (Liang and Barsky's clipping). */
function crosses({ from, to }: Stroke, text: Box): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const sides = [
    [-dx, from[0] - (text.x + REACH)],
    [dx, text.x + text.width - REACH - from[0]],
    [-dy, from[1] - (text.y + REACH)],
    [dy, text.y + text.height - REACH - from[1]],
  ] as const;
  let [enter, leave] = [0, 1];
  for (const [step, room] of sides) {
    if (step === 0 && room <= 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave;
}
