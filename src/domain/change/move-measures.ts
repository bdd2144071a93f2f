import {
  derivedSource,
  formatFigure,
  formatNumber,
  knownFigure,
  unknownFigure,
  type Calendar,
  type Figure,
  type FigureUnit,
} from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { judgeMove } from './judge-move.js';
import type { MeasureKind } from './measure-kind.js';
import { MEASURE_KINDS } from './measure-kinds.js';
import type { MeasureMove } from './measure-move.js';
import { measureSide, nameOfStep, overCapacity, tellUtilised, type MeasuredSide } from './measured-side.js';
import { isSame } from './tell-driver.js';

export interface MoveOptions {
  /** true where the second stream is the first one changed: a wait that is told no more was taken out, and is none. */
  readonly sameMap?: boolean;
}

/** Every measure of two streams side by side, each with its direction and its reason; in about linear time. */
export function moveMeasures(
  before: ValueStream,
  after: ValueStream,
  { sameMap = false }: MoveOptions = {},
): readonly MeasureMove[] {
  const was = measureSide(before);
  const is = before === after ? was : measureSide(after);
  const kinds = MEASURE_KINDS.filter(({ concerns = () => true }) => concerns(was) || concerns(is));
  return kinds.map((kind) => {
    const a = kind.of(was);
    const b = sameMap ? withoutWait(kind, a, kind.of(is)) : kind.of(is);
    const { verdict, because } = judgeMove({ kind, was, is, before: a, after: b });
    const { measure, part, name, better } = kind;
    const difference = subtract(a, b, after.calendar);
    return {
      measure,
      part,
      name,
      better,
      before: a,
      after: b,
      difference,
      verdict,
      because,
      note: noteOn(kind, was, is, [a, b]),
    };
  });
}

/** What is 0 where the last of it was taken out. */
const TAKEN_OUT: ReadonlySet<string> = new Set([
  'SALES_WAIT',
  'FULFILMENT_WAIT',
  'STATION_TIME_LOST',
  'WAIT_IN_BATCHES',
  'LANE_WAIT',
  'LANES_OVERFULL',
]);

/** Where the last wait of a force was taken out, none is left: that is known. */
function withoutWait({ measure }: MeasureKind, before: Figure, after: Figure): Figure {
  if (!TAKEN_OUT.has(measure)) return after;
  if (before.value === null || after.value !== null) return after;
  const { unit, convention, measuredSteps, ofSteps } = after;
  return knownFigure(0, { unit, convention, measuredSteps, ofSteps, atLeast: before.atLeast });
}

function noteOn(
  { measure }: MeasureKind,
  was: MeasuredSide,
  is: MeasuredSide,
  [before, after]: readonly [Figure, Figure],
): string | null {
  if (measure === 'BUSIEST_PERFORMER') return whoIsBusiest(was, is);
  if (measure === 'BUSIEST_STATION') return whichIsBusiest(was, is);
  if (measure !== 'OVER_CAPACITY') return coverageNote(before, after);
  const over = overCapacity(is);
  return over.length > 0 ? `${tellUtilised(over)} of the hours they have` : null;
}

function whoIsBusiest(
  { metrics: { bottleneck: a } }: MeasuredSide,
  { metrics: { bottleneck: b } }: MeasuredSide,
): string | null {
  if (!a || !b) return a?.performer ?? b?.performer ?? null;
  return a.performer === b.performer
    ? `${a.performer} on both sides`
    : `${a.performer} before, ${b.performer} after`;
}

function whichIsBusiest(was: MeasuredSide, is: MeasuredSide): string | null {
  const [a, b] = [was, is].map((side) => nameOfStep(side, side.metrics.stations.busiest?.step ?? null));
  if (!a || !b) return a ?? b ?? null;
  return a === b ? `${a} on both sides` : `${a} before, ${b} after`;
}

/** Two sums over different parts of their streams are told to be so. */
function coverageNote(a: Figure, b: Figure): string | null {
  if (a.value === null || b.value === null || (!a.atLeast && !b.atLeast)) return null;
  const part = ({ measuredSteps, ofSteps }: Figure) => `${measuredSteps} of ${ofSteps}`;
  if (part(a) === part(b)) return null;
  const what = b.measuredSteps < a.measuredSteps ? 'is not measured any more' : 'is measured by now';
  return `rests on ${part(a)} steps before and ${part(b)} after: part of the difference is what ${what}`;
}

const DIFFERENCE =
  'The figure after, less the figure before; its ends are the differences at the low and at the high ends of the ranges.';

/** after − before, with its sign in the text; shares differ by percentage points. */
export function subtract(before: Figure, after: Figure, calendar: Calendar): Figure {
  const { unit } = after;
  const ground = {
    unit,
    convention: DIFFERENCE,
    calendar,
    measuredSteps: Math.min(before.measuredSteps, after.measuredSteps),
    ofSteps: Math.max(before.ofSteps, after.ofSteps),
    source: derivedSource([before.source, after.source]),
    atLeast: false,
  };
  if (before.value === null || after.value === null) {
    const [side, figure] = after.value === null ? ['after', after] : ['before', before];
    return unknownFigure(`the figure ${side} the change is not known: ${figure.whyNot ?? ''}`, ground);
  }
  const at = (end: 'low' | 'high') => (after[end] ?? 0) - (before[end] ?? 0);
  const value = isSame(before.value, after.value) ? 0 : after.value - before.value;
  const figure = knownFigure(value, { ...ground, low: at('low'), high: at('high') });
  return { ...figure, text: signedText(figure, unit, calendar) };
}

function signedText({ value, low, high }: Figure, unit: FigureUnit, calendar: Calendar): string {
  const print = (number: number | null) => signed(number ?? 0, unit, calendar);
  const range = print(low) === print(high) ? '' : ` (${print(low)} to ${print(high)})`;
  return `${print(value)}${range}`;
}

function signed(value: number, unit: FigureUnit, calendar: Calendar): string {
  const text =
    unit === 'FRACTION' ? `${formatNumber(value * 100)} points` : formatFigure(value, unit, calendar);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
