import type { ValueStream } from '../domain/index.js';
import { Fault } from './ports/index.js';

/** With more steps done inside an answer may take longer than others should wait for it. */
const MOST_STEPS = 24;

/** A Fault BAD_INPUT where the stream is too large for work of that kind while others wait; at a terminal nobody does. */
export function requireFewSteps({ steps }: Pick<ValueStream, 'steps'>, what: string, instead: string): void {
  const inside = steps.filter(({ outside }) => !outside).length;
  if (inside <= MOST_STEPS) return;
  throw new Fault(
    'BAD_INPUT',
    `${what} is done here for at most ${MOST_STEPS} steps, and this stream has ${inside}: it would keep others waiting. At a terminal "${instead}" does it.`,
  );
}
