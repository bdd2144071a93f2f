import {
  derivedSource,
  formatNumber,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type FigureSource,
  type StepKey,
} from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { CarrierBalance, OperatorBalance, WorkCarrier } from './operator-balance.js';
import { isPerUnit } from './reckon-flow.js';
import { reckonRanges } from './reckon-ranges.js';
import { effortsOfSteps } from './step-efforts.js';
import type { StreamMetrics } from './stream-metrics.js';

const CONTENT =
  'Expected visits × process time × people for one entering unit, losses, branches and returns counted; work with a rhythm of its own is spread over the units; steps done outside are left out.';
const EACH = `${CONTENT} Divided by the people on each step (or by the performers named, where they are more).`;
const AGAINST = 'Time of each person for one entering unit / takt.';
const OPERATORS = 'Work content / takt: people who would do nothing else, without an allowance.';
const LOAD = 'Hours of work a week: expected visits × demand × process time × people.';
const UTILISATION =
  'Work a week of each person / hours a week of one person (those of the person line, else what the calendar pays one person for). Nothing is taken off for holidays or breaks.';
const TOLERANCE = 1e-9;

/** Work content of every carrier against takt and against their hours; what cannot be computed says why. */
export function balanceWork(
  stream: ValueStream,
  metrics: StreamMetrics,
  carriers: readonly WorkCarrier[],
): OperatorBalance {
  const book = openWork(stream, metrics);
  const takt = metrics.taktTime;
  const balanced = carriers.map((carrier) => balanceCarrier(carrier, book, takt));
  const own = stream.steps.filter((step) => !step.outside);
  const all = own.map(({ key }) => ({ step: key, factor: 1 }));
  const workContent = book.content(all, CONTENT);
  const operators = overTakt(workContent, takt, 'COUNT', OPERATORS);
  const bottleneck = mostLoaded(balanced);
  return { takt, carriers: balanced, workContent, operators, wholeOperators: whole(operators), bottleneck };
}

function mostLoaded(carriers: readonly CarrierBalance[]): CarrierBalance | null {
  let most: { readonly carrier: CarrierBalance; readonly used: number } | null = null;
  for (const carrier of carriers) {
    const used = carrier.utilisation.value;
    if (used !== null && (!most || used > most.used * (1 + 1e-12))) most = { carrier, used };
  }
  return most?.carrier ?? null;
}

/** A share of the work of a step. */
interface WorkPart {
  readonly step: StepKey;
  readonly factor: number;
}

/** What the steps ask for, per unit and per week. */
interface WorkBook {
  content(parts: readonly WorkPart[], convention: string): Figure;
  load(parts: readonly WorkPart[]): Figure;
  readonly stream: ValueStream;
}

interface Amount {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly known: boolean;
  readonly source: FigureSource;
}

function openWork(stream: ValueStream, metrics: StreamMetrics): WorkBook {
  const reckoning = reckonRanges(stream);
  const efforts = typeof reckoning === 'string' ? new Map<StepKey, Amount>() : effortsOfSteps(reckoning);
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const loadOf = (key: StepKey): Amount => amountOf(metrics.steps.get(key)?.loadPerWeek);
  const contentOf = (key: StepKey): Amount => {
    const step = steps.get(key);
    if (!step || isPerUnit(step)) return efforts.get(key) ?? NOTHING;
    return spreadOverUnits(loadOf(key), stream);
  };
  const sum = (parts: readonly WorkPart[], of: (key: StepKey) => Amount, ground: FigureGround): Figure =>
    sumOf(parts, of, ground, typeof reckoning === 'string' ? reckoning : whyUnknown(parts, steps, stream));
  const { calendar } = stream;
  return {
    stream,
    content: (parts, convention) => sum(parts, contentOf, { unit: 'WORKING_SECONDS', convention, calendar }),
    load: (parts) => sum(parts, loadOf, { unit: 'HOURS_PER_WEEK', convention: LOAD }),
  };
}

const NOTHING: Amount = { low: 0, likely: 0, high: 0, known: false, source: 'DERIVED' };

function amountOf(figure: Figure | undefined): Amount {
  if (!figure || figure.value === null) return NOTHING;
  const { value, low, high, source } = figure;
  return { low: low ?? value, likely: value, high: high ?? value, known: !figure.atLeast, source };
}

function spreadOverUnits(
  { low, likely, high, known, source }: Amount,
  { demandPerWeek }: ValueStream,
): Amount {
  const units = demandPerWeek?.likely ?? 0;
  if (!known || !(units > 0)) return NOTHING;
  const perUnit = (hours: number): number => (hours * 3600) / units;
  return { low: perUnit(low), likely: perUnit(likely), high: perUnit(high), known, source };
}

