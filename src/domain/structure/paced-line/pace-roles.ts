import { balanceWork, type CarrierBalance } from '../../metrics/index.js';
import { knownFigure, type Figure } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import { balanceLine } from './balance-line.js';
import { evenLine } from './even-line.js';
import { readFlowOrder, type FlowOrder } from './flow-order.js';
import { stepsOnLine, type LineStep, type PaceGround } from './line-steps.js';
import { notePace } from './note-pace.js';
import { inCircle, withoutTakt, withoutWork } from './refuse-pace.js';
import type { LineLimits, PacedLine } from './paced-line.js';
import type { PacedStation, PacedStream, StreamNotPaced } from './paced-stream.js';
import { shareStations, type WideStation, type WideTask } from './share-stations.js';

/** Enough for the streams that people draw, well below a second of work where it is all used. */
export const QUICK_LINE_LIMITS: LineLimits = { work: 6_000_000, memory: 200_000 };

/** Takt is cut into at least so many units of time, in whole seconds or decimal parts of them. */
const LEAST_UNITS = 100_000;
const MOST_UNITS = 2 ** 30;
const TOLERANCE = 1e-9;

const IDLE =
  'People × takt − their work for one entering unit; times are cut into a hundred thousand parts of a takt or finer.';
const EFFICIENCY = 'Work of the line for one entering unit / (positions × takt).';
const SMOOTHNESS =
  '√ Σ (time of the fullest person − time of the person)² for one entering unit; 0 where all are equally full.';

/**
 * People in stream order, each station's work for one entering unit within takt: the fewest, by simple assembly line
 * balancing (branch, bound and remember). A step that takes longer than takt, or several people at once, has that many
 * people side by side, and its station takes in its neighbours as far as its time allows. Refused without takt or work.
 */
export function paceRoles(
  ground: PaceGround,
  limits: LineLimits = QUICK_LINE_LIMITS,
): PacedStream | StreamNotPaced {
  const { stream, metrics } = ground;
  const takt = metrics.taktTime.value;
  if (takt === null || !(takt > 0)) return withoutTakt(metrics.taktTime.whyNot);
  const steps = stepsOnLine(ground, takt);
  const order = readFlowOrder(
    stream,
    steps.map(({ step }) => step.key),
  );
  if (!order) return inCircle();
  if (!steps.some(({ content }) => (content.value ?? 0) > 0)) return withoutWork(stream, steps);
  const built = build(steps, order, takt, limits);
  return describe(ground, steps, built);
}

/** Stations by positions in the list of steps, and what is proven of their number. */
interface BuiltLine {
  readonly stations: readonly WideStation[];
  readonly lowerBound: number;
  readonly method: PacedStream['method'];
  readonly work: number;
}

function build(steps: readonly LineStep[], order: FlowOrder, takt: number, limits: LineLimits): BuiltLine {
  const units = unitsOfSecond(takt);
  const cycle = Math.floor(takt * units * (1 + TOLERANCE));
  const row = steps.map(({ content, people }, task) => {
    return { task, work: Math.ceil((content.value ?? 0) * units * (1 - TOLERANCE)), people };
  });
  const times = Array.from({ length: order.size }, (_, task) => {
    const { work, people } = row[task] ?? { work: 0, people: 1 };
    return people > 1 ? cycle : Math.min(work, cycle);
  });
  const line: PacedLine = { cycle, times, arcs: order.arcs };
  const balance = balanceLine(line, limits);
  if (balance.kind === 'LineNotPossible') throw new Error(balance.message);
  const { lowerBound, method, effort } = balance;
  if (row.some(({ people }) => people > 1)) {
    const stations = fewestPeople(row, balance.stations, cycle);
    return { stations, lowerBound: leastPeople(row, cycle), method: 'SHARED_STATIONS', work: effort.work };
  }
  const stations = evenLine(line, balance.stations, limits)
    .map((tasks) => ({ tasks: tasks.filter((task) => task < row.length), people: 1 }))
    .filter(({ tasks }) => tasks.length > 0);
  return { stations, lowerBound, method, work: effort.work };
}

