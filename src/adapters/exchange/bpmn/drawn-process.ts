import type { ProcessGraph } from '../process/process-graph.js';
import type { Lane } from '../process/lay-lanes.js';
import type { Placed } from './place-nodes.js';
import type { Point } from './route-ways.js';

/** A process with its lanes, and where all of it stands. */
export interface DrawnProcess {
  readonly graph: ProcessGraph;
  readonly lanes: readonly Lane[];
  readonly placed: Placed;
  readonly routes: readonly (readonly Point[])[];
}
