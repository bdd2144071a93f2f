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
import { measureStream, type StreamMetrics } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';
import type { MeasureMove, MeasureName, MoveVerdict } from './measure-move.js';

interface MeasureKind {
  readonly measure: MeasureName;
  readonly name: string;
  readonly better: MeasureMove['better'];
  readonly of: (metrics: StreamMetrics, stream: ValueStream) => Figure;
}

const KINDS: readonly MeasureKind[] = [
  { measure: 'LEAD_TIME', name: 'Lead time', better: 'LESS', of: (m) => m.leadTime },
  {
    measure: 'UNLOST_LEAD_TIME',
    name: 'Lead time, nothing lost',
    better: 'LESS',
    of: (m) => m.unlostLeadTime,
  },
  { measure: 'WORST_LEAD_TIME', name: 'Lead time, worst way', better: 'LESS', of: (m) => m.worstLeadTime },
  {
    measure: 'LIKELIEST_LEAD_TIME',
    name: 'Lead time, likeliest way',
    better: 'LESS',
    of: (m) => m.likeliestLeadTime,
  },
  { measure: 'PROCESS_TIME', name: 'Process time on the path', better: 'LESS', of: (m) => m.processTime },
  { measure: 'TOTAL_EFFORT', name: 'Effort of everybody', better: 'LESS', of: (m) => m.totalEffort },
  { measure: 'WORK_A_WEEK', name: 'Work a week', better: 'LESS', of: workAWeek },
  { measure: 'VALUE_ADDED_TIME', name: 'Value-added time', better: 'NEITHER', of: (m) => m.valueAddedTime },
  { measure: 'ACTIVITY_RATIO', name: 'Activity ratio', better: 'MORE', of: (m) => m.activityRatio },
  {
    measure: 'PROCESS_CYCLE_EFFICIENCY',
    name: 'Process cycle efficiency',
    better: 'MORE',
    of: (m) => m.processCycleEfficiency,
  },
  {
    measure: 'ROLLED_COMPLETE_AND_ACCURATE',
    name: 'Rolled %C&A',
    better: 'MORE',
    of: (m) => m.rolledCompleteAndAccurate,
  },
  { measure: 'TAKT_TIME', name: 'Takt time', better: 'NEITHER', of: (m) => m.taktTime },
  { measure: 'HAND_OFFS', name: 'Hand-offs today', better: 'LESS', of: (m) => m.handOffs },
  { measure: 'BUSIEST_PERFORMER', name: 'Busiest performer', better: 'LESS', of: busiest },
];

/** Every measure of two streams side by side, each with its direction. */
export function moveMeasures(before: ValueStream, after: ValueStream): readonly MeasureMove[] {
  const [was, is] = [measureStream(before), measureStream(after)];
  return KINDS.map((kind) => {
    const [a, b] = [kind.of(was, before), kind.of(is, after)];
    const verdict = verdictOn(kind.better, a, b);
    const { measure, name, better } = kind;
    const note = kind.of === busiest ? whoIsBusiest(was, is) : coverageNote(a, b);
    return {
      measure,
      name,
      better,
      before: a,
      after: b,
      difference: subtract(a, b, after.calendar),
      verdict,
      note,
    };
  });
}

const WORK_A_WEEK =
  'Sum of the loads of all steps done by ours: expected visits × demand × process time × people, and the runs of steps with a rhythm of their own.';

/** Hours of work a week of everybody, a floor where the load of a step is not known. */
function workAWeek({ steps: figures }: StreamMetrics, { steps }: ValueStream): Figure {
  const loads = steps.flatMap((step) => {
    const load = figures.get(step.key)?.loadPerWeek;
    return step.outside || !load ? [] : [load];
  });
  const known = loads.filter(({ value }) => value !== null);
  const ground = {
    unit: 'HOURS_PER_WEEK',
    convention: WORK_A_WEEK,
    measuredSteps: known.length,
    ofSteps: loads.length,
    source: derivedSource(known.map(({ source }) => source)),
  } as const;
  const sum = (of: 'low' | 'value' | 'high') => known.reduce((total, load) => total + (load[of] ?? 0), 0);
  if (known.length === 0) return unknownFigure(loads[0]?.whyNot ?? 'no step is done by ours', ground);
  return knownFigure(sum('value'), { ...ground, low: sum('low'), high: sum('high') });
}

function busiest({ bottleneck }: StreamMetrics): Figure {
  return (
    bottleneck?.utilisation ??
    unknownFigure('no load of anybody is known', {
      unit: 'FRACTION',
      convention: 'Highest load over capacity, over all steps that a performer does.',
    })
  );
}

function whoIsBusiest({ bottleneck: a }: StreamMetrics, { bottleneck: b }: StreamMetrics): string | null {
  if (!a || !b) return a?.performer ?? b?.performer ?? null;
  return a.performer === b.performer
    ? `${a.performer} on both sides`
    : `${a.performer} before, ${b.performer} after`;
}

/** Two sums over different parts of their streams are told to be so. */
function coverageNote(a: Figure, b: Figure): string | null {
  if (a.value === null || b.value === null || (!a.atLeast && !b.atLeast)) return null;
  const part = ({ measuredSteps, ofSteps }: Figure) => `${measuredSteps} of ${ofSteps}`;
  if (part(a) === part(b)) return null;
  return `rests on ${part(a)} steps before and ${part(b)} after: part of the difference is what is measured by now`;
}

function verdictOn(better: MeasureMove['better'], a: Figure, b: Figure): MoveVerdict {
  if (a.value === null || b.value === null) {
    if (a.value === b.value) return 'UNKNOWN';
    return a.value === null ? 'NOW_KNOWN' : 'NO_LONGER_KNOWN';
  }
  if (isSame(a.value, b.value)) return 'SAME';
  if (better === 'NEITHER') return 'MOVED';
  return b.value < a.value === (better === 'LESS') ? 'BETTER' : 'WORSE';
}

/** Equal but for the rounding of sums. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
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
