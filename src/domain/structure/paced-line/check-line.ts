import { orderTasks } from './line-problem.js';
import type { LineNotPossible, PacedLine } from './paced-line.js';

/** Whole numbers up to here are reckoned with. */
const MOST_CYCLE = 2 ** 30;

/** Why no line is possible, or null. */
export function checkLine({ cycle, times, arcs }: PacedLine): LineNotPossible | null {
  if (!(Number.isSafeInteger(cycle) && cycle >= 1 && cycle <= MOST_CYCLE)) {
    const message = `The time of a station is ${cycle}: it must be a whole number from 1 to ${MOST_CYCLE}.`;
    return refuse('CYCLE_NOT_WHOLE', message, []);
  }
  const odd = positions(times, (time) => !(Number.isSafeInteger(time) && time >= 0));
  if (odd.length > 0) {
    const message = `${tell(odd)} must take a whole number of units of time, 0 or more.`;
    return refuse('TIME_NOT_WHOLE', message, odd);
  }
  const long = positions(times, (time) => time > cycle);
  if (long.length > 0) {
    const message = `${tell(long)} cannot be done in one station, whose time is ${cycle}: give them to several people, or split them.`;
    return refuse('LONGER_THAN_CYCLE', message, long);
  }
  const strange = [...new Set(arcs.flat())].filter(
    (task) => !(Number.isSafeInteger(task) && task >= 0 && task < times.length),
  );
  if (strange.length > 0) {
    const message = `${tell(strange)} stand in the order and have no time: there are ${times.length} tasks, counted from 0.`;
    return refuse('UNKNOWN_TASK', message, strange);
  }
  const reached = new Set(orderTasks(times.length, arcs));
  const round = positions(times, (_, task) => !reached.has(task));
  if (round.length === 0) return null;
  return refuse(
    'CIRCLE',
    `${tell(round)} wait for each other in a circle: none of them can be first.`,
    round,
  );
}

function positions(
  times: readonly number[],
  holds: (time: number, task: number) => boolean,
): readonly number[] {
  return times.flatMap((time, task) => (holds(time, task) ? [task] : []));
}

const MOST_TOLD = 5;

function tell(tasks: readonly number[]): string {
  const told = tasks.slice(0, MOST_TOLD).join(', ');
  return `${tasks.length === 1 ? 'Task' : 'Tasks'} ${told}${tasks.length > MOST_TOLD ? ' …' : ''}`;
}

function refuse(
  reason: LineNotPossible['reason'],
  message: string,
  tasks: readonly number[],
): LineNotPossible {
  return { kind: 'LineNotPossible', reason, message, tasks };
}
