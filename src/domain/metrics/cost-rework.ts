import { knownFigure, unknownFigure, type Figure, type FigureGround } from '../shared/index.js';
import { CONVENTIONS } from './conventions.js';
import { expectVisits } from './expected-visits.js';
import { lastStep } from './flow-ends.js';
import type { FlowGraph, ReturnArc } from './flow-graph.js';
import { likelyLeadTime } from './path-figures.js';
import { effortAt } from './path-sums.js';
import type { FlowReckoning } from './reckon-flow.js';
import type { Rework, StreamMetrics } from './stream-metrics.js';

/** Nodes that may be reckoned again in all: with very many returns in a long stream only the costliest are told. */
const MOST_WORK = 200_000;
const ALWAYS_TOLD = 10;

type Sums = Pick<StreamMetrics, 'totalEffort' | 'leadTime'>;

/** What each return of known share adds, found by reckoning the stream without it; the costliest first. */
export function costRework(reckoning: FlowReckoning, sums: Sums): readonly Rework[] {
  const { graph } = reckoning;
  const returns = graph.returns.filter((one) => one.arc.share !== null);
  const told = Math.max(ALWAYS_TOLD, Math.floor(MOST_WORK / Math.max(1, graph.size)));
  const estimate = estimates(reckoning);
  const ranked = [...returns].sort((a, b) => estimate(b) - estimate(a));
  const whole = { effort: effortAt(reckoning, 'likely'), lead: likelyLeadTime(reckoning) };
  const costed = ranked.flatMap((one, rank) => {
    const from = lastStep(graph, one.origin);
    const to = graph.steps[one.target];
    if (!from || !to) return [];
    const added = rank < told ? addedBy(reckoning, one, whole) : null;
    const figures = added ? figureAdded(reckoning, added, sums) : untold(told, returns.length);
    const cost = added ? added.effort : -1;
    return [
      {
        cost,
        rework: {
          from: from.key,
          to: to.key,
          share: one.arc.share?.likely ?? 0,
          line: one.arc.line,
          ...figures,
        },
      },
    ];
  });
  return costed.sort((a, b) => b.cost - a.cost).map((one) => one.rework);
}

interface Cost {
  readonly effort: number;
  readonly lead: number;
}

function addedBy(reckoning: FlowReckoning, one: ReturnArc, whole: Cost): Cost {
  const graph = withoutReturn(reckoning.graph, one);
  const likely = expectVisits(graph, reckoning.regions, 'likely');
  if (!likely) return { effort: 0, lead: 0 };
  const without = { ...reckoning, graph, visits: { low: likely, likely, high: likely } };
  return { effort: whole.effort - effortAt(without, 'likely'), lead: whole.lead - likelyLeadTime(without) };
}

function withoutReturn(graph: FlowGraph, without: ReturnArc): FlowGraph {
  const returnsFrom = new Map(graph.returnsFrom);
  const left = (returnsFrom.get(without.from) ?? []).filter((one) => one !== without);
  if (left.length > 0) returnsFrom.set(without.from, left);
  else returnsFrom.delete(without.from);
  return { ...graph, returns: graph.returns.filter((one) => one !== without), returnsFrom };
}

function figureAdded(
  { stream }: FlowReckoning,
  added: Cost,
  sums: Sums,
): Pick<Rework, 'hoursPerWeek' | 'leadTime'> {
  const { calendar, demandPerWeek } = stream;
  const ground = (sum: Figure): FigureGround => ({
    unit: 'WORKING_SECONDS',
    convention: CONVENTIONS.rework,
    calendar,
    measuredSteps: sum.measuredSteps,
    ofSteps: sum.ofSteps,
    source: sum.source,
  });
  const known = (sum: Figure, value: number, more: Partial<FigureGround>) =>
    sum.value === null
      ? unknownFigure(sum.whyNot ?? 'nothing is measured', { ...ground(sum), ...more })
      : knownFigure(settled(value), { ...ground(sum), ...(value < 0 ? { remarks: LESS } : {}), ...more });
  return {
    hoursPerWeek: demandPerWeek
      ? known(sums.totalEffort, (added.effort * demandPerWeek.likely) / 3600, { unit: 'HOURS_PER_WEEK' })
      : known(sums.totalEffort, added.effort, { note: 'for one unit' }),
    leadTime: known(sums.leadTime, added.lead, {}),
  };
}

/** Work that is sent back can save work further on. */
const LESS = ['less than without it, because some of what goes back is lost on its second way'];

/** The difference of two large sums is not more exact than they are. */
function settled(value: number): number {
  return Math.abs(value) < 1e-6 ? 0 : value;
}

function untold(told: number, of: number): Pick<Rework, 'hoursPerWeek' | 'leadTime'> {
  const reason = `the stream has ${of} returns, and only the ${told} costliest are reckoned one by one`;
  const ground = { convention: CONVENTIONS.rework };
  return {
    hoursPerWeek: unknownFigure(reason, { unit: 'HOURS_PER_WEEK', ...ground }),
    leadTime: unknownFigure(reason, { unit: 'WORKING_SECONDS', ...ground }),
  };
}

/** What a return costs at first sight: units that go back × the work that lies between. Only for ranking. */
function estimates({ graph, visits }: FlowReckoning): (one: ReturnArc) => number {
  const behind = new Map<number, number>();
  let work = 0;
  for (const node of graph.order ?? []) {
    const step = graph.steps[node];
    const time = step && !step.outside ? (step.processTime?.likely ?? 0) * step.people : 0;
    behind.set(node, work);
    work += time + 1e-6;
  }
  return (one) => {
    const { arc, origin, target } = one;
    if (arc.time) return (visits.likely.total[origin] ?? 0) * (arc.share?.likely ?? 0) * arc.time.likely;
    const between = (behind.get(origin) ?? 0) - (behind.get(target) ?? 0);
    return visits.likely.returned(one) * Math.max(1e-6, between);
  };
}
