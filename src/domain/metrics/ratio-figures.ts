import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';

export interface RatioWords {
  readonly part: string;
  readonly whole: string;
  /** What the counted steps of the part have in common, where it is not their time. */
  readonly measured?: string;
}

/** part / whole, and its reason where there is none; where a sum in it is a floor its text says which way it may go. Its ends are those of the ground, else low by low and high by high. */
export function figureRatio(
  part: Figure,
  whole: Figure,
  words: RatioWords,
  ground: Pick<FigureGround, 'convention' | 'calendar' | 'low' | 'high'>,
): Figure {
  const fewer =
    part.measuredSteps / Math.max(1, part.ofSteps) < whole.measuredSteps / Math.max(1, whole.ofSteps)
      ? part
      : whole;
  const full: FigureGround = {
    ...ground,
    unit: 'FRACTION',
    measuredSteps: fewer.measuredSteps,
    ofSteps: fewer.ofSteps,
    source: derivedSource([part.source, whole.source]),
    atLeast: part.atLeast || whole.atLeast,
    floorWord: part.atLeast === whole.atLeast ? '' : part.atLeast ? 'at least' : 'at most',
    ...(fewer === part && words.measured ? { measuredWord: words.measured } : {}),
    remarks: openEnds(part, whole, words),
  };
  if (part.value === null) return unknownFigure(`the ${words.part} is not known: ${part.whyNot ?? ''}`, full);
  if (whole.value === null)
    return unknownFigure(`the ${words.whole} is not known: ${whole.whyNot ?? ''}`, full);
  if (whole.value === 0)
    return unknownFigure(`the ${words.whole} is 0, and nothing is a share of nothing`, full);
  const at = (end: 'low' | 'high') => {
    const divisor = whole[end];
    return divisor ? (part[end] ?? 0) / divisor : undefined;
  };
  const low = at('low');
  const high = at('high');
  const ends = { low: ground.low ?? low, high: ground.high ?? high };
  const known = {
    ...(ends.low === undefined ? {} : { low: ends.low }),
    ...(ends.high === undefined ? {} : { high: ends.high }),
  };
  return knownFigure(part.value / whole.value, { ...full, ...known });
}

function openEnds(part: Figure, whole: Figure, words: RatioWords): readonly string[] {
  const least = (word: string) => `the ${word} is at least so long`;
  if (part.atLeast && whole.atLeast) return ['both times may be longer'];
  return [...(part.atLeast ? [least(words.part)] : []), ...(whole.atLeast ? [least(words.whole)] : [])];
}

/** Available time of the calendar for one unit of demand; undefined without demand. */
export function figureTakt({ calendar, demandPerWeek }: ValueStream): Figure {
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention: CONVENTIONS.takt,
    calendar,
    measuredSteps: 0,
    ofSteps: 0,
    source: derivedSource(demandPerWeek ? [demandPerWeek.source] : []),
  };
  if (!demandPerWeek)
    return unknownFigure('nobody has said how many units enter (a line such as `demand: 40/month`)', ground);
  if (!(demandPerWeek.likely > 0))
    return unknownFigure('the demand is 0, so no unit has to be made in any time', ground);
  const available = calendar.secondsPerDay * calendar.daysPerWeek;
  const at = (demand: number) => (demand > 0 ? available / demand : available / demandPerWeek.likely);
  return knownFigure(at(demandPerWeek.likely), {
    ...ground,
    low: at(demandPerWeek.high),
    high: at(demandPerWeek.low),
  });
}
