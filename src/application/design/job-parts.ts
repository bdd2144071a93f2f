import type { Parts } from '../parts.js';
import type { DesignQueue, Events } from '../ports/index.js';
import type { AskedStates } from './asked-states.js';

/** What the designs of a workspace are made of. */
export interface JobParts extends Pick<Parts, 'planner' | 'unitOfWork' | 'world'> {
  readonly events: Events;
  readonly queue: DesignQueue;
  readonly states: AskedStates;
}
