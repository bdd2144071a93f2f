import { derivedSource, type FigureSource } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { isPerUnit, isReckoned, type FlowReckoning } from './reckon-flow.js';

/** How many of the steps that a sum is over are measured, and what else makes it a floor. */
export interface Coverage {
  readonly measured: number;
  readonly of: number;
  readonly atLeast: boolean;
  readonly source: FigureSource;
  /** What else there is to know about the sum. */
  readonly remarks: readonly string[];
  /** What the counted steps have in common, where it is not their time. */
  readonly measuredWord?: string;
}

/** The coverage of a sum over the steps that it concerns; pathOnly leaves out branches that stop on purpose. */
export function coverage(
  reckoning: FlowReckoning,
  concerns: (step: Step) => boolean,
  times: (step: Step) => readonly Step['processTime'][],
  pathOnly = true,
): Coverage {
  const { graph, stream } = reckoning;
  const sources: FigureSource[] = [];
  let measured = 0;
  let of = 0;
  let stranded = 0;
  for (const step of stream.steps) {
    const node = graph.nodeOf.get(step.key) ?? -1;
    const aside = pathOnly && graph.reached[node] && !graph.counted[node];
    if (!isPerUnit(step) || !concerns(step) || aside) continue;
    of += 1;
    const time = times(step).find((one) => one !== null);
    if (time && !graph.reached[node]) stranded += 1;
    if (!time || !isReckoned(reckoning, node)) continue;
    measured += 1;
    sources.push(time.source);
  }
  const open = graph.returns.filter((one) => one.arc.share === null).length;
  const remarks = [
    ...(stranded > 0
      ? [`${stranded === 1 ? 'one step' : `${stranded} steps`} that no work comes to left out`]
      : []),
    ...(open > 0 ? [`${open === 1 ? 'one return' : `${open} returns`} of unknown share left out`] : []),
  ];
  return { measured, of, atLeast: measured < of || open > 0, source: derivedSource(sources), remarks };
}

/** The coverage of the lead time: steps with a lead time or a process time, and buffers. */
export function leadCoverage(reckoning: FlowReckoning): Coverage {
  const plain = coverage(
    reckoning,
    () => true,
    (step) => [step.leadTime, step.processTime],
  );
  const { graph, stream } = reckoning;
  const waits = graph.flow.nodes.flatMap((node) => (node.kind === 'WAIT' ? [node.time.source] : []));
  const stocks = graph.flow.nodes.flatMap((node, at) =>
    node.kind === 'STOCK' && graph.reached[at] && graph.counted[at] ? [node.units.source] : [],
  );
  const timeless = stocks.length > 0 && !((stream.demandPerWeek?.likely ?? 0) > 0);
  const demand = stocks.length > 0 && stream.demandPerWeek ? [stream.demandPerWeek.source] : [];
  const word = timeless ? ['stock left out, because it is no time without a demand'] : [];
  return {
    ...plain,
    atLeast: plain.atLeast || timeless,
    source: derivedSource([plain.source, ...waits, ...stocks, ...demand]),
    remarks: [...plain.remarks, ...word],
  };
}
