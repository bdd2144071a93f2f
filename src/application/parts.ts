import type { Planner } from './planned-stream.js';
import type { Ports } from './ports/index.js';

/** What a use case is made of: the ports, and the planner that all of them share. */
export interface Parts extends Ports {
  readonly planner: Planner;
}