function sumOf(
  parts: readonly WorkPart[],
  of: (key: StepKey) => Amount,
  ground: FigureGround,
  whyNot: string,
): Figure {
  const amounts = parts.map(({ step, factor }) => ({ factor, ...of(step) }));
  const add = (end: 'low' | 'likely' | 'high'): number =>
    amounts.reduce((sum, amount) => sum + amount[end] * amount.factor, 0);
  const measuredSteps = amounts.filter(({ known }) => known).length;
  const covered = { ...ground, measuredSteps, ofSteps: parts.length };
  const likely = add('likely');
  if (measuredSteps === 0 && likely === 0) return unknownFigure(whyNot, covered);
  const source = derivedSource(amounts.map((amount) => amount.source));
  return knownFigure(likely, { ...covered, low: add('low'), high: add('high'), source });
}

function whyUnknown(
  parts: readonly WorkPart[],
  steps: ReadonlyMap<StepKey, Step>,
  { demandPerWeek }: ValueStream,
): string {
  const timed = parts.some(({ step }) => steps.get(step)?.processTime);
  if (parts.length === 0) return 'it does none of the steps';
  if (!timed) return 'nobody has measured the process time of any of these steps yet';
  if (!demandPerWeek) return 'nobody has said how many units enter (a line such as `demand: 40/month`)';
  return 'nobody can tell how often a unit passes these steps yet';
}

function balanceCarrier(carrier: WorkCarrier, book: WorkBook, takt: Figure): CarrierBalance {
  const together = carrier.parts.map((part) => ({ step: part.step, factor: part.together }));
  const each = carrier.parts.map((part) => ({ step: part.step, factor: part.each }));
  const workContent = book.content(together, CONTENT);
  const timeEach = book.content(each, EACH);
  const againstTakt = overTakt(timeEach, takt, 'FRACTION', AGAINST);
  const operators = overTakt(workContent, takt, 'COUNT', OPERATORS);
  return {
    name: carrier.name,
    people: carrier.people,
    steps: carrier.parts.map(({ step }) => step),
    workContent,
    timeEach,
    againstTakt,
    overTakt: isOver(againstTakt),
    operators,
    wholeOperators: whole(operators),
    hoursPerWeek: book.load(together),
    utilisation: utilisationOf(carrier, book.load(each), book.stream),
  };
}

function overTakt(content: Figure, takt: Figure, unit: 'FRACTION' | 'COUNT', convention: string): Figure {
  const { measuredSteps, ofSteps } = content;
  const source = derivedSource([content.source, takt.source]);
  const ground: FigureGround = { unit, convention, measuredSteps, ofSteps, source, atLeast: content.atLeast };
  if (content.value === null) return unknownFigure(content.whyNot ?? 'nothing is measured', ground);
  if (takt.value === null)
    return unknownFigure(`the takt is not known: ${takt.whyNot ?? 'nobody has told the demand'}`, ground);
  const divide = (seconds: number | null, by: number | null): number | undefined =>
    seconds !== null && by !== null && by > 0 ? seconds / by : undefined;
  const [low, high] = [divide(content.low, takt.high), divide(content.high, takt.low)];
  const ends = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  return knownFigure(content.value / takt.value, { ...ground, ...ends });
}

function isOver({ value, atLeast }: Figure): boolean | null {
  if (value === null) return null;
  if (value > 1 + TOLERANCE) return true;
  return atLeast ? null : false;
}

/** Whole people; a floor of people is no answer. */
function whole({ value, atLeast }: Figure): number | null {
  if (value === null || atLeast) return null;
  return Math.ceil(value * (1 - TOLERANCE));
}

function utilisationOf({ hoursPerWeek }: WorkCarrier, load: Figure, { calendar }: ValueStream): Figure {
  const hours = hoursPerWeek?.likely ?? calendar.paidHoursPerWeek;
  const { measuredSteps, ofSteps } = load;
  const source = derivedSource(hoursPerWeek ? [load.source, hoursPerWeek.source] : [load.source]);
  const ground: FigureGround = { unit: 'FRACTION', convention: UTILISATION, measuredSteps, ofSteps, source };
  if (load.value === null) return unknownFigure(load.whyNot ?? 'no load is known', ground);
  if (!(hours > 0)) return unknownFigure('nobody has any hours for it', ground);
  return knownFigure(load.value / hours, {
    ...ground,
    low: (load.low ?? load.value) / hours,
    high: (load.high ?? load.value) / hours,
    note: `of ${formatNumber(hours)} h a week`,
  });
}
