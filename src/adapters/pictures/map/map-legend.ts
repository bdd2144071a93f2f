import { formatDuration } from '../../../domain/index.js';
import { flowBlocks, type Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { setText } from '../canvas/set-text.js';
import { textWidth } from '../canvas/text-width.js';
import type { RowLayout } from './lay-rows.js';
import type { MapPlan } from './plan-map.js';
import { ladderTotals } from './read-ladder.js';
import { signsOf, type Sign } from './signs-of.js';
import { letterMarks } from './way-signs.js';
import { deliveryArrow } from './delivery-arrow.js';
import { arrowHead, fifoLane, pullArrow, pushArrow, zigzag } from './arrow-symbols.js';
import { burst, gate, handOff, person, sawTeeth, triangle } from './symbols.js';

const HEIGHT = 34;
const MIDDLE = HEIGHT / 2;
const SIZE = 9.5;

/** What the signs that the map uses mean, and by which convention its ladder adds up. */
export function mapLegend(plan: MapPlan, rows: RowLayout, width: number): Block {
  const { calendar } = plan.stream;
  const used = signsOf(plan, rows);
  const signs = flowBlocks(
    SIGNS.filter(([sign]) => used[sign]).map(([, words, marks, room]) => signBlock(words, marks, room)),
    width,
    { x: 20, y: 2 },
  );
  const day = formatDuration(calendar.secondsPerDay, { ...calendar, secondsPerDay: 24 * 3600 });
  const words = `Times are working time: a day (d) is ${day}, a week ${calendar.daysPerWeek} days. The ladder follows one unit straight through, without losses and returns: where branches run side by side the longest, where one of them happens the likeliest; its rungs add up to the sum behind the last.${aboutSums(plan)} ? is not measured yet, ~ is a guess.`;
  const note = setText(words, { width, size: SIZE }, { x: 0, y: signs.height + 4, ink: 'soft' });
  return { width, height: signs.height + 4 + note.height, marks: [...signs.marks, ...note.marks] };
}

/** What the ladder says of ranges, and of waits that nobody has told. */
function aboutSums({ ladder, stream }: MapPlan): string {
  const ranged = ladderTotals(ladder, stream.calendar).sum.range !== null;
  const range =
    ' A rung with ~ is a guess or the middle of a range; below the sum stands what it comes to at the low and at the high end of all its ranges.';
  const noWait =
    ' No wait is told on that way, which does not say that nothing waits: straight through is hands-on time only.';
  return `${ranged ? range : ''}${ladder.waiting === null && ladder.handsOn !== null ? noWait : ''}`;
}

const line = (weight: number, dash?: string): Mark[] => [
  {
    kind: 'line',
    stroke: 'ink',
    weight,
    ...(dash ? { dash } : {}),
    points: [
      [0, MIDDLE],
      [28, MIDDLE],
    ],
  },
  arrowHead(36, MIDDLE, 'right'),
];

const outside: Mark[] = [
  sawTeeth(0, MIDDLE - 2, 36),
  { kind: 'rect', x: 0, y: MIDDLE - 2, width: 36, height: 13, fill: 'card', stroke: 'ink' },
];

const nobody: Mark[] = [
  { kind: 'rect', x: 0, y: MIDDLE - 9, width: 36, height: 18, stroke: 'alarm', weight: 1.4, dash: '4 3' },
  ...person(6, MIDDLE - 6),
  { kind: 'text', x: 22, y: MIDDLE + 4, text: '?', size: 11, bold: true },
];

const seam: Mark = {
  kind: 'line',
  stroke: 'ink',
  weight: 2.4,
  dash: '12 4 2 4',
  points: [
    [6, 2],
    [6, HEIGHT - 2],
  ],
};

const word: Mark[] = [
  {
    kind: 'line',
    stroke: 'strong',
    points: [
      [7, 2],
      [7, HEIGHT - 5],
    ],
  },
  arrowHead(7, HEIGHT - 2, 'down', 'strong'),
];

const SIGNS: readonly (readonly [sign: Sign, words: string, marks: readonly Mark[], room: number])[] = [
  ['line', 'passes straight on', line(1.2), 36],
  ['critical', 'critical branch: heavy line and frame', line(2.8), 36],
  ['return', 'work comes back, with its share', line(1.3, '6 3.5'), 36],
  ['buffer', 'work waits (time, or units)', triangle(18, MIDDLE, false), 36],
  ['PUSH', 'pushed on', pushArrow(0, MIDDLE), 36],
  ['PULL', 'pulled', pullArrow(0, MIDDLE), 36],
  ['FIFO', 'first in, first out', fifoLane(0, MIDDLE), 36],
  ['all', 'all branches happen', gate(14, MIDDLE, true, false), 28],
  ['one', 'one branch happens', gate(14, MIDDLE, false, false), 28],
  ['system', 'information from a system', zigzag(7, 2, HEIGHT - 2), 16],
  ['word', 'first contact; told or asked without a system', word, 16],
  [
    'delivery',
    'delivered',
    [
      deliveryArrow([
        [0, MIDDLE],
        [36, MIDDLE],
      ]),
    ],
    36,
  ],
  ['handOff', 'hand-off: somebody else goes on', [handOff(7, MIDDLE)], 14],
  ['nobody', 'nobody is named', nobody, 38],
  ['outside', 'done outside', outside, 38],
  ['pain', 'pain, see the list', burst(13, MIDDLE, 1), 26],
  ['seam', 'seam between the forces', [seam], 12],
  ['letter', 'goes on at the same letter', letterMarks(9, MIDDLE, 'A'), 20],
];

function signBlock(words: string, sign: readonly Mark[], room: number): Block {
  const text: Mark = { kind: 'text', x: room + 8, y: MIDDLE + 3.5, text: words, size: SIZE };
  return {
    width: room + 8 + textWidth(words, SIZE),
    height: HEIGHT,
    marks: [...shifted(sign, 0, 0), text],
  };
}
