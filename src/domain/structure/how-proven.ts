import { formatNumber, formatPercent } from '../shared/index.js';
import { ADOPTED_AT } from './settle-structure.js';
import { GOAL_NAMES } from './structure-goals.js';
import type { ObjectiveLevel, StructureProposal } from './structure-proposal.js';
import { goalsWorthAMove } from './what-others-save.js';

/** What is proven of a structure. */
export interface HowProven {
  /** true where no structure has fewer positions, nor fewer hand-offs with so few (in the order of the goals). */
  readonly proven: boolean;
  /** No structure has fewer positions, as good as it is in the goals before them; null where that is not known. */
  readonly lowerBound: number | null;
  /** A sentence: that it is proven, or what no structure falls below and how far that is. */
  readonly text: string;
  /** What the structure may be called: `best`, or that it is the best that was found. */
  readonly called: string;
  /** In brackets behind what it is called: value and bound of the first goal that is not proven; empty where all are. */
  readonly bounds: string;
  /** What no structure falls below, such as `no structure has fewer than 46 positions`; empty where it is proven. */
  readonly floor: string;
}

type Judged = Pick<StructureProposal, 'objectives' | 'handOffsPerWeek' | 'limits' | 'method'>;

/** What none can be, in the usual order of the goals and with hand-offs before people. */
const BETTER: Readonly<Record<string, string>> = {
  'positions hand-offs': 'takes fewer people, and none of so few people has fewer hand-offs',
  'hand-offs positions': 'has fewer hand-offs, and none of so few hand-offs takes fewer people',
};

/** What is proven of a structure, and in which words it may be praised. */
export function howProven(structure: Judged): HowProven {
  const { objectives } = structure;
  const worth = goalsWorthAMove(structure.limits).map((goal) => GOAL_NAMES[goal]);
  const open = objectives.filter((level) => !isReached(level));
  const first = open.find(({ name }) => worth.includes(name));
  const positions = objectives.find(({ name }) => name === GOAL_NAMES.POSITIONS);
  const lowerBound = positions && positions.lowerBound > 0 ? Math.ceil(positions.lowerBound - 1e-6) : null;
  if (!first) {
    const others = open.map(({ name }) => name).join(' and ');
    const text = `Proven: no structure within the limits ${BETTER[worth.join(' ')] ?? `is better in ${worth.join(', then ')}`}.`;
    const known = { proven: true, lowerBound, text, floor: '' };
    return others === ''
      ? { ...known, called: 'best', bounds: '' }
      : { ...known, called: `best in ${worth.join(' and ')}`, bounds: ` (${others} is not proven)` };
  }
  const bounds = boundsInWords(structure, first);
  const apart = first.lowerBound > 0 ? `, ${formatPercent(first.gap)} apart` : '';
  return {
    proven: false,
    lowerBound,
    text: `Not proven: ${bounds}${apart}.`,
    called: structure.method.startsWith(ADOPTED_AT) ? 'not known to be the best' : 'the best that was found',
    bounds: ` (${bounds})`,
    floor: floorInWords(structure, first),
  };
}

/** A value at its bound is as good as can be, whoever proved the bound. */
function isReached({ proven, gap }: ObjectiveLevel): boolean {
  return proven || gap === 0;
}

/** "48 positions; no structure has fewer than 46". */
function boundsInWords(structure: Judged, level: ObjectiveLevel): string {
  const { objectives, handOffsPerWeek } = structure;
  const before = objectives.slice(0, objectives.indexOf(level));
  const proven = before.map((one) => `${amountOf(one.name, one.value, handOffsPerWeek)}, proven; `).join('');
  const bound = boundInWords(structure, level, formatNumber(level.lowerBound));
  return `${proven}${amountOf(level.name, level.value, handOffsPerWeek)}; ${bound}`;
}

function floorInWords(structure: Judged, level: ObjectiveLevel): string {
  return boundInWords(structure, level, amountOf(level.name, level.lowerBound, structure.handOffsPerWeek));
}

function boundInWords({ objectives }: Judged, level: ObjectiveLevel, amount: string): string {
  if (!(level.lowerBound > 0)) return 'no bound is known';
  const before = objectives.slice(0, objectives.indexOf(level)).map(({ name }) => name);
  const none = before.length === 0 ? 'no structure has' : `none as good in ${before.join(' and ')} has`;
  return `${none} fewer than ${amount}`;
}

function amountOf(name: string, value: number, { unit }: Judged['handOffsPerWeek']): string {
  const number = formatNumber(value);
  if (name === GOAL_NAMES.POSITIONS) return value === 1 ? '1 position' : `${number} positions`;
  if (name === GOAL_NAMES.HAND_OFFS)
    return `${number} ${value === 1 ? 'hand-off' : 'hand-offs'} ${unit === 'PER_WEEK' ? 'a week' : 'for one unit'}`;
  return `${name} ${number}`;
}