/** The finer of seconds and decimal parts of them that keeps takt a number that can be reckoned with. */
function unitsOfSecond(takt: number): number {
  let units = 1;
  while (takt * units < LEAST_UNITS) units *= 10;
  while (takt * units > MOST_UNITS) units /= 10;
  return units;
}

/** The better of two rows: as the line was balanced, and as the stream was written. */
function fewestPeople(
  row: readonly WideTask[],
  balanced: readonly (readonly number[])[],
  cycle: number,
): readonly WideStation[] {
  const rows = [balanced.flat().flatMap((task) => row[task] ?? []), row];
  const [first = [], second = []] = rows.map((each) => shareStations(each, cycle));
  return peopleOf(second) <= peopleOf(first) ? second : first;
}

function peopleOf(stations: readonly WideStation[]): number {
  return stations.reduce((sum, { people }) => sum + people, 0);
}

/** What no line goes below whose widest steps share their stations: all work in full takts, and the widest step. */
function leastPeople(row: readonly WideTask[], cycle: number): number {
  const work = row.reduce((sum, task) => sum + task.work, 0);
  return row.reduce((most, { people }) => Math.max(most, people), Math.ceil(work / cycle));
}

function describe(ground: PaceGround, steps: readonly LineStep[], built: BuiltLine): PacedStream {
  const { stream, metrics } = ground;
  const { stations, lowerBound, method, work } = built;
  const positions = peopleOf(stations);
  const pick = (tasks: readonly number[]) => tasks.flatMap((task) => steps[task] ?? []);
  const carriers = [
    ...stations.map(({ tasks, people }, nth) => carrier(`Station ${nth + 1}`, people, pick(tasks))),
    carrier('All stations', positions, steps),
  ];
  const balances = balanceWork(stream, metrics, carriers).carriers;
  const all = balances.at(-1);
  const paced = balances.slice(0, -1).map((balance, nth): PacedStation => {
    const { people = 1, tasks = [] } = stations[nth] ?? {};
    const idle = idleOf(balance, metrics.taktTime, stream);
    const placed = pick(tasks).map(({ step, content, people: own }) => {
      return { step: step.key, work: content, people: own };
    });
    return { position: nth + 1, people, steps: placed, balance, idle };
  });
  const besides = stream.steps.flatMap((step) =>
    step.outside || step.everySeconds === null ? [] : [step.key],
  );
  const proven = lowerBound >= positions;
  return {
    kind: 'PacedStream',
    takt: metrics.taktTime,
    stations: paced,
    positions,
    lowerBound,
    proven,
    gap: proven ? 0 : (positions - lowerBound) / positions,
    efficiency: { ...(all?.againstTakt ?? metrics.activityRatio), convention: EFFICIENCY },
    smoothness: smoothnessOf(paced, stream),
    method,
    work,
    besides,
    notes: notePace(ground, steps, { besides, proven }),
  };
}

function carrier(name: string, people: number, steps: readonly LineStep[]) {
  const parts = steps.map(({ step }) => ({ step: step.key, together: 1, each: 1 / people }));
  return { name, people, hoursPerWeek: null, parts };
}

/** Free time; "at most" where work is not known yet. */
function idleOf({ people, workContent }: CarrierBalance, takt: Figure, stream: ValueStream): Figure {
  const { measuredSteps, ofSteps, atLeast, source } = workContent;
  const free = Math.max(0, people * (takt.value ?? 0) - (workContent.value ?? 0));
  return knownFigure(free, {
    unit: 'WORKING_SECONDS',
    convention: IDLE,
    calendar: stream.calendar,
    measuredSteps,
    ofSteps,
    source,
    atLeast: false,
    ...(atLeast || measuredSteps < ofSteps ? { floorWord: 'at most' } : {}),
  });
}

function smoothnessOf(stations: readonly PacedStation[], stream: ValueStream): Figure {
  const timeOf = ({ balance }: PacedStation): number => balance.timeEach.value ?? 0;
  const most = stations.reduce((longest, station) => Math.max(longest, timeOf(station)), 0);
  const squares = stations.reduce((sum, station) => sum + station.people * (most - timeOf(station)) ** 2, 0);
  return knownFigure(Math.sqrt(squares), {
    unit: 'WORKING_SECONDS',
    convention: SMOOTHNESS,
    calendar: stream.calendar,
    atLeast: false,
  });
}
